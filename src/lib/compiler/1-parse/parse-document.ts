import type { Code, Definition, FootnoteDefinition, Heading, Html, Nodes, Root, RootContent } from 'mdast';
import { toString } from 'mdast-util-to-string';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import type { Problem } from '#lib/story/index.ts';
import type { At, Draft, DraftStep } from '../draft';
import { problems } from '../problems';
import { checkProse, isMapBlock } from './check-prose';
import { closeFences } from './close-fences';
import { decodeText } from './decode-text';
import { positionOf } from './position-of';
import { readComment } from './read-comment';
import { readFrontMatter } from './read-front-matter';
import { readMapBlock } from './read-map-block';
import { splitFrontMatter } from './split-front-matter';

/**
 * Reads one file of a story. Looks nothing up; collects every problem it meets.
 *
 * @param source the file's bytes, or its text where somebody has decoded it already
 */
export function parseDocument(file: string, source: string | Uint8Array, lang: string): Draft {
	const start: At = { file, line: 1, column: 1 };
	const text = decodeText(source);
	if (typeof text !== 'string') {
		const { line, column, guess } = text;
		return emptyDraft(start, lang, problems.encodingWrong({ file, line, column }, guess));
	}
	if (text.trim() === '') return emptyDraft(start, lang, problems.fileEmpty(start));
	const found: Problem[] = [];
	const report = (problem: Problem) => void found.push(problem);
	const split = splitFrontMatter(text);
	if (split.unclosed) report(problems.frontMatterUnclosed(start));
	const locate = locator(file, text);
	const front = readFrontMatter(split.yaml ?? '', {
		lang,
		report,
		locate: (offset) => locate(split.yamlStart + offset),
	});
	if (!front.title && !split.unclosed && !found.some(({ code }) => code === 'yaml-invalid')) {
		const written = found.some(({ message }) => message.startsWith('"title"'));
		if (!written) report(problems.titleMissing(start, split.yaml !== undefined));
	}

	const { text: body, open } = closeFences(split.body);
	for (const { line, text: fence } of open) report(problems.fenceUnclosed({ file, line, column: 1 }, fence));
	const root = unified().use(remarkParse).use(remarkGfm).parse(body);
	const { cover, steps, definitions } = splitSteps(root, { file, line: split.bodyLine, column: 1 }, report);
	for (const step of [cover, ...steps]) takeBlocks(step, { file, lang, lines: body.split('\n'), report });
	checkProse(root, { file, text: body, report });
	if (steps.length === 0) report(problems.stepsMissing({ file, line: split.bodyLine, column: 1 }));
	return { file, lang, front, cover, steps, definitions, problems: found };
}

/** A file of which nothing can be read. */
function emptyDraft(at: At, lang: string, why: Problem): Draft {
	const cover: DraftStep = { heading: '', at, prose: [] };
	return { file: at.file, lang, front: {}, cover, steps: [], definitions: [], problems: [why] };
}

/** Offset in a text → line and column, from 1. */
function locator(file: string, text: string): (offset: number) => At {
	return (offset) => {
		const before = text.slice(0, offset);
		return { file, line: before.split('\n').length, column: offset - before.lastIndexOf('\n') };
	};
}

function splitSteps(
	root: Root,
	start: At,
	report: (problem: Problem) => void,
): Pick<Draft, 'cover' | 'steps' | 'definitions'> {
	const cover: DraftStep = { heading: '', at: start, prose: [] };
	const steps: DraftStep[] = [];
	const definitions: (Definition | FootnoteDefinition)[] = [];
	visit(root, (node: Nodes) => {
		if (node.type === 'definition' || node.type === 'footnoteDefinition') definitions.push(node);
	});
	for (const node of root.children) {
		if (node.type === 'definition' || node.type === 'footnoteDefinition') continue;
		if (node.type === 'heading' && node.depth === 2) steps.push(beginStep(node, start.file, report));
		else (steps.at(-1) ?? cover).prose.push(node);
	}
	return { cover, steps, definitions };
}

function beginStep(node: Heading, file: string, report: (problem: Problem) => void): DraftStep {
	const at = positionOf(node, file);
	const heading = toString(node).replace(/\s+/g, ' ').trim();
	if (heading === '') report(problems.headingEmpty(at));
	return { heading, at, prose: [] };
}

interface BlockContext {
	file: string;
	lang: string;
	/** The lines of the file. */
	lines: string[];
	report: (problem: Problem) => void;
}

/** Takes the map block and the notes out of a step's prose. */
function takeBlocks(step: DraftStep, context: BlockContext): void {
	const prose: RootContent[] = [];
	const notes: string[] = [];
	for (const node of step.prose) {
		if (isMapBlock(node)) takeMap(step, node, context);
		else if (node.type !== 'html') prose.push(node);
		if (node.type === 'html') notes.push(...readComment(node.value).notes);
		else visit(node, 'html', (html: Html) => void notes.push(...readComment(html.value).notes));
	}
	step.prose = prose;
	step.note = notes.join('\n\n') || undefined;
}

function takeMap(step: DraftStep, node: Code, { file, lang, lines, report }: BlockContext): void {
	const at = positionOf(node, file);
	if (step.map) return report(problems.blockTwice(at));
	const values = node.value.split('\n');
	const locate = (offset: number): At => {
		const before = node.value.slice(0, offset).split('\n');
		const line = at.line + before.length;
		const value = values[before.length - 1] ?? '';
		const indent = (lines[line - 1] ?? '').replace(/\r$/, '').length - value.replace(/\r$/, '').length;
		return { file, line, column: Math.max(0, indent) + (before.at(-1)?.length ?? 0) + 1 };
	};
	step.map = readMapBlock(node.value, { lang, locate, report });
}
