import type { Place } from '#lib/gazetteer/index.ts';
import type { HighlightStyle, LonLat } from '#lib/story/index.ts';
import type { Compass } from './compass';

/** Something that can be named in any language, or a point of the author's own with the author's name for it. */
export interface Named {
	id: string;
	/** Absent for a point of the author's own. */
	place?: Place;
	/** The author's name for it. */
	label: string;
}

/** Which part of an area something lies in. */
export interface Part {
	side: Compass | 'middle';
	of: Place;
}

export interface Neighbour {
	place: Place;
	/** Empty where it would mislead. */
	directions: Compass[];
}

/** An area and where it lies. */
export interface AreaFact extends Named {
	/** A province's part of its country. */
	part?: Part;
	/** The country of a province, where the map puts no other name over it. */
	country?: Place;
	/** Of an organisation: how many members. */
	members?: number;
	/** Of a region made of a handful of countries: these. */
	few?: Place[];
	/** A westernmost and an easternmost member, of those that everybody knows. */
	ends?: [Place, Place];
	neighbours: Neighbour[];
	/** How many more neighbours there are. */
	more: number;
	/** It has a coast. */
	coast: boolean;
}

/** Areas that are drawn alike and mean the same. */
export interface ClaimFact {
	/** `named`: open sea, which has no shape; `shown`: what must be seen, and is not highlighted. */
	style: HighlightStyle | 'named' | 'shown';
	/** What the key says. */
	label?: string;
	areas: AreaFact[];
}

/** How two areas lie to each other. */
export interface PairFact {
	a: AreaFact;
	b: AreaFact;
	/** Where the first lies, seen from the second. */
	direction?: Compass;
	/** They adjoin; at least so long, km; 0 where the line is in dispute. */
	sharedKm?: number;
	/** Those members of the one that adjoin the other. */
	adjoining?: { places: Place[]; of: 'a' | 'b' };
	/** Between their nearest points, km. */
	gapKm?: number;
}

export interface BorderFact {
	between: [AreaFact, AreaFact];
	label?: string;
	/** On which sides of the first the second lies. */
	directions: Compass[];
	/** At least so long, km; 0 where unknown or in dispute. */
	km: number;
}

/** From one place to another, as the crow flies. */
export interface Leg {
	from: Named;
	to: Named;
	/** Absent between areas, which have no one point. */
	km?: number;
	/** Where `to` lies, seen from `from`. */
	direction?: Compass;
}

export interface RouteFact {
	legs: Leg[];
	label?: string;
	/** The sum of the legs as they are said; absent where one has no length. */
	totalKm?: number;
}

export interface DataFact {
	title: string;
	areas: number;
	lines: number;
	points: number;
	/** The points that have a name. */
	names: string[];
}

export interface MarkFact extends Named {
	/** It is the capital of `country`, by common agreement. */
	capital: boolean;
	province?: Place;
	country?: Place;
	/** The part of its country, or of the one highlighted area around it. */
	part?: Part;
	/** From a place that the reader has seen before. */
	reach?: Leg;
	/** To the sea, km. */
	coastKm?: number;
	border?: { km: number; to: Place };
}

/** What a map shows, without words. */
export interface MapFacts {
	/** The step before showed the same. */
	stays: boolean;
	/** What the map as a whole shows, if that is the whole Earth, or if nothing on it has a name. */
	earth?: {
		extent: 'globe' | 'flat' | 'part';
		/** In the middle; absent at sea. */ over?: Place;
		center: LonLat;
	};
	claims: ClaimFact[];
	pair?: PairFact;
	borders: BorderFact[];
	routes: RouteFact[];
	data: DataFact[];
	marks: MarkFact[];
	/** The distances between the marks that no route tells, each from the first. */
	legs: Leg[];
	/** All that must be seen lies within a circle of this diameter, km. */
	spanKm?: number;
}
