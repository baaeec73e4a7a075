import type { Topology } from 'topojson-specification';
import type { LonLat, MultiLineString, MultiPolygon } from '#lib/story/index.ts';

/** A name by language, `{ de: 'Peking' }`. */
export type Names = Record<string, string>;

/** A name and where an atlas writes it. */
export interface NamedPoint {
	names: Names;
	at: LonLat;
}

export interface City {
	id: string;
	names: Names;
	at: LonLat;
	population: number;
	capital: boolean;
}

/** A sea or a river that has a name, and where its name may stand. */
export interface Water {
	kind: 'ocean' | 'sea' | 'river';
	names: Names;
	at: LonLat[];
	/** 0 is shown first. */
	rank: number;
}

/** The built geodata as read from the disk. */
export interface WorldSource {
	/** Objects `units` (id, `country`), `borders` (`kind`) and `land`. */
	world: Topology;
	/** Objects `lakes` and `rivers`. */
	water: Topology;
	/** By ISO 3166-1 code. */
	countries: Map<string, NamedPoint>;
	/** By ISO 3166-2 code. */
	provinces: Map<string, NamedPoint>;
	cities: City[];
	waters: Water[];
}

/** A geometry and a circle on the sphere around it, so that it can be left out unprojected. */
export interface Bounded<G> {
	geometry: G;
	center: LonLat;
	/** Degrees. */
	radius: number;
}

export type Areas = Bounded<MultiPolygon>[];
export type Lines = Bounded<MultiLineString>[];

/** The base map, simplified for one scale. */
export interface Layers {
	land: Areas;
	lakes: Areas;
	rivers: Lines;
	international: Lines;
	disputed: Lines;
	provinces: Lines;
}

/** A country or province that may be labelled. */
export interface Territory extends Bounded<MultiPolygon> {
	id: string;
	names: Names;
	/** Where an atlas writes the name. */
	at: LonLat;
	/** Has no land border, so that a name at its shore belongs to nobody else. */
	isIsland: boolean;
}

/** All that stills draw besides the story; prepares each scale once. */
export interface World {
	/** @param radius of the globe, px */
	layers(radius: number): Layers;
	countries(): Territory[];
	provinces(): Territory[];
	cities: City[];
	waters: Water[];
}
