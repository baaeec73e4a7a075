import type { OwnBasemap } from './basemap';
import type { LonLat, Position, ProjectionName, Shape } from './geography';

/** How a region is drawn: a tint, a contour, parallel lines, or a tint of half the strength for a mere mention. */
export type HighlightStyle = 'fill' | 'outline' | 'hatch' | 'mention';

/** `scrub` ties the camera to the scroll position; `step` flies when a step becomes active. */
export type Motion = 'step' | 'scrub';

/** One story in one language: all that a page needs to be read. Its geometry travels apart, as {@link Shapes}. */
export interface Story {
	slug: string;
	/** BCP 47, lower case: `de`, `en`, `zh`. */
	lang: string;
	dir: 'ltr' | 'rtl';
	title: string;
	description: string;
	/** ISO 8601 calendar date. */
	date?: string;
	updated?: string;
	author?: string;
	sources: Source[];
	motion: Motion;
	/** Absent where the map follows the house's own rule. */
	worldview?: StoryWorldview;
	/** Absent where the story has none of its own. */
	basemap?: OwnBasemap;
	/** Languages the story exists in, the original's first. */
	languages: string[];
	/** Reading time in whole minutes, at least 1. */
	minutes: number;
	cover: Step;
	steps: Step[];
}

/** What a map draws otherwise because the law of a publisher's country asks for it. */
export interface StoryWorldview {
	/** ISO 3166-1 code of the publisher's country. Borders of the basemap have a property of this name for their kind. */
	id: string;
	/** Countries whose own name is not set, by code. */
	unnamed: string[];
	/** Names of countries in the story's language, by code. */
	renamed: Record<string, string>;
	/** Capitals that are drawn as towns, by id. */
	towns: string[];
}

export interface Source {
	title: string;
	url?: string;
	publisher?: string;
	date?: string;
}

export interface Step {
	/** Anchor of the step; the same in all languages. The cover's is `cover`. */
	id: string;
	/** Plain text. The cover's is the story's title. */
	heading: string;
	/** A word or two for the rail, where the heading is too long for it. */
	short: string;
	/** Sanitised HTML; empty in a hidden step. */
	html: string;
	dateline?: Dateline;
	/** The map moves, no card. */
	hidden: boolean;
	/** The presenter's note, plain text. */
	note?: string;
	/** The map in words, plain text: the author's own, else made from the geometry. */
	describe: string;
	view: View;
}

/** Day and place at the head of a step. No day, no dateline; no place, no dot. */
export interface Dateline {
	/** The place's name in the story's language. */
	place?: string;
	/** ISO 8601 dates; `to` only for a span of days. */
	from: string;
	to?: string;
	/** The day as the reader reads it: `16.–17. Mai 2024`, `16 May 2024, evening`. */
	text: string;
}

/** What the map shows at a step and what must be seen. The camera is computed from it for each screen. */
export interface View {
	/** Every one of these points is visible at rest, on every screen. Never empty. */
	focus: LonLat[];
	projection: ProjectionName;
	/** The closest zoom (Web Mercator, 512 px tiles) at which the map still has something to show around this focus. */
	maxZoom: number;
	/** The cover's view: the whole globe around the focus, unless the author gives a zoom. */
	whole?: boolean;
	/** The author's overrides. Degrees; zoom in Web Mercator zooms. */
	center?: LonLat;
	zoom?: number;
	pitch: number;
	bearing: number;
	marks: Mark[];
	highlights: Highlight[];
	routes: Route[];
	borders: BorderLine[];
	data: DataLayer[];
	/** Empty unless the step uses more than one meaning or says whose claim it is. */
	key: KeyEntry[];
	/** The step before showed the same: nothing flies, and nothing is drawn anew. */
	kept?: true;
}

/** A place marked with dot, rule and name. */
export interface Mark {
	/** The gazetteer's id, or `point:` and the name for a place of the author's own. */
	id: string;
	label: string;
	at: LonLat;
}

/** 1 is drawn in the accent colour, 2 in the second colour. */
export type Meaning = 1 | 2;

export interface Highlight {
	/** The region's id. */
	id: string;
	/** Key into {@link Shapes}; absent for a region of open sea that is only labelled. */
	shape?: string;
	style: HighlightStyle;
	meaning: Meaning;
	label: string;
	labelAt: LonLat;
	/** Outline of a stretch of open sea, which has no shape: inside it the name may move. */
	labelArea?: LonLat[];
}

export interface Route {
	stops: LonLat[];
	/** The great-circle arcs, densified, one line; longitudes run on over the antimeridian (may exceed ±180). */
	line: Position[];
}

export interface BorderLine {
	/** Key into {@link Shapes}. */
	shape: string;
	label: string;
}

/** What a GeoJSON file of the author's own draws: areas like highlights, lines like outlines, points as small dots. */
export interface DataLayer {
	/** The file's name, `ports.geojson`. */
	id: string;
	/** Keys into {@link Shapes}; absent where the file has no areas, or no lines. */
	areas?: string;
	lines?: string;
	points: DataPoint[];
	/** Of the areas. */
	style: HighlightStyle;
	meaning: Meaning;
}

export interface DataPoint {
	at: LonLat;
	/** Absent for a dot without a name. */
	label?: string;
}

export interface KeyEntry {
	/** `line` and `point` are lines and points of the author's own. */
	symbol: HighlightStyle | 'border' | 'route' | 'line' | 'point';
	meaning: Meaning;
	text: string;
}

/** Geometry by key (`CN-HL@5`, `data:ports.geojson/lines@5`: what, and for which zoom it was simplified). Shared by all languages of a story. */
export type Shapes = Record<string, Shape>;

/** What the front page says of a story. */
export interface StorySummary {
	slug: string;
	lang: string;
	title: string;
	description: string;
	date?: string;
	minutes: number;
	/** How many steps the reader sees: all that are not hidden. */
	stations: number;
	languages: string[];
	dateline?: Dateline;
	/** The places of the story in the order of the telling, first the dateline's. */
	path: Mark[];
}
