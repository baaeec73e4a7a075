import type { ElementContent, Text } from 'hast';
import { text, textOf } from './hast';
import { WIDE } from './measure';

/** A place where text may go on in the next part. */
export interface TextCut {
	/** In UTF-16 units. */
	at: number;
	within: 'sentences' | 'clauses' | 'words' | 'letters';
}

/** An abbreviation, an initial or an ordinal number rather than the end of a sentence: `z. B.`, `16. Mai`. */
const NO_END = /(^|[\s("„“«‚‘\u00a0])(\p{L}{1,2}|\d{1,3})\.["”“»’)]*\s*$/u;

/** Where sentences begin, without the first. */
export function sentenceStarts(whole: string, lang: string): number[] {
	const starts: number[] = [];
	let before = '';
	for (const { segment, index } of new Intl.Segmenter(lang, { granularity: 'sentence' }).segment(whole)) {
		if (index > 0 && !NO_END.test(before) && /\S/.test(before) && /\S/.test(segment)) starts.push(index);
		before = segment;
	}
	return starts;
}

/** Longer ones are cut within: nobody reads them as words. UTF-16 units. */
const LONGEST_WORD = 60;

/** Where words begin, without the first; and where what is no word must be cut. */
export function wordStarts(whole: string, lang: string): TextCut[] {
	const cuts: TextCut[] = [];
	for (const [index, { 0: stretch, index: start }] of [...whole.matchAll(/\S+\s*/g)].entries()) {
		if (index > 0) cuts.push({ at: start, within: endsClause(whole.slice(0, start)) ? 'clauses' : 'words' });
		if (WIDE.test(stretch)) cuts.push(...wideStarts(stretch, start, lang));
		else if (stretch.length > LONGEST_WORD) cuts.push(...letterStarts(stretch, start, lang));
	}
	return cuts;
}

function endsClause(text: string): boolean {
	return /[,;:–—،؛、，；：]["”“»’)]*\s*$/.test(text);
}

/** Scripts without spaces. No line of theirs begins with a closing sign. */
function wideStarts(stretch: string, start: number, lang: string): TextCut[] {
	const cuts: TextCut[] = [];
	let before = '';
	for (const { segment, index } of new Intl.Segmenter(lang, { granularity: 'word' }).segment(stretch)) {
		const closes = /^[\p{Pe}\p{Pf}\p{Po}\s]/u.test(segment);
		const opens = /[\p{Ps}\p{Pi}]$/u.test(before);
		if (index > 0 && !closes && !opens)
			cuts.push({ at: start + index, within: endsClause(before) ? 'clauses' : 'words' });
		before = segment;
	}
	return cuts;
}

function letterStarts(stretch: string, start: number, lang: string): TextCut[] {
	const cuts: TextCut[] = [];
	let from = 0;
	for (const { index } of new Intl.Segmenter(lang, { granularity: 'grapheme' }).segment(stretch)) {
		if (index - from < LONGEST_WORD / 2) continue;
		cuts.push({ at: start + index, within: 'letters' });
		from = index;
	}
	return cuts;
}

/**
 * Inline content with its texts divided at these places; markup around them holds several texts then. `onLeaf` hears of
 * each text in order, of elements without content too, and at which place of the whole it begins.
 */
export function divideTexts(
	nodes: ElementContent[],
	places: readonly number[],
	onLeaf: (leaf: ElementContent, at: number) => void,
): ElementContent[] {
	let at = 0;
	const divide = (node: ElementContent): ElementContent[] => {
		if (node.type === 'text') return divideText(node);
		if (node.type === 'element' && node.children.length)
			return [{ ...node, children: node.children.flatMap(divide) }];
		onLeaf(node, at);
		return [node];
	};
	const divideText = ({ value }: Text): Text[] => {
		const inside = places.filter((place) => place > at && place < at + value.length);
		const bounds = [at, ...inside, at + value.length];
		const texts = bounds.slice(0, -1).map((from, index) => {
			const leaf = text(value.slice(from - at, bounds[index + 1]! - at));
			onLeaf(leaf, from);
			return leaf;
		});
		at += value.length;
		return texts;
	};
	return nodes.flatMap(divide);
}

/** The text of several nodes as one. */
export function wholeText(nodes: ElementContent[]): string {
	return nodes.map(textOf).join('');
}
