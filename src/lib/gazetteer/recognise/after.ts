import { isInitial } from './before';
import type { Span } from './spans';
import type { Surroundings } from './surroundings';
import type { Token } from './tokens';
import type { Sign } from './weights';

const PERSON_VERB =
	/^(?:said|says|told|added|argued|wrote|scored|died|joked|recalled|testified|sagte|sagt|erklärte|betonte|schrieb|fügte|traf|meinte|starb|spielte|kritisierte)$/;

const UNIT_AFTER =
	/^(?:province|state|region|district|county|governorate|prefecture|oblast|peninsula|island|valley|airport|municipality|area|province's|suburb|resort)$/;

export function after(span: Span, around: Surroundings): Sign[] {
	const { tokens, words, lexicon, lang, lines, startingAt } = around;
	const next = tokens[span.last + 1];
	if (!next || (next.startsSentence && next.gap.includes('\n'))) return [];
	if (isQuoted(span, tokens)) return ['quoted'];
	if (isAged(span, tokens)) return ['aged'];
	if (next.text === '-' && next.gap === '') return afterHyphen(span, around);
	const isCapitals = lines.kindOf[span.first] === 'capitals';
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

/** Boston-based, Ukraine-Krieg, U.S.-China; but Essen-Müller. */
function afterHyphen(span: Span, { tokens, lang, startingAt, isDemonym }: Surroundings): Sign[] {
	const part = tokens[span.last + 2];
	if (!part?.isWord || part.gap !== '') return [];
	if (
		/^(?:based|born|led|backed|bound|controlled|held|area|ruled|owned|friendly|brokered|trained|style|wide|made|educated|bred)$/.test(
			part.text,
		)
	)
		return ['based'];
	if (startingAt.has(span.last + 2)) return [];
	if (lang === 'de' && part.casing !== 'lower' && isDemonym(part.text)) return ['tail'];
	if (/^(?:Fieber|Virus|Syndrom|Marathon|Symphonie|Sinfonie|Tatort|Derby|virus|fever)$/.test(part.text))
		return ['tail'];
	const chain = tokens[span.last + 3];
	if (lang === 'de' && chain?.text === '-' && chain.gap === '' && part.casing !== 'lower') return ['tail'];
	if (/^(?:Landkreis|Kreis|Landkreises|Kreises|Rhein)$/.test(tokens[span.first - 1]?.text ?? ''))
		return ['tail'];
	if (lang === 'de' && tokens[span.last]!.text === 'US') return ['prefixed'];
	return lang === 'de' ? ['hyphenAfter'] : [];
}

function capitalised(word: string): string {
	return word[0] + word.slice(1).toLowerCase();
}
