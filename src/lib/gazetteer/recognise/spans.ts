import type { Match, NameTable } from '../name-table';

import { nominatives } from './inflect';
import type { Words } from './lexicon';
import { bracketAfter, extended, seaAfter } from './longer';
import { lookupIn, type Lookup } from './lookup';
import { sharedKinds } from './shared-kind';
import { foldWord, type Token } from './tokens';

export type Form = 'name' | 'adjective' | 'metonym';

/** Words of a text that may name a place. */
export interface Span {
	/** Indexes of its first and last token. */
	first: number;
	last: number;
	/** UTF-16 offsets. */
	start: number;
	end: number;
	text: string;
	/** The name that was found, folded. */
	key: string;
	matches: readonly Match[];
	form: Form;
	/** Only a part of the place is named (Nordsyrien, West Texas). */
	isPart: boolean;
}

/** Names of more words are rare, and end in a word that is found by itself. */
const LONGEST = 6;

/** Small words inside names: Frankfurt am Main, Dar es Salaam, Isle of Man. */
const INNER = /^(?:\p{Ll}{1,3}|upon|unter)$/u;

/** Words in lower case that belong to a name. */
const GENERIC = /^(?:states|islands|strip|sea|peninsula|mountains)$/;

/** Parts of countries by the compass: Nordsyrien, Süd-Libanon is found by its hyphen. */
const COMPASS_PREFIX =
	/^(?:Nordost|Nordwest|Südost|Südwest|Nord|Süd|Ost|West|Zentral|Mittel|Ober|Unter|Inner|Trans)(\p{Ll}{4,})$/u;

/** All spans that could name a place, the longest from each word on, none inside another. */
export function findSpans(tokens: readonly Token[], names: NameTable, lang: string, words: Words): Span[] {
	const spans: Span[] = [];
	const lookUp = lookupIn(names);
	const shared = lang === 'en' ? sharedKinds(tokens, lookUp) : [];
	const sharedAt = new Map(shared.map((span) => [span.first, span]));
	for (let i = 0; i < tokens.length; i++) {
		const token = tokens[i]!;
		const together = sharedAt.get(i);
		if (together) {
			spans.push(together);
			i = together.last;
			continue;
		}
		if (!token.isWord || token.isHan || token.casing === 'lower' || isKind(tokens, i, words)) continue;
		if (isInCode(tokens, i)) continue;
		const found = longest(tokens, i, lookUp, lang) ?? compassPart(tokens, i, lookUp, lang);
		if (!found) continue;
		const bracketed = bracketAfter(tokens, i, found, lookUp);
		if (bracketed) {
			spans.push(bracketed);
			i = bracketed.last;
			continue;
		}
		const sea = lang === 'en' && seaAfter(tokens, i, found, lookUp);
		if (sea) {
			spans.push(sea);
			i = sea.last;
			continue;
		}
		const { first, last } = extended(tokens, i, found.last, lang);
		const start = tokens[first]!.start;
		const end = tokens[last]!.end;
		const isPart = found.isPart || first !== i;
		spans.push({ ...found, first, last, start, end, text: '', form: 'name', isPart });
		i = last;
	}
	return spans;
}

/** Parts of names of variables and of paths: LC_US, \\Berlin. */
function isInCode(tokens: readonly Token[], index: number): boolean {
	const [before, after] = [tokens[index - 1], tokens[index + 1]];
	return (
		(tokens[index]!.gap === '' && before !== undefined && CODE.has(before.text)) ||
		(after !== undefined && after.gap === '' && CODE.has(after.text))
	);
}

const CODE = new Set('_\\=@{}<>|~^');

/** Of a name of one word only the genitive is a form: Bergen is not Berge. */
function isWeakForm(form: string, word: string, lang: string): boolean {
	return lang === 'de' && form !== word && word !== `${form}s`;
}

/** A name as it is looked up. */
export type Found = Pick<Span, 'last' | 'key' | 'matches' | 'isPart'>;

function longest(tokens: readonly Token[], first: number, lookUp: Lookup, lang: string): Found | undefined {
	let keys = [''];
	let best: Found | undefined;
	for (let last = first; last < tokens.length && last < first + LONGEST; last++) {
		if (last > first && isJoint(tokens, last)) continue;
		const token = tokens[last]!;
		if (last > first && !continues(tokens, last)) break;
		const word = foldWord(token.text);
		if (!word) break;
		const forms = nominatives(word, lang);
		const next: string[] = [];
		let matched: Found | undefined;
		for (const key of keys)
			for (const form of forms) {
				const longer = key ? `${key} ${form}` : form;
				const known = lookUp(longer);
				if (!known.begins) continue;
				next.push(longer);
				if (matched || (token.casing === 'lower' && INNER.test(token.text))) continue;
				const matches =
					key || !isWeakForm(form, word, lang)
						? known.matches?.filter((match) => fits(match, tokens, first, last, form !== word))
						: undefined;
				if (matches?.length) matched = { last, key: longer, matches, isPart: false };
			}
		if (matched) best = matched;
		if (!next.length) break;
		keys = next;
	}
	return best;
}

function continues(tokens: readonly Token[], index: number): boolean {
	const token = tokens[index]!;
	if (!token.isWord || token.isHan) return false;
	if (!/^(?: |\u00a0|[ ]?\r?\n|)$/.test(token.gap)) return false;
	if (token.gap === '' && !/[.-]$/.test(tokens[index - 1]!.text)) return false;
	return token.casing !== 'lower' || INNER.test(token.text) || GENERIC.test(token.text);
}

/** The hyphen inside Sachsen-Anhalt. */
function isJoint(tokens: readonly Token[], index: number): boolean {
	const { text, gap } = tokens[index]!;
	return text === '-' && gap === '' && tokens[index + 1]?.gap === '' && tokens[index + 1]!.isWord;
}

/** Provinz Idlib: the word of kind is in front of the name, though the gazetteer lists it with the name, too. */
function isKind(tokens: readonly Token[], index: number, words: Words): boolean {
	const next = tokens[index + 1];
	return (
		words.kinds.has(tokens[index]!.text) &&
		next?.isWord === true &&
		next.gap === ' ' &&
		next.casing !== 'lower'
	);
}

/** Names of two or three letters are found as they are printed only: US is not Us. */
function fits(
	{ name, place }: Match,
	tokens: readonly Token[],
	first: number,
	last: number,
	inflected: boolean,
): boolean {
	if (place.kind === 'organisation') return false;
	if (first !== last) return true;
	const { text } = tokens[first]!;
	const bare = text.replaceAll('.', '');
	if (bare.length > 3) return true;
	if (/^\p{Script=Cyrillic}+$/u.test(bare) && bare.length === 3) return true;
	const isCode = name === name.toUpperCase();
	if (isCode) return !inflected && bare === name.replaceAll('.', '') && bare.length > 1;
	return bare.length > 1;
}

function compassPart(
	tokens: readonly Token[],
	index: number,
	lookUp: Lookup,
	lang: string,
): Found | undefined {
	const rest = lang === 'de' ? COMPASS_PREFIX.exec(tokens[index]!.text)?.[1] : undefined;
	if (!rest) return undefined;
	for (const key of nominatives(foldWord(rest), lang)) {
		const matches = lookUp(key).matches?.filter(({ place }) =>
			/country|continent|province|region/.test(place.kind),
		);
		if (matches?.length) return { last: index, key, matches, isPart: true };
	}
	return undefined;
}
