import { distanceKm } from '#lib/geo/index.ts';
import type { Found, Place } from '#lib/gazetteer/index.ts';
import { readExpected } from './marks';
import { isRight, type Mention, type PositionOf, type Share } from './score';

export interface NameRow {
	name: string;
	kind: string;
	/** As `readExpected` reads it, or `organisation`. */
	expected: string;
}

export interface AmbiguousName {
	name: string;
	lang: string;
	contexts: { text: string; at: string }[];
}

export interface NoPlaces {
	lang: string;
	text: string;
	/** What is a place all the same. */
	places?: { text: string; at: string }[];
}

export type Find = (name: string, lang: string) => Found;
export type Recognise = (text: string, lang: string) => Mention[];

/** How far a place may lie from where it is expected, km: what is large has its name in many places. Else 100. */
export const TOLERANCE: Record<string, number> = {
	province: 300,
	lake: 250,
	island: 500,
	region: 2500,
	river: 1800,
	sea: 4000,
};

/** These are never towns, however near a town of their name lies. */
const NO_TOWNS = new Set(['country', 'province', 'lake', 'island', 'region', 'river', 'sea', 'organisation']);

/** How many names are found as what they are, and those that are not. */
export function scoreNames(
	rows: NameRow[],
	lang: string,
	find: Find,
	positionOf: PositionOf,
): Share & { wrong: string[] } {
	const wrong: string[] = [];
	for (const row of rows) {
		const found = find(row.name, lang);
		if (found.kind !== 'place') wrong.push(`${row.name} (${row.kind}): ${found.kind}`);
		else if (!isExpected(found.place, row, positionOf))
			wrong.push(`${row.name} (${row.kind}): ${found.place.id}`);
	}
	return { of: rows.length, right: rows.length - wrong.length, wrong };
}

function isExpected(place: Place, { kind, expected }: NameRow, positionOf: PositionOf): boolean {
	if (NO_TOWNS.has(kind) && place.kind === 'city' && !isCityState(place, expected, positionOf)) return false;
	if (expected === 'organisation') return place.kind === 'organisation' || place.kind === 'region';
	const spot = { id: place.id, country: place.country, ...place.at };
	return isRight(readExpected(expected), spot, positionOf, TOLERANCE[kind] ?? 100);
}

/** Singapore, Hong Kong, the Vatican: town and country are one. */
function isCityState(place: Place, expected: string, positionOf: PositionOf): boolean {
	const country = positionOf(expected);
	return !!country && distanceKm(country, place.at) < 40;
}

/** How many names are placed rightly in their contexts. */
export function scoreAmbiguous(
	names: AmbiguousName[],
	recognise: Recognise,
	positionOf: PositionOf,
): Share & { wrong: string[] } {
	const wrong: string[] = [];
	let of = 0;
	for (const { name, lang, contexts } of names)
		for (const { text, at } of contexts) {
			of++;
			const start = text.indexOf(name);
			const mention = recognise(text, lang).find((m) => m.start < start + name.length && start < m.end);
			if (!mention) wrong.push(`${name}: not found in “${text}”`);
			else if (!isRight(readExpected(at), mention, positionOf))
				wrong.push(`${name}: ${mention.id} in “${text}”`);
		}
	return { of, right: of - wrong.length, wrong };
}

/** How many sentences hold what they should and nothing else; organisations and adjectives are no mistakes. */
export function scoreNoPlaces(
	sentences: NoPlaces[],
	recognise: Recognise,
	positionOf: PositionOf,
): Share & { wrong: string[] } {
	const wrong: string[] = [];
	for (const { lang, text, places = [] } of sentences) {
		const mentions = recognise(text, lang).filter((m) => m.form !== 'adjective' && m.kind !== 'organisation');
		const open = places.map((place) => ({ ...place, expected: readExpected(place.at) }));
		const invented = mentions.filter((mention) => {
			const said = text.slice(mention.start, mention.end);
			const at = open.findIndex((p) => p.text === said && isRight(p.expected, mention, positionOf));
			if (at >= 0) open.splice(at, 1);
			return at < 0;
		});
		const faults = [
			...invented.map((mention) => `“${text.slice(mention.start, mention.end)}”`),
			...open.map((place) => `no “${place.text}”`),
		];
		if (faults.length) wrong.push(`${faults.join(', ')} in “${text}”`);
	}
	return { of: sentences.length, right: sentences.length - wrong.length, wrong };
}
