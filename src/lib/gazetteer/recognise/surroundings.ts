import type { Place } from '../place';
import type { Demonyms } from './demonyms';
import { diseasesIn } from './diseases';
import type { Lexicon, Words } from './lexicon';
import { type Lines, readLines } from './lines';
import { meansPeople } from './means-people';
import { personsOf, sportIn } from './persons';
import type { Span } from './spans';
import { type Token, foldWord } from './tokens';

/** A stretch of text with what is known of it as a whole. */
export interface Surroundings {
	tokens: readonly Token[];
	lang: string;
	words: Words;
	lexicon: Lexicon;
	lines: Lines;
	persons: ReadonlyMap<string, number>;
	/** 0 for no, 1 for words of it, 2 for a text about it. */
	sport: 0 | 1 | 2;
	/** Folded words that the text has in lower case, too. */
	lowerCase: ReadonlySet<string>;
	/** Folded names of diseases. */
	diseases: ReadonlySet<string>;
	/** Whether a word is an adjective or the name of a people. */
	isDemonym: (word: string) => boolean;
	/** The place that the adjective or people's name at a token belongs to. */
	demonymAt: (index: number) => Place | undefined;
	/** Spans by the index of their first token, and of their last. */
	startingAt: ReadonlyMap<number, Span>;
	endingAt: ReadonlyMap<number, Span>;
}

export function surroundingsOf(
	tokens: Token[],
	spans: Span[],
	lang: string,
	lexicon: Lexicon,
	demonyms: Demonyms,
): Surroundings {
	const words = lexicon.words(lang);
	const lowerCase = new Set<string>();
	for (const token of tokens)
		if (token.isWord && token.casing === 'lower') lowerCase.add(foldWord(token.text));
	return {
		tokens,
		lang,
		words,
		lexicon,
		lines: readLines(tokens, lang),
		persons: personsOf(tokens, words, lexicon),
		sport: sportIn(tokens, words),
		lowerCase,
		diseases: diseasesIn(spans, tokens),
		isDemonym: (word) => demonyms(word, lang) !== undefined,
		demonymAt(index) {
			const token = tokens[index];
			if (!token?.isWord || token.isHan || token.text.length < 4) return undefined;
			if (lang === 'en' && token.casing === 'lower') return undefined;
			const place = demonyms(token.text, lang);
			return place && meansPeople(tokens, index, place, lang) ? place : undefined;
		},
		startingAt: new Map(spans.map((span) => [span.first, span])),
		endingAt: new Map(spans.map((span) => [span.last, span])),
	};
}
