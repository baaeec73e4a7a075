import type { Element, ElementContent } from 'hast';
import { divideTexts, sentenceStarts, wholeText, wordStarts, type TextCut } from './cut-text';
import { hasClass, isBlank, isElement, isHeading, stretches, text } from './hast';

/** A step's text with all places where it may be cut. An atom is what stands between two of them. */
export interface Atoms {
	nodes: ElementContent[];
	/** The atom of every leaf: of a text, a picture, or an element that is never cut. */
	atomOf: Map<ElementContent, number>;
	/** What a cut before an atom costs; `Infinity` where there is none. One an atom, the first is 0. */
	costs: number[];
}

export interface AtomOptions {
	lang: string;
	/** Whether these blocks are too high for a part, the first one where the text begins. */
	tooHigh: (blocks: ElementContent[], first: boolean) => boolean;
}

/** A cut between blocks costs nothing; within sentences it hurts. Compare with the evenness of parts, 0…1. */
const COST = {
	block: 0,
	item: 0.01,
	sentence: 0.04,
	afterColon: 0.1,
	clause: 0.15,
	word: 0.3,
	row: 0.4,
	letter: 1,
};
const COST_OF_TEXT: Record<TextCut['within'], number> = {
	sentences: COST.sentence,
	clauses: COST.clause,
	words: COST.word,
	letters: COST.letter,
};

/** Finds where a step's text may be cut: between blocks, and within those that alone are too high. */
export function atomise(root: ElementContent[], { lang, tooHigh }: AtomOptions): Atoms {
	const atomOf = new Map<ElementContent, number>();
	const costs = [0];
	let started = false;

	/** Begins a new atom, unless nothing stands in this one yet. */
	function cut(cost: number): void {
		if (started) costs.push(cost);
		started = false;
	}

	function leaf(node: ElementContent): ElementContent {
		atomOf.set(node, costs.length - 1);
		started = true;
		return node;
	}

	/** Blocks one below the other. */
	function blocks(nodes: ElementContent[], first: boolean, between = COST.block): ElementContent[] {
		let before: Element[] = [];
		let previous: ElementContent[] = [];
		return stretches(nodes).flatMap((stretch, index) => {
			const stretched = Array.isArray(stretch) ? stretch : [stretch];
			if (index > 0)
				cut(
					before.length ? Infinity : wholeText(previous).trimEnd().endsWith(':') ? COST.afterColon : between,
				);
			const begins = first && index === before.length;
			const high = tooHigh([...before, ...stretched], begins);
			before = !Array.isArray(stretch) && isHeading(stretch) ? [...before, stretch] : [];
			previous = stretched;
			if (!high) return stretched.map(leaf);
			return Array.isArray(stretch) ? inline(stretch, begins) : [block(stretch, begins)];
		});
	}

	function block(node: Element, first: boolean): ElementContent {
		const { children } = node;
		if (node.tagName === 'pre') return { ...node, children: lines(children) };
		if (node.tagName === 'table') return table(node, first);
		if (node.tagName === 'figure') return { ...node, children: figure(children) };
		if (hasClass(node, 'images') || isElement(node, 'ul', 'ol'))
			return { ...node, children: items(children, first) };
		if (isElement(node, 'blockquote', 'li', 'section', 'div', 'dl', 'dd'))
			return { ...node, children: blocks(children, first) };
		return { ...node, children: inline(children, first) };
	}

	function items(nodes: ElementContent[], first: boolean): ElementContent[] {
		let index = 0;
		return nodes.flatMap((item) => {
			if (isBlank(item)) return [];
			cut(COST.item);
			const begins = index++ === 0 && first;
			return item.type === 'element' && tooHigh([item], begins) ? block(item, begins) : leaf(item);
		});
	}

	function table(node: Element, first: boolean): Element {
		const rows = (section: ElementContent) => {
			if (!isElement(section, 'tbody')) return section;
			const children = section.children.flatMap((row) => {
				if (!isElement(row, 'tr')) return [];
				cut(COST.item);
				const high = tooHigh([{ ...node, children: [{ ...section, children: [row] }] }], first);
				return high ? { ...row, children: cells(row, first) } : leaf(row);
			});
			return { ...section, children };
		};
		return { ...node, children: node.children.map(rows) };
	}

	function cells(row: Element, first: boolean): ElementContent[] {
		return row.children.map((cell, index) => {
			if (cell.type !== 'element') return cell;
			if (index > 0) cut(COST.row);
			return { ...cell, children: inline(cell.children, first) };
		});
	}

	/** A picture and the beginning of its caption stay together. */
	function figure(nodes: ElementContent[]): ElementContent[] {
		return nodes.map((node) =>
			isElement(node, 'figcaption') ? { ...node, children: inline(node.children, false) } : leaf(node),
		);
	}

	function inline(nodes: ElementContent[], first: boolean): ElementContent[] {
		const whole = wholeText(nodes);
		const starts = [0, ...sentenceStarts(whole, lang)];
		const cuts: TextCut[] = starts.flatMap((start, index) => {
			const sentence = whole.slice(start, starts[index + 1]);
			const begin: TextCut[] = start > 0 ? [{ at: start, within: 'sentences' }] : [];
			if (!tooHigh([text(sentence)], first && index === 0)) return begin;
			const words = wordStarts(sentence, lang).map(({ at, within }) => ({ at: at + start, within }));
			return [...begin, ...words];
		});
		return divide(nodes, cuts);
	}

	function lines(nodes: ElementContent[]): ElementContent[] {
		const whole = wholeText(nodes);
		const cuts = [...whole.matchAll(/\n(?=[^\n])/g)].map(({ index }): TextCut => ({
			at: index + 1,
			within: 'sentences',
		}));
		const further = wordStarts(whole, lang).filter(({ within }) => within === 'letters');
		return divide(
			nodes,
			[...cuts, ...further].sort((a, b) => a.at - b.at),
		);
	}

	function divide(nodes: ElementContent[], cuts: TextCut[]): ElementContent[] {
		let next = 0;
		return divideTexts(
			nodes,
			cuts.map(({ at }) => at),
			(node, at) => {
				for (; next < cuts.length && cuts[next]!.at <= at; next++) cut(COST_OF_TEXT[cuts[next]!.within]);
				leaf(node);
			},
		);
	}

	const nodes = blocks(root, true);
	if (!started && costs.length > 1) costs.pop();
	return { nodes, atomOf, costs };
}
