import type { Definition, FootnoteDefinition, RootContent } from 'mdast';
import type { HighlightStyle, LonLat, Motion, Problem, ProjectionName, Source } from '#lib/story/index.ts';

/** Where something stands. Line and column from 1. */
export interface At {
	file: string;
	line: number;
	column: number;
}

/** A value, and where its author wrote it. */
export interface Located<T> {
	value: T;
	at: At;
}

/** A place as its author wrote it: a name or an id to look up, or a point of the author's own. */
export type PlaceRef = NamedRef | { at: At; label: string; point: LonLat };

export interface NamedRef {
	at: At;
	name: string;
	lang: string;
	/** The name is the text of a link that names no other: `[Harbin](place:)`. */
	linked?: boolean;
	/** It stands in brackets of YAML, where a comma parts two places. */
	bracketed?: boolean;
}

export interface HighlightRef {
	place: PlaceRef;
	style: HighlightStyle;
	label?: string;
}

export interface RouteRef {
	stops: PlaceRef[];
	label?: string;
}

export interface BorderRef {
	at: At;
	between: [PlaceRef, PlaceRef];
	label?: string;
}

/** A GeoJSON file of the author's own, beside the story's. */
export interface DataRef {
	at: At;
	file: string;
	/** Of its areas. */
	style: HighlightStyle;
	label?: string;
}

export type PartOfDay = 'morning' | 'noon' | 'afternoon' | 'evening' | 'night';

/** A day or a span of days, ISO 8601. */
export interface When {
	from: string;
	to?: string;
	part?: PartOfDay;
}

/** A `map` block. Absent keys are not written; an empty list is. */
export interface MapBlock {
	focus?: Located<PlaceRef[]>;
	show?: Located<PlaceRef[]>;
	highlight?: Located<HighlightRef[]>;
	route?: Located<RouteRef[]>;
	border?: Located<BorderRef[]>;
	data?: Located<DataRef[]>;
	describe?: Located<string>;
	center?: Located<LonLat>;
	zoom?: Located<number>;
	pitch?: Located<number>;
	bearing?: Located<number>;
	when?: Located<When>;
	dateline?: Located<PlaceRef>;
	hidden?: Located<boolean>;
	id?: Located<string>;
	short?: Located<string>;
}

/** A basemap of the author's own; see `OwnBasemap`. */
export interface BasemapRef {
	light: Located<string>;
	dark?: Located<string>;
	attribution?: Located<string>;
	hosts: string[];
}

export interface FrontMatter {
	title?: Located<string>;
	description?: Located<string>;
	date?: Located<string>;
	updated?: Located<string>;
	author?: Located<string>;
	sources?: Located<Source[]>;
	translates?: Located<string>;
	motion?: Located<Motion>;
	projection?: Located<ProjectionName | 'auto'>;
	/** A code of `geodata/worldviews.yaml`. */
	worldview?: Located<string>;
	basemap?: Located<BasemapRef>;
}

/** What stands between two headings. */
export interface DraftStep {
	/** Plain text; empty for the cover. */
	heading: string;
	at: At;
	map?: MapBlock;
	note?: string;
	prose: RootContent[];
}

/** One file of a story, read but not yet looked up. */
export interface Draft {
	file: string;
	lang: string;
	front: FrontMatter;
	cover: DraftStep;
	steps: DraftStep[];
	/** Definitions of links and footnotes, which may stand anywhere in the file. */
	definitions: (Definition | FootnoteDefinition)[];
	problems: Problem[];
}
