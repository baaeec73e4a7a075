import type { LonLat } from '#lib/story/index.ts';

export type PlaceKind =
	'country' | 'region' | 'organisation' | 'continent' | 'province' | 'city' | 'sea' | 'river';

/** Names by language, `{ de: 'Peking', en: 'Beijing' }`. */
export type Names = Record<string, string>;

/** Something on the map that has a name. */
export interface Place {
	/** `CN`, `CN-HL`, `geonames:2037013`, or the id of a region, `NATO-EU`. */
	id: string;
	kind: PlaceKind;
	/** ISO 3166-1 code of the country it lies in; a country's is its own id. */
	country?: string;
	/** The id of what it is a part of: a city's province, a province's country. */
	parent?: string;
	/** Where it lies, or where its name stands best. */
	at: LonLat;
	/** Inhabitants, 0 where unknown. */
	population: number;
	/** Importance of its label, from 0 for the most important. */
	rank: number;
	capital?: 'country' | 'province';
	names: Names;
	aliases: string[];
	/** Of a region: countries, provinces and regions it is made of, by id. */
	members?: string[];
	/** Of a region: what of its members does not belong to it. */
	exclude?: string[];
}

/** Kinds with an area that can be highlighted; the other kinds are points. */
const AREAS: ReadonlySet<PlaceKind> = new Set(['country', 'region', 'organisation', 'continent', 'province']);

/** Whether a place has an area, and not only a point. */
export function isArea(place: Place): boolean {
	return AREAS.has(place.kind);
}

/** The place's name in a language, in English where that language has none. */
export function nameOf(place: Place, lang: string): string {
	return place.names[lang] || place.names.en || Object.values(place.names).find(Boolean) || place.id;
}
