import type { Element, Root as Html } from 'hast';
import type {
	Definition,
	Emphasis,
	FootnoteDefinition,
	Link,
	LinkReference,
	Nodes,
	Parents,
	PhrasingContent,
	Root,
	RootContent,
	Text,
} from 'mdast';
import { toString } from 'mdast-util-to-string';
import rehypeSanitize, { defaultSchema, type Options as Schema } from 'rehype-sanitize';
import rehypeStringify from 'rehype-stringify';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { SKIP, visit, type VisitorResult } from 'unist-util-visit';
import type { Problem } from '#lib/story/index.ts';
import { problems } from '../problems';
import type { At, PlaceRef } from '../draft';
import type { Target } from '../2-resolve/resolve-place';
import { wordsFor } from './words';

export interface ProseContext {
	file: string;
	/** Language of the file. */
	lang: string;
	/** The step's id: footnotes of different steps stand on one page. */
	id: string;
	definitions: (Definition | FootnoteDefinition)[];
	resolve: (ref: PlaceRef) => Target | undefined;
	report: (problem: Problem) => void;
}

/** `[New York](place:New York)` is no link to Markdown, because of the space; it is one to us. */
const SPACED_LINK = /\[([^\][]+)\]\(place:([^)]*)\)/g;

const SAFE_LINK = /^(https?:|mailto:|#|\.{0,2}\/|[^:/?#]*([/?#]|$))/i;

/**
 * Without ids and classes of others, without images, and with `data-place` on our own spans. Ids are ours alone, so
 * none is prefixed.
 */
const SCHEMA: Schema = {
	...defaultSchema,
	clobber: [],
	tagNames: [
		...(defaultSchema.tagNames ?? []).filter((name) => name !== 'img' && name !== 'picture'),
		'span',
	],
	attributes: { ...defaultSchema.attributes, span: [['className', 'place'], 'dataPlace'] },
};

/** The prose of a step as safe HTML: no scripts, no handlers, no styles; linked places carry their id. */
export function renderProse(prose: RootContent[], context: ProseContext): string {
	const root: Root = { type: 'root', children: structuredClone([...prose, ...context.definitions]) };
	linkPlaces(root, context);
	const { footnotes, backToText } = wordsFor(context.lang);
	const processor = unified()
		.use(remarkRehype, {
			clobberPrefix: `${context.id}-`,
			footnoteLabel: footnotes,
			footnoteLabelTagName: 'h3',
			footnoteBackLabel: backToText,
		})
		.use(rehypeSanitize, SCHEMA);
	const html = processor.runSync(root) as Html;
	ownFootnoteLabel(html, context.id);
	return unified().use(rehypeStringify).stringify(html).trim();
}

/** The heading of the notes has the same id in every step, unless it is given one of its own. */
function ownFootnoteLabel(html: Html, id: string): void {
	const label = 'footnote-label';
	visit(html, 'element', ({ properties }: Element) => {
		if (properties.id === label) properties.id = `${id}-${label}`;
		if (String(properties.ariaDescribedBy) === label) properties.ariaDescribedBy = [`${id}-${label}`];
	});
}

function linkPlaces(root: Root, context: ProseContext): void {
	visit(root, 'text', splitSpacedLinks);
	visit(root, (node: Nodes, index, parent) => {
		if (node.type !== 'link' && node.type !== 'linkReference') return undefined;
		const source = node.type === 'link' ? node : definitionOf(node, context);
		if (!source) return undefined;
		const at = positionOf(source, context.file);
		if (/^place:/i.test(source.url)) return replaceLink(node, source.url, at, index, parent, context);
		if (!SAFE_LINK.test(source.url)) context.report(problems.linkUnsafe(at, source.url));
		return undefined;
	});
}

/** `[p]: place:Harbin`, for `[the city][p]`. */
function definitionOf({ identifier }: LinkReference, { definitions }: ProseContext): Definition | undefined {
	return definitions.find(
		(node): node is Definition => node.type === 'definition' && node.identifier === identifier,
	);
}

function replaceLink(
	node: Link | LinkReference,
	url: string,
	at: At,
	index: number | undefined,
	parent: Parents | undefined,
	{ lang, resolve }: ProseContext,
): VisitorResult {
	const written = decode(url.slice('place:'.length)).trim();
	const target = resolve({ name: written || toString(node), at, lang, ...(!written && { linked: true }) });
	const span: Emphasis = {
		type: 'emphasis',
		children: node.children,
		data: { hName: 'span', hProperties: { className: ['place'], dataPlace: target?.id } },
	};
	if (parent && index !== undefined) parent.children[index] = span;
	return [SKIP, (index ?? 0) + 1];
}

function splitSpacedLinks(node: Text, index: number | undefined, parent: Parents | undefined): VisitorResult {
	const matches = [...node.value.matchAll(SPACED_LINK)];
	if (!matches.length || !parent || index === undefined || parent.type === 'link') return undefined;
	const pieces: PhrasingContent[] = [];
	let end = 0;
	for (const match of matches) {
		const [whole, text = '', name = ''] = match;
		pieces.push({ type: 'text', value: node.value.slice(end, match.index) });
		pieces.push({
			type: 'link',
			url: `place:${encodeURIComponent(name)}`,
			children: [{ type: 'text', value: text }],
			position: positionWithin(node, match.index),
		});
		end = match.index + whole.length;
	}
	pieces.push({ type: 'text', value: node.value.slice(end) });
	parent.children.splice(index, 1, ...pieces);
	return [SKIP, index + pieces.length];
}

/** The position of a character of a text, which may run over several lines. */
function positionWithin({ position, value }: Text, offset: number): Link['position'] {
	if (!position) return undefined;
	const before = value.slice(0, offset).split('\n');
	const last = before.at(-1)?.length ?? 0;
	const line = position.start.line + before.length - 1;
	const column = before.length === 1 ? position.start.column + last : last + 1;
	return { start: { line, column }, end: { line, column } };
}

function decode(text: string): string {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}

function positionOf(node: Nodes, file: string): At {
	return { file, line: node.position?.start.line ?? 1, column: node.position?.start.column ?? 1 };
}
