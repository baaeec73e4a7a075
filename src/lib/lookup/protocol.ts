import type { Bbox, LonLat } from '#lib/story/index.ts';

/** What the gazetteer knows of a place, ready to be shown. */
export interface PlaceFacts {
	id: string;
	kind: string;
	/** In the language of the question. */
	name: string;
	/** By language; an empty one is not known. */
	names: Record<string, string>;
	/** From the next to the largest: `['Heilongjiang', 'China']`. */
	within: string[];
	at: LonLat;
	bbox?: Bbox;
	/** Inhabitants, 0 where unknown. */
	population: number;
	capital?: 'country' | 'province';
	/** The town that is meant by it: Moscow for the Kremlin. */
	standsFor?: string;
	/** Names of the members of a region or organisation. */
	members: string[];
	aliases: string[];
}

export interface Answer {
	/** `several`: none of them is likelier; `unknown`: they only sound like it. */
	kind: 'one' | 'several' | 'unknown';
	places: PlaceFacts[];
}

export interface Question {
	turn: number;
	name: string;
	lang: string;
}

/** Absolute addresses of what the gazetteer is made of. */
export interface Tables {
	places: string;
	names: string;
	regions: string;
}

export type ToWorker = { type: 'open'; tables: Tables } | ({ type: 'find' } & Question);

export type FromWorker =
	{ type: 'ready' } | { type: 'failed'; message: string } | { type: 'answer'; turn: number; answer: Answer };
