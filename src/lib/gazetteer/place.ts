import type { Bbox, LonLat } from '#lib/story/index.ts';

export type PlaceKind =
	| 'continent'
	| 'region'
	| 'organisation'
	| 'country'
	| 'province'
	| 'district'
	| 'city'
	| 'sea'
	| 'river'
	| 'island'
	| 'mountain'
	| 'poi';

/** Names by language, `{ de: 'Peking', en: 'Beijing' }`. */
export type Names = Record<string, string>;

/** Something on the map that has a name. */
export interface Place {
	/** `CN`, `CN-HL`, `geonames:2037013`, `poi:kremlin`, or the id of a region, `baltic-states`. */
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
	/** How far it reaches, where that is known. */
	bbox?: Bbox;
	/** The id of the city that newspapers mean by it: the Kremlin stands for Moscow. */
	standsFor?: string;
	names: Names;
	aliases: string[];
	/** Of a region: countries, provinces and regions it is made of, by id. */
	members?: string[];
	/** Of a region: what of its members does not belong to it. */
	exclude?: string[];
}

/** Kinds with an area that can be highlighted; the other kinds are points. */
const AREAS: ReadonlySet<PlaceKind> = new Set(['country', 'region', 'organisation', 'continent', 'province']);

/** Kinds that are framed by how far they reach, and not by the shape of units. */
const FRAMED: ReadonlySet<PlaceKind> = new Set(['sea', 'river', 'island', 'mountain']);

/** Whether a place has an area, and not only a point. */
export function isArea(place: Place): boolean {
	return AREAS.has(place.kind);
}

/** The place's name in a language, in English where that language has none. */
export function nameOf(place: Place, lang: string): string {
	return place.names[lang] || place.names.en || Object.values(place.names).find(Boolean) || place.id;
}

/** Whether it is framed by a box: a sea, river, island or range whose reach is known. */
export function hasFrame({ kind, bbox }: Place): boolean {
	return bbox !== undefined && FRAMED.has(kind);
}

/** What must be seen of a sea, river, island or range: corners and middles of the box around it. */
export function frameOf(place: Place): LonLat[] | undefined {
	const { bbox } = place;
	if (!bbox || !hasFrame(place)) return undefined;
	const [west, south, east, north] = bbox;
	const width = (east - west + 360) % 360;
	const lons = [west, west + width / 2, east].map((lon) => (lon > 180 ? lon - 360 : lon));
	return [south, (south + north) / 2, north].flatMap((lat, row) =>
		lons.filter((_, column) => row !== 1 || column !== 1).map((lon) => ({ lon, lat })),
	);
}
