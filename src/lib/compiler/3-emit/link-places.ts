import type {
	Definition,
	Emphasis,
	Link,
	LinkReference,
	Nodes,
	Parents,
	PhrasingContent,
	Root,
	Text,
} from 'mdast';
import { toString } from 'mdast-util-to-string';
import { SKIP, visit, type VisitorResult } from 'unist-util-visit';
import { nearest } from '#lib/gazetteer/index.ts';
import type { Problem } from '#lib/story/index.ts';
import { positionOf } from '../1-parse/position-of';
import type { Target } from '../2-resolve/resolve-place';
import type { At, PlaceRef } from '../draft';
import { problems } from '../problems';
import { slugify } from '../slug';

export interface LinkContext {
	file: string;
	/** Language of the file. */
	lang: string;
	/** The addresses of this page, without their sign; the steps' ids among them. */
	anchors: string[];
	definitionOf: (reference: LinkReference) => Definition | undefined;
	resolve: (ref: PlaceRef) => Target | undefined;
	report: (problem: Problem) => void;
}

/** `[New York](place:New York)` is no link to Markdown, because of the space; it is one to us. */
const SPACED_LINK = /\[([^\][]+)\]\(place:([^)]*)\)/g;

const SAFE_LINK = /^(https?:|mailto:|#|\.{0,2}\/|[^:/?#]*([/?#]|$))/i;

/** Gives linked places their id, and reports links that lead nowhere or to what the page must not carry. */
export function linkPlaces(root: Root, context: LinkContext): void {
	visit(root, 'text', splitSpacedLinks);
	visit(root, (node: Nodes, index, parent) => {
		if (node.type !== 'link' && node.type !== 'linkReference') return undefined;
		const source = node.type === 'link' ? node : context.definitionOf(node);
		if (!source) return undefined;
		const at = positionOf(source, context.file);
		if (/^place:/i.test(source.url)) return replaceLink(node, source.url, at, index, parent, context);
		if (!SAFE_LINK.test(source.url)) context.report(problems.linkUnsafe(at, source.url));
		if (/^\/(?!\/)/.test(source.url)) context.report(problems.linkRoot(at, source.url));
		if (source.url.startsWith('#')) checkAnchor(source.url, at, context);
		return undefined;
	});
}

function checkAnchor(url: string, at: At, { anchors, report }: LinkContext): void {
	const wanted = decode(url.slice(1));
	if (anchors.includes(wanted)) return;
	const slug = slugify(wanted);
	const near = anchors.includes(slug) ? slug : nearest(wanted, anchors)[0];
	report(problems.linkDead(at, url, near, anchors));
}

function replaceLink(
	node: Link | LinkReference,
	url: string,
	at: At,
	index: number | undefined,
	parent: Parents | undefined,
	{ lang, resolve }: LinkContext,
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
