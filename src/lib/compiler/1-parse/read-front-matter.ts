import type { Motion, ProjectionName, Source } from '#lib/story/index.ts';
import type { FrontMatter, Located } from '../draft';
import { problems } from '../problems';
import { readBasemap } from './read-basemap';
import { readDate } from './read-when';
import {
	isMap,
	isScalar,
	isSeq,
	itemsOf,
	knownEntries,
	positionOf,
	readChoice,
	readText,
	readYaml,
	received,
	wrongType,
	type Entry,
	type Node,
	type YamlBlock,
} from './yaml-block';

const MOTIONS: readonly Motion[] = ['step', 'scrub'];
const PROJECTIONS: readonly (ProjectionName | 'auto')[] = ['auto', 'globe', 'flat'];

type Reader<K extends keyof FrontMatter> = (entry: Entry, block: YamlBlock) => FrontMatter[K];

const READERS: { [K in keyof Required<FrontMatter>]: Reader<K> } = {
	title: (entry, block) => readText(entry, block, 'title: Two days in China'),
	description: (entry, block) => readText(entry, block, 'description: A summit and what it says'),
	date: readDate,
	updated: readDate,
	author: (entry, block) => readText(entry, block, 'author: Ada Lovelace'),
	sources: readSources,
	translates: (entry, block) => readText(entry, block, 'translates: de'),
	motion: (entry, block) => readChoice(entry, block, MOTIONS),
	projection: (entry, block) => readChoice(entry, block, PROJECTIONS),
	worldview: (entry, block) => readText(entry, block, 'worldview: RU'),
	basemap: readBasemap,
};

const KEYS = Object.keys(READERS);

/** Reads the YAML at the head of a file. Reports what is not as it should be, and leaves it out. */
export function readFrontMatter(
	text: string,
	context: Pick<YamlBlock, 'lang' | 'locate' | 'report'>,
): FrontMatter {
	const block = readYaml(text, { name: 'The front matter', ...context });
	const root = block?.document.contents;
	if (!block || !root) return {};
	if (!isMap(root)) {
		const at = positionOf(root, block);
		block.report(
			problems.typeWrong(at, 'front matter', 'keys with values', received(root, block), 'title: Berlin'),
		);
		return {};
	}
	const front: FrontMatter = {};
	for (const entry of knownEntries(root, KEYS, block))
		readKey(front, entry.key as keyof FrontMatter, entry, block);
	return front;
}

function readKey<K extends keyof FrontMatter>(
	front: FrontMatter,
	key: K,
	entry: Entry,
	block: YamlBlock,
): void {
	const value = READERS[key](entry, block);
	if (value !== undefined) front[key] = value;
}

function readSources(entry: Entry, block: YamlBlock): Located<Source[]> | undefined {
	if (!isSeq(entry.value))
		return wrongType(entry, block, 'a list of sources', 'sources: [{title: …, url: …}]');
	const sources = itemsOf(entry.value, block).map((node) => readSource(node, entry, block));
	return { value: sources.filter((source) => source !== undefined), at: positionOf(entry.value, block) };
}

function readSource(node: Node, entry: Entry, block: YamlBlock): Source | undefined {
	if (isScalar(node)) {
		const title = readText({ ...entry, value: node }, block, 'sources: [{title: …, url: …}]');
		return title && { title: title.value };
	}
	if (!isMap(node))
		return wrongType({ ...entry, value: node }, block, 'a title, or a map with a title', 'title: …');
	const source: Partial<Source> = {};
	for (const field of knownEntries(node, ['title', 'url', 'publisher', 'date'], block, 'A source')) {
		const text = field.key === 'date' ? readDate(field, block) : readText(field, block, `${field.key}: …`);
		if (!text) continue;
		if (field.key === 'url' && !/^https?:\/\//i.test(text.value))
			block.report(problems.linkUnsafe(text.at, text.value));
		else source[field.key as keyof Source] = text.value;
	}
	if (source.title) return { ...source, title: source.title };
	block.report(problems.keyMissing(positionOf(node, block), 'title', 'A source'));
	return undefined;
}
