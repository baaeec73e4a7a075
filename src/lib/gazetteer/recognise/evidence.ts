import { after } from './after';
import { ofName, standing } from './of-name';
import type { Place } from '../place';
import { before } from './before';
import type { Span } from './spans';
import type { Surroundings } from './surroundings';
import { type Token, foldWord } from './tokens';
import { type Sign, isLeading, isLocating } from './weights';

const TEAM_VERB =
	/^(?:beat|beats|lost|drew|won|wins|defeated|edged|scored|trounced|thrashed|trailed|host|hosted|visit|face|faced|leads|lead|led|signed|gewann|verlor|besiegte|siegte|unterlag|gewinnt|verliert|trennten|spielte|bleibt|empfängt|schlug|muss)$/;
const TEAM_BEFORE =
	/^(?:beat|beats|defeated|edged|with|against|over|past|trounced|thrashed|gegen|besiegte|besiegt|schlug|bezwang)$/;

/** Before a number, and after one or a comma: Boston 88, Cleveland 90. */
function isScored(span: Span, tokens: readonly Token[]): boolean {
	const [before, number, behind] = [tokens[span.first - 1], tokens[span.last + 1], tokens[span.last + 2]];
	if (!number || !/^\d{1,3}$/.test(number.text) || number.gap !== ' ') return false;
	return (
		behind?.casing !== 'lower' &&
		(!before || /^(?:\d+|[,;:(])$/.test(before.text) || tokens[span.first]!.gap.includes('\n'))
	);
}

function hasTeamVerb(span: Span, tokens: readonly Token[]): boolean {
	return (
		TEAM_VERB.test(tokens[span.last + 1]?.text ?? '') || TEAM_BEFORE.test(tokens[span.first - 1]?.text ?? '')
	);
}

/** The signs for and against a span's being a place, without what the rest of the text adds. */
export function signsOf(span: Span, place: Place, around: Surroundings): Sign[] {
	let signs: Sign[] = ['bias', ...standing(place, around.lang), ...ofName(span, around)];
	const kind = around.lines.kindOf[span.first]!;
	if (around.lines.inDateline.has(span.first))
		return [...signs.filter((sign) => !/^(?:surname|locativeOnly|acronym)$/.test(sign)), 'dateline'];
	if (isHead(span, around)) return [...signs.filter((sign) => sign !== 'surname'), 'head'];
	if (kind === 'capitals') {
		signs = signs.filter((sign) => sign !== 'acronym');
		signs.push('capitals');
	}
	signs.push(...before(span, place, around), ...after(span, place, around));
	if (around.diseases.has(span.key) && !signs.some(isLocating)) signs.push('diseaseElsewhere');
	if (place.kind === 'river' && !signs.some(isLeading)) signs.push('bareRiver');
	const isTown = place.kind === 'city' || (place.kind === 'province' && place.country === 'US');
	if (isTown && around.sport && (around.lines.inResults.has(span.first) || isScored(span, around.tokens)))
		signs.push('inResults');
	if (isTown && around.sport && !signs.some(isLocating)) {
		if (around.sport > 1) signs.push('teamInSport');
		else if (hasTeamVerb(span, around.tokens)) signs.push('teamVerb');
	}
	if (around.persons.has(lastWord(span, around)) && place.kind !== 'continent') signs.push('knownPerson');
	return settled(signs, place, around.tokens[span.first]!, around.lang, kind !== 'text');
}

/** A place in front of a report: Merseburg. Ein Mann …, Grünheide/Austin - Der …, Chile – Santiago … */
function isHead(span: Span, { tokens, lines }: Surroundings): boolean {
	return (
		lines.inHead.has(span.first) &&
		tokens[span.last + 1] !== undefined &&
		/^[.\-–—/:]$/.test(tokens[span.last + 1]!.text)
	);
}

/** Doubts about a word that its neighbours dispel. */
function settled(signs: Sign[], { kind }: Place, token: Token, lang: string, isRaised: boolean): Sign[] {
	if (isRaised && kind !== 'country') return signs;
	if (signs.includes('kindWord'))
		return signs.filter((sign) => !/^(?:never|locativeOnly|surname|seenInLowerCase|isFirstName)$/.test(sign));
	if (signs.includes('strongPreposition'))
		return signs
			.filter((sign) => !/^(?:locativeOnly|surname|isFirstName)$/.test(sign))
			.map((sign) => (sign === 'knownPerson' ? 'knownPersonLocated' : sign));
	if (signs.includes('articled')) signs = signs.filter((sign) => sign !== 'locativeOnly');
	if (signs.includes('direction')) signs = signs.filter((sign) => sign !== 'surname');
	const isLikely =
		/direction|weakPreposition/.test(signs.join(' ')) ||
		kind === 'country' ||
		(lang === 'en' && !token.startsSentence);
	return isLikely ? signs.map((sign) => (sign === 'locativeOnly' ? 'rarelyLocative' : sign)) : signs;
}

function lastWord(span: Span, { tokens }: Surroundings): string {
	return foldWord(tokens[span.last]!.text);
}
