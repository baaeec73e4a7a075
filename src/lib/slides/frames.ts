import type { Slide } from '#lib/story/index.ts';

/** The text's room on a screen of one shape. A length of 1 is the size of running text there. */
export interface Frame {
	name: string;
	/** Of the column of text. */
	width: number;
	/** From the top of the dateline to the foot of the last line. */
	height: number;
}

/**
 * The shapes for which text is split: what fits, fits in all of them. On landscape screens the text runs in a column over
 * the map's beginning (`min(3.7cqh, 2.35cqw)` is the size of text, 1.6 stays free above, 3 below), on upright ones in a
 * sheet over the map's foot (390×844, gutters of 20 px, 76 % of the height with the bar).
 */
export const FRAMES: readonly Frame[] = [
	{ name: '16:9', width: 16, height: 22.4 },
	{ name: '21:9', width: 16, height: 22.4 },
	{ name: '4:3', width: 16, height: 27 },
	{ name: 'phone', width: 17.5, height: 28 },
];

/** Headings by size: that of their letters, and the room below them. Lengths as in {@link Frame}. */
export const HEADINGS: Record<Slide['headingSize'], { size: number; below: number }> = {
	1: { size: 2.5, below: 0.7 },
	2: { size: 2, below: 0.7 },
	3: { size: 1.6, below: 0.7 },
	4: { size: 1.3, below: 0.7 },
};

/** A heading is set as large as it can be in so many lines, */
export const HEADING_LINES = 3;

/** on so much of the height, */
export const HEADING_SHARE = 0.4;

/** and with so much of the height left for text. */
export const TEXT_SHARE = 0.3;

/** Everything else that takes room on a slide. Lengths as in {@link Frame}; `leading` is in sizes of its own letters. */
export const SET = {
	leading: { ltr: 1.36, rtl: 1.6 },
	/** Between paragraphs. */
	gap: 0.6,
	heading: { leading: { ltr: 1.06, rtl: 1.3 } },
	dateline: { size: 0.68, leading: 1.3, mark: 1.8, below: 0.45 },
	key: { size: 0.6, leading: 1.35, swatch: 2.2, gap: 0.4, above: 1.45 },
	/** What a browser may round up: whole pixels of letters and lines. */
	slack: 0.4,
} as const;
