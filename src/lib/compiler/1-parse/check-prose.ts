import type { Code, Html, Image, ImageReference, Nodes, Paragraph, Parents, Root, Text } from 'mdast';
import { visit } from 'unist-util-visit';
import { nearest } from '#lib/gazetteer/index.ts';
import type { Problem } from '#lib/story/index.ts';
import type { At } from '../draft';
import { problems } from '../problems';
import { checkFootnotes } from './check-footnotes';
import { matchesIn } from './matches-in';
import { positionOf } from './position-of';
import { readComment } from './read-comment';

export interface ProseCheck {
	file: string;
	/** The Markdown that was parsed. */
	text: string;
	report: (problem: Problem) => void;
}

/** `![alt](Foto 1.jpg 'Caption')`: text to Markdown, because of the space. Places may have spaces: we read those ourselves. */
const SPACED =
	/(!?)\[([^\][]*)\]\((?!place:)([^\s()<>"']+(?: [^\s()<>"']+)+)((?:\s+(?:"[^"]*"|'[^']*'))?)\)/gi;

/** Reports what Markdown allows and a story does not take over. */
export function checkProse(root: Root, check: ProseCheck): void {
	const { file, report } = check;
	visit(root, (node: Nodes, _index, parent: Parents | undefined) => {
		const at = positionOf(node, file);
		if (node.type === 'code') checkFence(node, at, parent, report);
		if (node.type === 'heading' && node.depth === 1) report(problems.headingLevel(at));
		if (isImage(node) && !(parent?.type === 'paragraph' && isOfImages(parent)))
			report(problems.imageInline(at, 'url' in node ? node.url : node.label || node.identifier));
		if (node.type === 'html') checkHtml(node, at, report);
		if (node.type === 'text') checkSpaced(node, check);
	});
	checkFootnotes(root, check);
}

export function isMapBlock(node: Nodes): node is Code {
	return node.type === 'code' && node.lang?.toLowerCase() === 'map';
}

/** Whether a paragraph holds images and nothing else; comments are nothing. */
export function isOfImages({ children }: Paragraph): boolean {
	return (
		children.some(isImage) &&
		children.every(
			(child) =>
				isImage(child) ||
				child.type === 'break' ||
				child.type === 'html' ||
				(child.type === 'text' && child.value.trim() === ''),
		)
	);
}

export function isImage(node: Nodes): node is Image | ImageReference {
	return node.type === 'image' || node.type === 'imageReference';
}

function checkFence(
	node: Code,
	at: At,
	parent: Parents | undefined,
	report: (problem: Problem) => void,
): void {
	if (node.lang?.toLowerCase() === 'map') {
		if (parent?.type !== 'root')
			report(problems.blockMisplaced(at, 'stands inside a list, a quotation or a footnote'));
		if (node.meta) report(problems.blockMeta(at, node.meta));
		return;
	}
	if (!node.lang) {
		const isIndented = /^(`{3,}|~{3,})map\b/i.test(node.value);
		if (isIndented)
			report(problems.blockMisplaced(at, 'is indented so far that it is text shown as it is typed'));
		return;
	}
	if (node.lang === 'text') return;
	const near = nearest(node.lang, ['map', 'text'])[0];
	report(problems.fenceUnknown(at, node.lang, near));
}

function checkHtml(node: Html, at: At, report: (problem: Problem) => void): void {
	const { markup, unclosed, misspelt } = readComment(node.value);
	if (misspelt && !unclosed) report(problems.noteUnread(at, misspelt));
	if (unclosed) report(problems.commentUnclosed(at));
	else if (markup && !markup.startsWith('</'))
		report(problems.htmlUnsupported(at, /^<[^>\s]*/.exec(markup)?.[0].concat('>') ?? markup.slice(0, 30)));
}

function checkSpaced(node: Text, { file, text, report }: ProseCheck): void {
	for (const { match, at } of matchesIn(node, SPACED, text, file)) {
		const [whole, sign, words, address, title] = match;
		report(problems.linkSpaced(at, whole, `${sign}[${words}](<${address}>${title})`));
	}
}
