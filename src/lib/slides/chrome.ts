import type { KeyEntry, Dateline, Slide } from '#lib/story/index.ts';
import { countLines, widest, type Run } from './count-lines';
import { HEADING_LINES, HEADING_SHARE, HEADINGS, SET, TEXT_SHARE, type Frame } from './frames';
import type { Measure } from './measure';

type HeadingSize = Slide['headingSize'];

/** What stands on a slide beside its text. */
export interface Chrome {
	heading: string;
	dateline?: Dateline;
	key: KeyEntry[];
	dir: 'ltr' | 'rtl';
}

/** How much of a frame's height is taken, lengths as in `Frame`. */
export function heightOfChrome(
	{ heading, dateline, key, dir }: Chrome,
	size: HeadingSize,
	first: boolean,
	frame: Frame,
	measure: Measure,
): number {
	return (
		(first && dateline ? heightOfDateline(dateline, frame, measure) : 0) +
		heightOfHeading(heading, first ? size : 4, dir, frame, measure) +
		heightOfKey(key, frame, measure)
	);
}

/**
 * The largest size at which a heading's words are whole, its lines few, and room is left for text, on every screen; 4 if
 * there is none.
 */
export function headingSize(chrome: Chrome, frames: readonly Frame[], measure: Measure): HeadingSize {
	const fits = (size: HeadingSize) =>
		frames.every((frame) => {
			const runs = runsOfHeading(chrome.heading, size);
			const lines = countLines(runs, frame.width, measure);
			const high = heightOfHeading(chrome.heading, size, chrome.dir, frame, measure);
			const taken = heightOfChrome(chrome, size, true, frame, measure);
			return (
				widest(runs, measure) * MARGIN <= frame.width &&
				lines <= HEADING_LINES &&
				high <= HEADING_SHARE * frame.height &&
				taken <= (1 - TEXT_SHARE) * frame.height
			);
		});
	return ([1, 2, 3] as const).find(fits) ?? 4;
}

/** A word that fits by a hair may be broken by rounding. */
const MARGIN = 1.03;

function heightOfHeading(
	heading: string,
	size: HeadingSize,
	dir: 'ltr' | 'rtl',
	{ width }: Frame,
	measure: Measure,
): number {
	const lines = countLines(runsOfHeading(heading, size), width, measure);
	return lines * HEADINGS[size].size * SET.heading.leading[dir] + HEADINGS[size].below;
}

function runsOfHeading(heading: string, size: HeadingSize): Run[] {
	return [{ text: heading, face: 'display', size: HEADINGS[size].size }];
}

/** The place stands in capitals, and spaced. */
function heightOfDateline({ place, text }: Dateline, { width }: Frame, measure: Measure): number {
	const { size, leading, mark, below } = SET.dateline;
	const capitals: Run[] = place
		? [{ text: `${place.toUpperCase()}\u00a0· `, face: 'sans-bold', size: size * 1.15 }]
		: [];
	const runs: Run[] = [...capitals, { text, face: 'sans', size }];
	return countLines(runs, width - mark, measure) * size * leading + below;
}

function heightOfKey(key: KeyEntry[], { width }: Frame, measure: Measure): number {
	if (!key.length) return 0;
	const { size, leading, swatch, gap, above } = SET.key;
	const lines = key.map(({ text }) =>
		Math.max(1, countLines([{ text, face: 'sans', size }], width - swatch, measure)),
	);
	return above + (key.length - 1) * gap + lines.reduce((sum, count) => sum + count * size * leading, 0);
}
