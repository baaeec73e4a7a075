import type { ElementContent, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toHtml } from 'hast-util-to-html';
import type { Deck, Slide, SlidePart, Step, Story } from '#lib/story/index.ts';
import { headingSize, heightOfChrome, type Chrome } from './chrome';
import { FRAMES, SET } from './frames';
import { text, textOf } from './hast';
import type { Measure } from './measure';
import { readingSeconds } from './reading-seconds';
import { relink } from './relink';
import { heightOf } from './set-text';
import type { Setting } from './setting';
import { sourcesHtml } from './sources-html';
import { split } from './split';
import { tendTables } from './tend-tables';

export interface DeckOptions {
	measure: Measure;
	/** Heading of the last slide. */
	sources: string;
	/** The way from the page of the slides to the story's: `../`, from the presenter's `../../`. */
	toStory: string;
	/** The presenter's notes are left out unless asked for: a room must not see them, not even in the page's source. */
	withNotes?: boolean;
	/** The slides are only looked at: no link leads anywhere, and nothing has an id. */
	preview?: boolean;
}

/** A story as slides, in parts that fit on every screen of `FRAMES`. */
export function deckOf(story: Story, options: DeckOptions): Deck {
	const { slug, lang, dir, title, description, author, date, updated, worldview, languages } = story;
	const steps = [story.cover, ...story.steps];
	const ids = steps.map(({ id }) => id);
	const sources = story.sources.length ? [sourcesStep(story, ids, options)] : [];
	const all = [...steps, ...sources];
	const slides = new Set(all.map(({ id }) => id));
	return {
		...{ slug, lang, dir, title, description, author, date, updated, worldview, languages },
		slides: all.map((step, index) => {
			const kind = index === 0 ? 'cover' : index < steps.length ? 'step' : 'sources';
			return slideOf(step, kind, { story, slides, ...options });
		}),
	};
}

interface SlideContext extends DeckOptions {
	story: Story;
	/** The ids of all slides. */
	slides: ReadonlySet<string>;
}

function slideOf(step: Step, kind: Slide['kind'], context: SlideContext): Slide {
	const { id, heading, hidden, dateline, describe, view, note } = step;
	const { story, withNotes } = context;
	const chrome: Chrome = { heading, dateline, key: view.key, dir: story.dir };
	const { size, parts } = hidden
		? { size: 1 as const, parts: [partOf([], '', story.lang)] }
		: fewestParts(step, chrome, context);
	return {
		...{ id, kind, heading, headingSize: size, hidden, dateline, describe, view },
		parts,
		...(withNotes && note ? { note } : {}),
	};
}

/** The heading is as large as it may be; smaller, but still larger than text, where that saves a part. */
function fewestParts(
	step: Step,
	chrome: Chrome,
	context: SlideContext,
): { size: Slide['headingSize']; parts: SlidePart[] } {
	const largest = headingSize(chrome, FRAMES, context.measure);
	const sizes = ([1, 2, 3, 4] as const).filter(
		(size) => size >= largest && size <= Math.max(largest, LEAST_HEADING),
	);
	const ways = sizes.map((size) => ({ size, parts: partsOf(step, chrome, size, context) }));
	const fewest = Math.min(...ways.map(({ parts }) => parts.length));
	return ways.find(({ parts }) => parts.length === fewest)!;
}

/** The smallest size of a first part's heading that is chosen for the sake of the text. */
const LEAST_HEADING = 3;

function partsOf(
	step: Step,
	chrome: Chrome,
	size: Slide['headingSize'],
	{ story: { lang, dir }, measure, toStory, slides, preview }: SlideContext,
): SlidePart[] {
	const root: Root = fromHtml(step.html, { fragment: true });
	const setting = (column: number): Setting => ({
		...{ column, size: 1, face: 'text', leading: SET.leading[dir], dir, measure },
	});
	relink(root, { toStory, slides, preview });
	tendTables(root, setting(Math.min(...FRAMES.map(({ width }) => width))));
	const rooms = FRAMES.map((frame) => ({
		width: frame.width,
		first: roomIn(frame, true),
		further: roomIn(frame, false),
	}));
	function roomIn(frame: (typeof FRAMES)[number], first: boolean): number {
		const taken = heightOfChrome(chrome, size, first, frame, measure);
		return Math.max(LEAST_ROOM, frame.height - taken - SET.slack);
	}
	const parts = split(root.children as ElementContent[], {
		lang,
		filling(blocks, first) {
			const heights = new Map<number, number>();
			return Math.max(
				...rooms.map((room) => {
					const height = heights.get(room.width) ?? heightOf(blocks, setting(room.width));
					heights.set(room.width, height);
					return height / (first ? room.first : room.further);
				}),
			);
		},
	});
	return parts.map((blocks, index) => partOf(blocks, index === 0 ? step.heading : '', lang));
}

/** Three lines: what room there must be for text, whatever else stands on a slide. */
const LEAST_ROOM = 3 * SET.leading.ltr;

function partOf(blocks: ElementContent[], heading: string, lang: string): SlidePart {
	const words = [text(heading), ...blocks].map(textOf).join('\n');
	return { html: toHtml(blocks).trim(), seconds: readingSeconds(words, lang) };
}

/** The last slide: the sources, and the whole globe of the cover again. */
function sourcesStep({ cover, sources }: Story, ids: string[], options: DeckOptions): Step {
	const { kept, ...view } = cover.view;
	void kept;
	return {
		...cover,
		id: freeId('sources', ids),
		heading: options.sources,
		html: sourcesHtml(sources),
		dateline: undefined,
		note: undefined,
		hidden: false,
		view: { ...view, key: [] },
	};
}

function freeId(wanted: string, taken: string[]): string {
	if (!taken.includes(wanted)) return wanted;
	for (let number = 1; ; number++) if (!taken.includes(`${wanted}-${number}`)) return `${wanted}-${number}`;
}
