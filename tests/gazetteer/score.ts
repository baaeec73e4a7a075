import { distanceKm } from '#lib/geo/index.ts';
import type { LonLat } from '#lib/story/index.ts';
import type { Expected, Mark } from './marks';

/** What the recogniser says of a stretch of text. */
export interface Mention {
	start: number;
	end: number;
	id: string;
	kind: string;
	form: 'name' | 'adjective' | 'metonym';
	/** ISO 3166-1. */
	country?: string | undefined;
	lat: number;
	lon: number;
}

/** Where a place lies by the gazetteer, for expectations that are ids. */
export type PositionOf = (id: string) => LonLat | undefined;

/** A hundred miles, as published measurements of geocoders have it, km. */
export const NEAR = 161;

/** Counts of one text or of many. */
export interface Tally {
	/** Marked names, what was said to be a name, and the names whose span is exactly (or at least touched by) one of those. */
	names: number;
	said: number;
	exact: number;
	touched: number;
	/** Said spans that touch a name; what touches none is false. */
	saidRight: number;
	/** Of the exact ones: where the place meant is right. */
	resolved: number;
	/** Of the exact ones that have a position on both sides and are no countries, km. */
	errors: number[];
	adjectives: Share;
	metonyms: Share;
	missed: string[];
	invented: string[];
	misplaced: string[];
}

/** How many of how many. */
export interface Share {
	of: number;
	right: number;
}

export interface Figures {
	precision: number;
	recall: number;
	f: number;
	/** The same when touching is enough. */
	overlap: { precision: number; recall: number; f: number };
	/** Share of the exactly found names whose place is right. */
	resolution: number;
	medianErrorKm: number;
	adjectives: Share;
	metonyms: Share;
}

/**
 * Holds the mentions of one text against its marks. Mentions of adjectives, of organisations, and whatever touches an
 * adjective, a metonym or something arguable are neither hit nor miss among names.
 */
export function scoreText(text: string, marks: Mark[], mentions: Mention[], positionOf: PositionOf): Tally {
	const names = marks.filter(({ form }) => form === 'name');
	const others = marks.filter(({ form }) => form !== 'name');
	const placeMentions = mentions.filter(({ form, kind }) => form !== 'adjective' && kind !== 'organisation');
	const said = placeMentions.filter(
		(mention) =>
			names.some((mark) => touches(mark, mention)) || !others.some((mark) => touches(mark, mention)),
	);
	const tally = emptyTally();
	tally.names = names.length;
	tally.said = said.length;
	for (const mark of names) {
		const found = said.find(({ start, end }) => start === mark.start && end === mark.end);
		if (said.some((mention) => touches(mark, mention))) tally.touched++;
		if (!found) {
			tally.missed.push(mark.text);
			continue;
		}
		tally.exact++;
		if (isRight(mark.expected, found, positionOf)) tally.resolved++;
		else tally.misplaced.push(`${mark.text} → ${found.id}`);
		const error = errorKm(mark.expected, found);
		if (error !== undefined) tally.errors.push(error);
	}
	for (const mention of said) {
		if (names.some((mark) => touches(mark, mention))) tally.saidRight++;
		if (!names.some(({ start, end }) => start === mention.start && end === mention.end))
			tally.invented.push(text.slice(mention.start, mention.end));
	}
	tally.adjectives = shareOf(marks, mentions, 'adjective', positionOf);
	tally.metonyms = shareOf(marks, placeMentions, 'metonym', positionOf);
	return tally;
}

/** @param tallies of several texts */
export function figuresOf(tallies: Tally[]): Figures {
	const sum = (count: (tally: Tally) => number) => tallies.reduce((total, tally) => total + count(tally), 0);
	const [names, said, exact] = [sum((t) => t.names), sum((t) => t.said), sum((t) => t.exact)];
	const share = (pick: (tally: Tally) => Share): Share => ({
		of: sum((t) => pick(t).of),
		right: sum((t) => pick(t).right),
	});
	return {
		...precisionAndRecall(exact, said, exact, names),
		overlap: precisionAndRecall(
			sum((t) => t.saidRight),
			said,
			sum((t) => t.touched),
			names,
		),
		resolution: ratio(
			sum((t) => t.resolved),
			exact,
		),
		medianErrorKm: median(tallies.flatMap((t) => t.errors)),
		adjectives: share((t) => t.adjectives),
		metonyms: share((t) => t.metonyms),
	};
}

function precisionAndRecall(saidRight: number, said: number, found: number, names: number) {
	const precision = ratio(saidRight, said);
	const recall = ratio(found, names);
	return { precision, recall, f: ratio(2 * precision * recall, precision + recall) };
}

/** Whether the place is one of those expected: by id, by country where a country is expected, or within `near` km. */
export function isRight(
	expected: Expected[],
	place: Pick<Mention, 'id' | 'country' | 'lat' | 'lon'>,
	positionOf: PositionOf,
	near = NEAR,
): boolean {
	return expected.some(({ id, at, country }) => {
		if (id === place.id) return true;
		if (id && !id.includes('-')) return place.country === id;
		const where = at ?? (id ? positionOf(id) : undefined);
		if (!where || distanceKm(where, place) > near) return false;
		return !country || !place.country || country === place.country;
	});
}

function errorKm(expected: Expected[], place: LonLat): number | undefined {
	const points = expected.flatMap(({ at }) => at ?? []);
	return points.length ? Math.min(...points.map((point) => distanceKm(point, place))) : undefined;
}

function shareOf(marks: Mark[], mentions: Mention[], form: Mark['form'], positionOf: PositionOf): Share {
	const marked = marks.filter((mark) => mark.form === form);
	const isFound = (mark: Mark) =>
		mentions.some(
			(mention) =>
				touches(mark, mention) &&
				(form !== 'adjective' || mention.form === 'adjective') &&
				isRight(mark.expected, mention, positionOf),
		);
	return { of: marked.length, right: marked.filter(isFound).length };
}

function touches(a: { start: number; end: number }, b: { start: number; end: number }): boolean {
	return a.start < b.end && b.start < a.end;
}

function emptyTally(): Tally {
	const none = { of: 0, right: 0 };
	return {
		...{ names: 0, said: 0, exact: 0, touched: 0, saidRight: 0, resolved: 0 },
		...{ errors: [], adjectives: none, metonyms: none, missed: [], invented: [], misplaced: [] },
	};
}

/** 0 of 0 is nothing to boast of. */
export function ratio(part: number, whole: number): number {
	return whole ? part / whole : 0;
}

/** The upper of the two middle ones where their number is even; 0 of none. */
function median(values: number[]): number {
	return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
