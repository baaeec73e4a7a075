import type { Place } from '../place';
import { isInitial } from './before';
import { namesDisease } from './diseases';
import type { Span } from './spans';
import type { Surroundings } from './surroundings';
import type { Token } from './tokens';
import type { Sign } from './weights';

const PERSON_VERB =
	/^(?:said|says|told|added|argued|wrote|scored|died|joked|recalled|testified|sagte|sagt|erklärte|betonte|schrieb|fügte|traf|meinte|starb|spielte|kritisierte)$/;

const UNIT_AFTER =
	/^(?:province|state|region|district|county|governorate|prefecture|oblast|peninsula|island|valley|airport|municipality|area|province's|suburb|resort|town|village|city|community|towns|villages|cities|provinces|regions|districts|states|islands|governorates|suburbs)$/;

export function after(span: Span, place: Place, around: Surroundings): Sign[] {
	const { tokens, words, lexicon, lang, lines, startingAt } = around;
	const next = tokens[span.last + 1];
	if (!next || (next.startsSentence && next.gap.includes('\n'))) return [];
	if (isQuoted(span, tokens)) return ['quoted'];
	if (isAged(span, tokens)) return ['aged'];
	if (namesDisease(span.last, tokens)) return ['disease'];
	if (next.text === '-' && next.gap === '') return afterHyphen(span, around);
	const isCapitals = lines.kindOf[span.first] === 'capitals';
	if (isDistrictAfter(span.last, tokens)) return ['qualifier'];
	if (lang === 'en' && !isCapitals && place.kind !== 'country' && isInstitution(span, around))
		return ['tail'];
	if (isInAcronym(span, tokens)) return ['organisationHead'];
	if (!next.isWord || next.gap === '') return [];
	if (
		/^(?:da|de|do|del|di|du|des)$/.test(next.text) &&
		tokens[span.last + 2]?.isWord &&
		tokens[span.last + 2]!.casing !== 'lower'
	)
		return ['unknownCapitalAfter'];
	if (words.heads.has(tokens[span.last]!.text) && span.first === span.last && startingAt.has(span.last + 1))
		return ['organisationHead'];
	if (next.casing === 'lower' && UNIT_AFTER.test(next.text)) return ['kindWordAfter'];
	if (next.casing === 'lower')
		return PERSON_VERB.test(next.text) && words.surnames.has(span.key) ? ['personVerb'] : [];
	if (isCapitals) return words.tails.has(capitalised(next.text)) ? ['tail'] : [];
	if (words.tails.has(next.text)) return ['tail'];
	if (words.titlesAfter.has(next.text)) return ['role'];
	if (lang !== 'en' || lines.kindOf[span.first] === 'headline') return [];
	if (words.functionWords.has(next.text.toLowerCase())) return [];
	if (startingAt.get(span.last + 1)?.matches.some(({ place }) => place.kind === 'country')) return [];
	if (lexicon.firstNames.has(next.text) || words.titlesBefore.has(next.text)) return [];
	if (/^(?:AP|AFP|UPI)$/.test(next.text) || isInitial(next)) return [];
	return around.isDemonym(next.text) ? [] : ['unknownCapitalAfter'];
}

/** Lohne, Lk. Vechta; Altentreptow (LK MSE) */
function isDistrictAfter(last: number, tokens: readonly Token[]): boolean {
	return (
		/^[,(]$/.test(tokens[last + 1]?.text ?? '') &&
		/^(?:Lk|LK|Kr|Lkr|Landkreis|Kreis)$/.test(tokens[last + 2]?.text ?? '')
	);
}

/** So many words of an institution's name are looked at. */
const LONG_NAME = 6;

/** New York City (NYC) Health Department, Auckland District Health Board; but Texas Governor Abbott's Office. */
function isInstitution({ last }: Span, { tokens, words, lines }: Surroundings): boolean {
	if (lines.kindOf[last] === 'headline') return false;
	for (let index = last + 1; index <= last + LONG_NAME; index++) {
		const token = tokens[index];
		if (!token || token.gap.includes('\n')) return false;
		if (/^[()]$/.test(token.text)) continue;
		if (!token.isWord || token.casing === 'lower') return false;
		if (token.text !== 'Health' && words.titlesAfter.has(token.text)) return false;
		if (words.functionWords.has(token.text.toLowerCase())) return false;
		if (words.tails.has(token.text)) return true;
	}
	return false;
}

/** Radio Television Hong Kong (RTHK): the letters in brackets begin before the name. */
function isInAcronym({ first, last }: Span, tokens: readonly Token[]): boolean {
	if (tokens[last + 1]?.text !== '(' || tokens[last + 3]?.text !== ')') return false;
	const letters = tokens[last + 2]!.text;
	const words = tokens.slice(Math.max(0, last + 1 - letters.length), last + 1);
	return (
		letters.length > last - first + 1 &&
		letters === letters.toUpperCase() &&
		words.map(({ text }) => text[0]).join('') === letters
	);
}

/** Carlisle, 61, said …; Jordan (34) */
function isAged({ last }: Span, tokens: readonly Token[]): boolean {
	const [open, number, close] = [tokens[last + 1], tokens[last + 2], tokens[last + 3]];
	return (
		/^\d{2}$/.test(number?.text ?? '') &&
		((open!.text === ',' && close?.text === ',') || (open!.text === '(' && close?.text === ')'))
	);
}

/** A title in quotation marks is no place, whatever it is called. */
function isQuoted({ first, last }: Span, tokens: readonly Token[]): boolean {
	return /^["“”„«»']$/.test(tokens[first - 1]?.text ?? '') && /^["“”«»']$/.test(tokens[last + 1]?.text ?? '');
}

/** What makes an adjective of a place even where little speaks for the place. */
const BASED =
	/^(?:based|born|led|backed|bound|controlled|held|area|ruled|owned|friendly|brokered|trained|style|wide|made|educated|bred)$/;

/** Quarters and halves of a town: Karlsruhe-Nord, Berlin-Mitte. */
const QUARTER = /^(?:Nord|Süd|Ost|West|Mitte|Zentrum|Altstadt|Innenstadt|Neustadt|Stadt|Land|Umland)$/;

/** Boston-based, Ukraine-Krieg, EU-Russland-Sanktionen; but Essen-Müller, U.S.-China, Berlin-Mitte. */
function afterHyphen(span: Span, { tokens, lang, startingAt, isDemonym }: Surroundings): Sign[] {
	const part = tokens[span.last + 2];
	if (!part?.isWord || part.gap !== '') return [];
	if (BASED.test(part.text)) return ['based', 'prefixed'];
	const other = startingAt.get(span.last + 2);
	if (other) {
		const end = tokens[other.last + 2];
		const isChain =
			tokens[other.last + 1]?.text === '-' && tokens[other.last + 1]!.gap === '' && end?.gap === '';
		if (!isChain || !end.isWord || startingAt.has(other.last + 2)) return [];
		return NAMED_AFTER.test(end.text) ? ['tail'] : ['prefixed'];
	}
	const isSlug = part.casing === 'upper' && tokens[span.last]!.casing === 'upper' && lang === 'en';
	if (part.casing === 'lower' || isSlug) return ['prefixed'];
	if (lang !== 'de' || QUARTER.test(part.text)) return [];
	if (isDemonym(part.text) || NAMED_AFTER.test(part.text)) return ['tail'];
	const chain = tokens[span.last + 3];
	if (chain?.text === '-' && chain.gap === '') return ['tail'];
	if (/^(?:Landkreis|Kreis|Landkreises|Kreises|Rhein)$/.test(tokens[span.first - 1]?.text ?? ''))
		return ['tail'];
	return ['prefixed'];
}

/** What bears the name of a place without being there. */
const NAMED_AFTER =
	/^(?:Marathon|Symphonie|Sinfonie|Tatort|Derby|Straße|Strasse|Platz|Allee|Weg|Ufer|Brücke|Universität|Preis|Pakt|Museum|Institut|Stiftung)$/;

function capitalised(word: string): string {
	return word[0] + word.slice(1).toLowerCase();
}
