import { signsOf } from './evidence';
import type { HanSpan } from './han';
import { type Hint, type Sense, sensesOf } from './resolve';
import type { Span } from './spans';
import type { Surroundings } from './surroundings';
import { type Sign, sum } from './weights';

export interface Considered {
	span: Span;
	hint: Hint;
	senses: Sense[];
	/** Signs of the words themselves and their neighbours. */
	base: Sign[];
	/** The same with what the rest of the text adds. */
	signs: Sign[];
	score: number;
}

export function consider(span: Span, around: Surroundings): Considered {
	const hint = hintOf(span, around);
	const senses = sensesOf(span.matches, around.lang, hint, []);
	const signs = signsOf(span, senses[0]!.match.place, around);
	return { span, hint, senses, base: signs, signs, score: sum(signs) };
}

export function considerHan(span: HanSpan, lang: string): Considered {
	const senses = sensesOf(span.matches, lang, {}, []);
	const { kind, population, capital } = senses[0]!.match.place;
	const isKnown = kind !== 'city' || population >= 500_000 || capital !== undefined;
	const signs: Sign[] = ['bias', isKnown ? 'region' : 'smallTown', ...span.signs];
	return { span, hint: {}, senses, base: signs, signs, score: sum(signs) };
}

const KIND_WORDS: [RegExp, Hint['kind']][] = [
	[
		/^(?:state|province|bundesstaat|bundesstaaten|provinz|bundesland|region|oblast|prefecture|kanton|governorate|штате?|провинции|области)$/i,
		'province',
	],
	[
		/^(?:city|town|village|stadt|hauptstadt|ort|gemeinde|dorf|metropole|hafenstadt|capital|городе?)$/i,
		'city',
	],
	[
		/^(?:county|department|département|departement|landkreise?s?|kreise?s?|grafschaft|landschaft)$/i,
		'district',
	],
	[/^(?:island|insel)$/i, 'island'],
	[/^(?:river|fluss)$/i, 'river'],
];

function hintOf(span: Span, { tokens }: Surroundings): Hint {
	const previous = tokens[span.first - 1];
	const word = previous?.text.toLowerCase() === 'of' ? tokens[span.first - 2] : previous;
	const next = tokens[span.last + 1];
	const before = word && KIND_WORDS.find(([words]) => words.test(word.text))?.[1];
	const isState = next?.gap === ' ' && /^(?:state|province|county|oblast)$/i.test(next.text);
	return { kind: isState ? 'province' : before };
}
