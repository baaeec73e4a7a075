import type { FootnoteDefinition, Root, Text } from 'mdast';
import { visit } from 'unist-util-visit';
import { nearest } from '#lib/gazetteer/index.ts';
import { problems } from '../problems';
import type { ProseCheck } from './check-prose';
import { matchesIn } from './matches-in';
import { positionOf } from './position-of';

/** What Markdown leaves as text where no footnote has that name. */
const REFERENCE = /\[\^([^\]\s[]+)\](?!:)/g;

/** Reports references to footnotes that nobody wrote, footnotes that nobody refers to, and those written twice. */
export function checkFootnotes(root: Root, { file, text, report }: ProseCheck): void {
	const written = new Map<string, FootnoteDefinition>();
	const used = new Set<string>();
	visit(root, 'footnoteReference', ({ identifier }) => void used.add(identifier));
	visit(root, 'footnoteDefinition', (node) => {
		const first = written.get(node.identifier);
		const label = node.label ?? node.identifier;
		if (first) report(problems.footnoteTwice(positionOf(node, file), label, positionOf(first, file).line));
		else written.set(node.identifier, node);
	});
	for (const [identifier, node] of written)
		if (!used.has(identifier))
			report(problems.footnoteUnused(positionOf(node, file), node.label ?? identifier));
	const labels = [...written.values()].map(({ label, identifier }) => label ?? identifier);
	visit(root, 'text', (node: Text) => {
		for (const { match, at } of matchesIn(node, REFERENCE, text, file)) {
			const label = match[1] ?? '';
			const near = /^\d+$/.test(label) ? undefined : nearest(label, labels)[0];
			report(problems.footnoteMissing(at, label, near));
		}
	});
}
