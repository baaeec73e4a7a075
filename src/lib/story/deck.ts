import type { Dateline, StoryWorldview, View } from './story';

/** A story set for a room: the same steps and views, the text cut into parts that fit on every screen. */
export interface Deck {
	slug: string;
	lang: string;
	dir: 'ltr' | 'rtl';
	title: string;
	description: string;
	author?: string;
	date?: string;
	updated?: string;
	worldview?: StoryWorldview;
	languages: string[];
	/** The cover, one a step, and the sources. */
	slides: Slide[];
}

export interface Slide {
	/** The step's id, and the slide's address `#/harbin`. The first is `cover`, the last `sources` unless a step is called so. */
	id: string;
	kind: 'cover' | 'step' | 'sources';
	/** Plain text. */
	heading: string;
	/** Size of the heading on the first part: 1 is the largest that there is, 4 that of all further parts. */
	headingSize: 1 | 2 | 3 | 4;
	/** Nothing but the map. */
	hidden: boolean;
	dateline?: Dateline;
	/** The map in words, plain text. */
	describe: string;
	view: View;
	/** At least one; the same on every screen. */
	parts: SlidePart[];
	/** The presenter's note, plain text; absent wherever the room could see it. */
	note?: string;
}

/** What of a step's text stands on the screen at once. */
export interface SlidePart {
	/** Sanitised HTML; empty on a hidden step's slide. */
	html: string;
	/** Reading time, whole seconds, at least 5. */
	seconds: number;
}

/** Where in a deck one is; both from 0. */
export interface DeckPlace {
	slide: number;
	part: number;
}
