import {
	isAlias,
	isMap,
	isScalar,
	isSeq,
	parseDocument,
	visit,
	type Document,
	type Node,
	type Pair,
	type YAMLMap,
} from 'yaml';
import { nearest } from '#lib/gazetteer/index.ts';
import type { Problem } from '#lib/story/index.ts';
import type { At, Located } from '../draft';
import { problems } from '../problems';
import { explainYaml } from './explain-yaml';

/** What a reader of values needs to know of the block they stand in. */
export interface YamlBlock {
	/** What to call it: `The map block`. */
	name: string;
	lang: string;
	/** The position in the file of an offset in the block. */
	locate: (offset: number) => At;
	report: (problem: Problem) => void;
	text: string;
	document: Document;
}

/** One key of a map, and the node of its value; `undefined` if nothing follows the colon. */
export interface Entry {
	key: string;
	at: At;
	keyNode: Node;
	value: Node | undefined;
}

/**
 * Reads YAML 1.2. Reports what is not YAML, and keys written twice.
 *
 * @returns the block, or `undefined` if it is no YAML
 */
export function readYaml(text: string, block: Omit<YamlBlock, 'text' | 'document'>): YamlBlock | undefined {
	const document = parseDocument(text, {
		version: '1.2',
		prettyErrors: false,
		uniqueKeys: false,
		logLevel: 'error',
	});
	const wrong = explainYaml(document, text);
	if (wrong) {
		block.report(problems.yamlInvalid(block.locate(wrong.offset), block.name, wrong.why, wrong.hint));
		return undefined;
	}
	return { ...block, text, document };
}

/** The keys of a map in their order; a key written twice is reported, and its first value kept. */
export function entriesOf(map: YAMLMap, block: YamlBlock): Entry[] {
	const entries = new Map<string, Entry>();
	for (const pair of map.items as Pair<Node, Node | null>[]) {
		const key = isScalar(pair.key) ? (pair.key.source ?? String(pair.key.value)) : received(pair.key, block);
		const at = positionOf(pair.key, block);
		const first = entries.get(key);
		if (first) block.report(problems.keyDuplicate(at, key, first.at.line));
		else entries.set(key, { key, at, keyNode: pair.key, value: follow(pair.value ?? undefined, block) });
	}
	return [...entries.values()];
}

/** The entries whose keys are known; the others are reported, with the key that comes near. */
export function knownEntries(
	map: YAMLMap,
	known: readonly string[],
	block: YamlBlock,
	where = block.name,
): Entry[] {
	return entriesOf(map, block).filter(({ key, at }) => {
		if (known.includes(key)) return true;
		block.report(problems.keyUnknown(at, key, nearestKey(key, known), known, where));
		return false;
	});
}

/** Whether an unknown key of a map was meant for this one, and has been reported. */
export function isMisspelt(name: string, map: YAMLMap, known: readonly string[]): boolean {
	return map.items.some(
		({ key }) =>
			isScalar(key) && !known.includes(String(key.value)) && nearestKey(String(key.value), known) === name,
	);
}

/** What other programs call our keys. */
const ELSEWHERE: Record<string, string> = { lng: 'lon', long: 'lon', longitude: 'lon', latitude: 'lat' };

function nearestKey(key: string, known: readonly string[]): string | undefined {
	const translated = ELSEWHERE[key.toLowerCase()] ?? '';
	return known.includes(translated) ? translated : nearest(key, known)[0];
}

/** An alias stands for the node it names. */
export function follow(node: Node | undefined, block: YamlBlock): Node | undefined {
	return isAlias(node) ? node.resolve(block.document) : node;
}

export function positionOf(node: Node | undefined, block: YamlBlock): At {
	return block.locate(node?.range?.[0] ?? 0);
}

/** Whether a node stands in brackets, where a comma ends it. */
export function isBracketed(node: Node, block: YamlBlock): boolean {
	let bracketed = false;
	visit(block.document, {
		Node: (_key, found, path) => {
			if (found !== node) return undefined;
			bracketed = path.some((around) => 'flow' in around && around.flow === true);
			return visit.BREAK;
		},
	});
	return bracketed;
}

/** The value as it was written, on one line and not too long. */
export function received(node: Node | undefined, block: YamlBlock): string {
	const [from, to] = node?.range ?? [0, 0];
	const isText = isScalar(node) && typeof node.value === 'string';
	const written = isText ? String(node.value) : block.text.slice(from, to);
	const text = written.replace(/\s+/g, ' ').trim();
	return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}

/** `title: #1` */
const COMMENT_HINT = 'What follows "#" is a comment: put the whole value in quotes.';

/** Reports a value of the wrong type. An empty value is reported where its key stands. */
export function wrongType(entry: Entry, block: YamlBlock, expected: string, example: string): undefined {
	const at = isEmpty(entry.value) ? entry.at : positionOf(entry.value, block);
	const value = isEmpty(entry.value) ? '' : received(entry.value, block);
	const problem = problems.typeWrong(at, entry.key, expected, value, example);
	const isComment = value === '' && /^:[ \t]+#\S/.test(block.text.slice(entry.keyNode.range?.[1]));
	block.report(isComment ? { ...problem, hint: COMMENT_HINT } : problem);
}

function isEmpty(node: Node | undefined): boolean {
	return node === undefined || (isScalar(node) && node.value === null);
}

/** Text, or a number or a date meant as text. */
export function readText(entry: Entry, block: YamlBlock, example: string): Located<string> | undefined {
	const { value } = entry;
	if (!isScalar(value) || isEmpty(value)) return wrongType(entry, block, 'text', example);
	const text = typeof value.value === 'string' ? value.value.trim() : (value.source ?? String(value.value));
	if (text === '') return wrongType(entry, block, 'text', example);
	return { value: text, at: positionOf(value, block) };
}

export function readNumber(
	entry: Entry,
	block: YamlBlock,
	[from, to]: [number, number],
	hint?: string,
): Located<number> | undefined {
	const { key, value } = entry;
	if (!isScalar(value) || typeof value.value !== 'number' || !Number.isFinite(value.value))
		return wrongType(entry, block, 'a number', `${key}: ${from <= 4 && to >= 4 ? 4 : from}`);
	const at = positionOf(value, block);
	if (value.value >= from && value.value <= to) return { value: value.value, at };
	block.report(problems.rangeWrong(at, key, received(value, block), [from, to], hint));
	return undefined;
}

export function readBoolean(entry: Entry, block: YamlBlock): Located<boolean> | undefined {
	const { key, value } = entry;
	if (!isScalar(value) || typeof value.value !== 'boolean')
		return wrongType(entry, block, 'true or false', `${key}: true`);
	return { value: value.value, at: positionOf(value, block) };
}

export function readChoice<T extends string>(
	entry: Entry,
	block: YamlBlock,
	allowed: readonly T[],
): Located<T> | undefined {
	const text = readText(entry, block, `${entry.key}: ${allowed[0]}`);
	if (!text) return undefined;
	const choice = allowed.find((value) => value === text.value);
	if (choice) return { value: choice, at: text.at };
	block.report(
		problems.valueUnknown(text.at, entry.key, text.value, allowed, nearest(text.value, allowed)[0]),
	);
	return undefined;
}

/** The nodes of a list, or of a single value written without brackets. */
export function itemsOf(node: Node | undefined, block: YamlBlock): Node[] {
	if (node === undefined) return [];
	return isSeq(node) ? (node.items as Node[]).map((item) => follow(item, block) ?? item) : [node];
}

export { isMap, isScalar, isSeq, type Node, type YAMLMap };
