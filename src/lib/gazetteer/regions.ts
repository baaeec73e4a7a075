import type { LonLat } from '#lib/story/index.ts';
import type { Names, Place, PlaceKind } from './place';

/** A region defined by its written membership. */
export interface Region {
	id: string;
	/** The number of that region in the UN's standard, `150`: `M49:150` is an id, too. The definition says where ours differs. */
	m49?: string;
	kind: PlaceKind;
	names: Names;
	aliases?: string[];
	/** Countries, provinces and other regions, by id. Empty for open sea. */
	members: string[];
	exclude?: string[];
	/** What the name means here, for the reader. */
	definition?: Names;
	/** The day of the membership, ISO 8601. */
	asOf?: string;
	label: LonLat;
	/** What must be seen when the region is to be seen. */
	outline: LonLat[];
}

/** `geodata/built/regions.json`. */
export interface RegionsFile {
	regions: Region[];
	/** Framing outlines written by hand, by id of a country or province. */
	outlines: Record<string, LonLat[]>;
	/** Where the name of a country or province stands, by id. */
	labels: Record<string, LonLat>;
	/** Territories with a code of their own that are drawn with their country, by its id. */
	together?: Record<string, string[]>;
}

/** A region as a place among places. */
export function regionAsPlace(region: Region): Place {
	const { id, kind, names, aliases = [], members, exclude, label } = region;
	return { id, kind, at: label, population: 0, rank: 0, names, aliases, members, exclude };
}
