import type { Place } from '../place';
import type { Lexicon, Words } from './lexicon';
import type { Span } from './spans';
import type { Surroundings } from './surroundings';
import { type Token, foldWord } from './tokens';
import type { Sign } from './weights';

const PROMINENT_PROVINCE = 4;

export function standing(place: Place, lang: string): Sign[] {
	const { kind, rank, capital, population, country } = place;
	if (isNation(place)) return ['country'];
	if (kind === 'province')
		return [
			rank <= PROMINENT_PROVINCE || (isHome(country, lang) && lang === 'de')
				? 'prominentProvince'
				: 'province',
			...(isHome(country, lang) ? (['ownTown'] as const) : []),
		];
	if (kind === 'organisation') return ['never'];
	if (kind === 'district') return ['district', ...(isHome(country, lang) ? (['ownTown'] as const) : [])];
	if (kind !== 'city') return [kind];
	const own: Sign[] = isHome(country, lang) ? ['ownTown'] : [];
	if (population >= 1_000_000 || rank === 0 || (capital === 'country' && population > 50_000))
		return ['metropolis', ...own];
	if (population >= 300_000 || capital === 'country') return ['largeCity', ...own];
	if (population >= 100_000 || capital === 'province') return ['city', ...own];
	if (population >= 30_000) return ['town', ...own];
	return [population >= 10_000 ? 'smallTown' : 'village', ...own];
}

/** England is a country to everybody who writes of it. */
export function isNation({ id }: Place): boolean {
	return /^GB-(?:ENG|SCT|WLS|NIR)$/.test(id);
}

function isHome(country: string | undefined, lang: string): boolean {
	if (lang === 'de') return /^(?:DE|AT|CH)$/.test(country ?? '');
	if (lang === 'en') return /^(?:US|GB|CA|AU|IE|NZ)$/.test(country ?? '');
	return country?.toLowerCase() === lang;
}

export function ofName(span: Span, { words, lang, lowerCase, lexicon, tokens }: Surroundings): Sign[] {
	const signs: Sign[] = [];
	const [match] = span.matches;
	if (isGivenName(span, tokens, lexicon, words, lang)) signs.push('placeFirstName');
	const isForeign = span.matches.every(({ languages }) => languages.length > 0 && !languages.includes(lang));
	const isAlias = span.matches.every(({ languages }) => languages.length === 0);
	const isNatural = /^(?:river|sea|mountain|island|region)$/.test(match?.place.kind ?? '');
	if (isForeign && !isNatural && (lang === 'en' || lang === 'de')) signs.push('foreignName');
	else if (isAlias && !isNatural && match?.place.kind !== 'country') signs.push('alias');
	if (span.isPart) signs.push('isPart');
	if (NAMED_KIND.test(span.key) && match?.place.kind === 'district') signs.push('namedKind');
	if (words.never.has(span.key) && span.first !== span.last) return [...signs, 'never'];
	if (span.key.includes(' ') && span.first !== span.last) {
		signs.push('severalWords');
		return signs;
	}
	if (isAcronym(span, tokens)) signs.push('acronym');
	if (words.locative.has(span.key)) signs.push('locativeOnly');
	else if (
		words.never.has(span.key) ||
		(words.functionWords.has(span.key) && tokens[span.first]!.casing !== 'upper')
	)
		signs.push('never');
	if (lang === 'en' && span.key === 'turkey' && isBird(span, tokens, lowerCase)) signs.push('never');
	if (lowerCase.has(span.key)) signs.push('seenInLowerCase');
	if (words.surnames.has(span.key)) signs.push('surname');
	if (lexicon.firstNames.has(tokens[span.first]!.text)) signs.push('isFirstName');
	return signs;
}

const ROAST =
	/^(?:roast|roasted|roasting|stuffing|stuffed|gravy|cranberry|cranberries|thanksgiving|oven|carve|carved|basted)$/i;
const DISH = /^(?:breast|sandwich|sandwiches|dinner|dinners|soup|meat|burger|burgers|leg|legs)$/;

/** What may follow the bird, and not the country as an adjective: a Turkey escaped, but a Turkey analyst. */
const AFTER_BIRD = /^(?:\p{Ll}+ed|is|was|were|has|had|and|or|with|for|on|in|at|from|that|which|can|will)$/u;
const KITCHEN = 8;

/** The bird: Turkey was roasted; a Turkey. Turkey said is the country, though somebody eats a turkey there. */
function isBird({ first, last }: Span, tokens: readonly Token[], lowerCase: ReadonlySet<string>): boolean {
	const [previous, next] = [tokens[first - 1], tokens[last + 1]];
	if (DISH.test(next?.text ?? '')) return true;
	if (
		/^(?:a|the)$/i.test(previous?.text ?? '') &&
		(!next || AFTER_BIRD.test(next.text) || /^[.,;]$/.test(next.text))
	)
		return true;
	if (/^(?:in|from|to|of)$/i.test(previous?.text ?? '')) return false;
	if (lowerCase.has('turkey') && tokens[first]!.startsSentence) return true;
	return tokens.slice(Math.max(0, first - KITCHEN), last + KITCHEN).some(({ text }) => ROAST.test(text));
}

/** Endings of districts, which name nothing else. */
const NAMED_KIND =
	/(?:kreis(?:es)?|allgau| county| counties| parish| borough|shire|marsch|friesland|franken|bayern)$/;

const LONG_ACRONYM = 4;

function isAcronym({ first, matches }: Span, tokens: readonly Token[]): boolean {
	const { text, casing } = tokens[first]!;
	if (casing !== 'upper' || text.includes('.') || text.length > LONG_ACRONYM) return false;
	return matches.every(({ name }) => name !== name.toUpperCase());
}

/** Towns that German newspapers write about under a name that is given to children, too. */
const GERMAN_TOO =
	/^(?:Paris|London|Sydney|Houston|Dallas|Phoenix|Memphis|Boston|Bristol|Cleveland|Israel|China|India|Valencia|Odessa|Sofia|Adelaide|Santiago|Orlando|Wellington|Georgia|Virginia|Dakota|Salvador|Asia)$/;

/** Paris Hilton, Brooklyn Beckham; but Paris Mayor Hidalgo. */
function isGivenName(
	{ first, last }: Span,
	tokens: readonly Token[],
	lexicon: Lexicon,
	words: Words,
	lang: string,
): boolean {
	const next = tokens[last + 1];
	if (first !== last || !next?.isWord || next.casing === 'lower' || next.gap !== ' ' || next.text.length < 2)
		return false;
	if (!lexicon.placeFirstNames.has(tokens[first]!.text) && !lexicon.firstNames.has(tokens[first]!.text))
		return false;
	if (words.titlesAfter.has(next.text) || words.functionWords.has(next.text.toLowerCase())) return false;
	if (
		lang === 'de' &&
		lexicon.placeFirstNames.has(tokens[first]!.text) &&
		!GERMAN_TOO.test(tokens[first]!.text)
	)
		return true;
	return lexicon.surnames.has(foldWord(next.text)) || lexicon.firstNames.has(tokens[first]!.text);
}
