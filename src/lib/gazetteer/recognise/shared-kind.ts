import type { Lookup } from './lookup';
import type { Span } from './spans';
import { type Token, foldWord } from './tokens';

const PLURAL = new Map([
	['counties', 'county'],
	['Counties', 'county'],
	['parishes', 'parish'],
	['Parishes', 'parish'],
	['boroughs', 'borough'],
]);

const WORDS_OF_A_NAME = 3;

/** Names that share their word of kind, which stands after the last of them: Buncombe and Henderson counties. */
export function sharedKinds(tokens: readonly Token[], lookUp: Lookup): Span[] {
	const spans: Span[] = [];
	for (const [index, { text }] of tokens.entries()) {
		const kind = text.endsWith('s') ? PLURAL.get(text) : undefined;
		if (!kind) continue;
		let last = index - 1;
		while (last >= 0) {
			const span = countyEndingAt(tokens, last, kind, lookUp);
			if (!span) break;
			spans.push(span);
			let joint = span.first - 1;
			if (tokens[joint]?.text === 'and' || tokens[joint]?.text === 'or') joint--;
			if (tokens[joint]?.text === ',') joint--;
			if (joint === span.first - 1) break;
			last = joint;
		}
	}
	return spans;
}

function countyEndingAt(
	tokens: readonly Token[],
	last: number,
	kind: string,
	lookUp: Lookup,
): Span | undefined {
	let key = kind;
	let found: Span | undefined;
	for (let first = last; first >= 0 && first > last - WORDS_OF_A_NAME; first--) {
		const token = tokens[first]!;
		if (!token.isWord || token.casing === 'lower') break;
		key = `${foldWord(token.text)} ${key}`;
		const matches = lookUp(key).matches?.filter(({ place }) => place.kind === 'district');
		if (!matches?.length) continue;
		const [start, end] = [token.start, tokens[last]!.end];
		found = { first, last, start, end, text: '', key, matches, form: 'name', isPart: false };
	}
	return found;
}
