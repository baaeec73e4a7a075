import type { Place } from '../place';
import type { Considered } from './considered';
import { type Context, liesIn } from './resolve';
import type { Span } from './spans';
import type { Surroundings } from './surroundings';
import type { Token } from './tokens';

/** What stands near counts for more than what stands elsewhere in the text. */
const NEAR_BY: [characters: number, factor: number][] = [
	[200, 3],
	[700, 1.5],
];
const ELSEWHERE = 0.5;

/** So many places before and after are looked at. */
const WINDOW = 20;

export interface Entry {
	key: string;
	place: Place;
	start: number;
	/** How sure it is that this place is meant, 0 to 1. */
	sure: number;
}

export function entryOf({ span, senses: [best, second] }: Considered): Entry {
	const sure = second ? Math.min(1, Math.max(0, 0.3 + (best!.score - second.score) / 3)) : 1;
	return { key: span.key, place: best!.match.place, start: span.start, sure };
}

/** Adjectives tell of countries, too: Lebanese soldiers patrolled Tripoli. */
export function adjectiveEntries({ tokens, demonymAt, lang }: Surroundings): Entry[] {
	if (lang !== 'en' && lang !== 'de' && lang !== 'ru') return [];
	const entries: Entry[] = [];
	for (let index = 0; index < tokens.length; index++) {
		const place = demonymAt(index);
		if (place) entries.push({ key: '', place, start: tokens[index]!.start, sure: ADJECTIVE });
	}
	return entries;
}

const ADJECTIVE = 0.8;

/** The places found around one, weighed by how near they stand. A name gives no evidence for itself. */
export function nearby(entries: readonly Entry[], next: number, { span }: Considered): Context {
	const context: { place: Place; weight: number }[] = [];
	if (span.matches.length < 2) return context;
	for (let index = Math.max(0, next - WINDOW); index < Math.min(entries.length, next + WINDOW); index++) {
		const { key, place, start, sure } = entries[index]!;
		if (key === span.key) continue;
		const distance = Math.abs(start - span.start);
		const factor = NEAR_BY.find(([characters]) => distance < characters)?.[1] ?? ELSEWHERE;
		context.push({ place, weight: sure * factor });
	}
	return context;
}

/** Areas that follow after a comma or in brackets (Paris, Texas; Halle (Saale)), and whether the name itself follows a place in it. */
export function qualifiersOf(
	considered: Considered[],
	index: number,
	{ tokens, lang, demonymAt }: Surroundings,
): { areas: Place[]; land: Place | undefined; qualifies: boolean } {
	const { span } = considered[index]!;
	const next = considered[index + 1];
	const previous = considered[index - 1];
	const areas = next && areQualified(span, next.span, tokens) ? areasOf(next) : [];
	const qualifies =
		previous !== undefined &&
		areQualified(previous.span, span, tokens) &&
		areasOf(considered[index]!).some((area) =>
			previous.span.matches.some(({ place }) => liesIn(place, area)),
		);
	const land = lang === 'de' && !('signs' in span) ? demonymAt(span.first - 1) : undefined;
	return { areas, land, qualifies };
}

function areasOf({ span }: Considered): Place[] {
	return span.matches
		.map(({ place }) => place)
		.filter(({ kind }) => kind === 'country' || kind === 'province');
}

function areQualified(place: Span, area: Span, tokens: readonly Token[]): boolean {
	if ('signs' in place) return false;
	const between = tokens[place.last + 1]!;
	if (between?.text === ',' && area.first === place.last + 3 && tokens[place.last + 2]!.text === 'in')
		return true;
	if (area.first !== place.last + 2) return false;
	return (
		between.text === ',' ||
		(between.text === '(' && tokens[area.last + 1]?.text === ')') ||
		(between.text === '/' && area.first === place.last + 2)
	);
}

/** Whether it stands in a row with a place that is sure (Berlin, Hamburg und Köln), and whether that has a preposition before it. */
export function rowOf(
	considered: Considered[],
	index: number,
	around: Surroundings,
): { isListed: boolean; inherits: boolean } {
	const [before, own, behind] = [considered[index - 1], considered[index]!, considered[index + 1]];
	const first = joint(before, own, around);
	const isListed = first !== '' || joint(own, behind, around) !== '';
	const isSure =
		before !== undefined &&
		before.score > 0.8 &&
		before.signs.some((sign) => sign === 'strongPreposition' || sign === 'inherited');
	return {
		isListed: isListed && [before, behind].some((other) => other !== undefined && other.score > 0.8),
		inherits: isSure && (first === 'and' || (first === ',' && around.sport === 0)),
	};
}

/** What joins two spans of a row. */
function joint(
	first: Considered | undefined,
	second: Considered | undefined,
	{ tokens }: Surroundings,
): '' | ',' | 'and' {
	if (!first || !second || 'signs' in first.span || 'signs' in second.span) return '';
	const between = tokens.slice(first.span.last + 1, second.span.first).map(({ text }) => text);
	if (between.length === 0 || between.length > 2) return '';
	if (!between.every((text) => /^(?:,|and|und|or|oder|&|\/|и|или|sowie|bis|to)$/i.test(text))) return '';
	return between.length === 1 && between[0] === ',' ? ',' : 'and';
}
