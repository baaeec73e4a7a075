import { WIDE, type Face, type Measure } from './measure';

/** A stretch of text in one face. */
export interface Run {
	text: string;
	face: Face;
	/** Of its letters. */
	size: number;
	/** Room beside it. */
	pad?: number;
}

/** Text that no line break divides, and the room of the space before it. */
interface Chunk {
	width: number;
	space: number;
	/** A new line begins here whatever room there is. */
	forced: boolean;
}

/** A break between lines that the author wrote. */
export const LINE_BREAK = '\u2028';

/** A browser may set letters on whole pixels, so that lines are longer than the faces say. */
const ROUNDING = 1.025;

/** Where a broken word loses room: a letter that did not fit any more. */
const LETTER = 0.8;

/** How many lines runs of text fill in a column; 0 for no text. All lengths in one unit. */
export function countLines(runs: Run[], column: number, measure: Measure): number {
	let lines = 0;
	let x = 0;
	for (const { width, space, forced } of chunksOf(runs, measure)) {
		const wide = width * ROUNDING;
		if (lines === 0) lines = 1;
		else if (forced || x + space + wide > column) {
			lines++;
			x = 0;
		} else x += space;
		x += wide;
		if (x <= column) continue;
		const usable = Math.max(column - LETTER, column / 2);
		const further = Math.ceil(x / usable) - 1;
		lines += further;
		x -= further * usable;
	}
	return lines;
}

/** The widest stretch that is not divided. */
export function widest(runs: Run[], measure: Measure): number {
	return Math.max(0, ...chunksOf(runs, measure).map(({ width }) => width));
}

/** The width of all in one line. */
export function widthOf(runs: Run[], measure: Measure): number {
	return chunksOf(runs, measure).reduce((sum, { width, space }) => sum + width + space, 0);
}

function chunksOf(runs: Run[], measure: Measure): Chunk[] {
	const chunks: Chunk[] = [];
	let open: Chunk | undefined;
	let space = 0;
	let forced = false;
	for (const { text, face, size, pad = 0 } of runs) {
		for (const piece of text.split(/([ \t\n\r\f\u200b]+|\u2028)/)) {
			if (piece === '') continue;
			if (piece === LINE_BREAK) {
				forced = true;
				open = undefined;
				continue;
			}
			if (/^[ \t\n\r\f\u200b]/.test(piece)) {
				space = piece.includes(' ') || /\s/.test(piece) ? measure(' ', face) * size : 0;
				open = undefined;
				continue;
			}
			for (const part of unbroken(piece)) {
				const width = measure(part.text, face) * size;
				if (!open) {
					open = { width: 0, space, forced };
					chunks.push(open);
					space = 0;
					forced = false;
				}
				open.width += width;
				if (part.breaks) open = undefined;
			}
		}
		if (open) open.width += pad;
	}
	return chunks;
}

const PARTS = new RegExp(
	`${WIDE.source}[\\p{Pe}\\p{Pf}\\p{Po}\\p{Mn}\\u30fc]*|(?:(?!${WIDE.source})[^-–—\\u00ad])*[-–—\\u00ad]+(?=\\p{L}{2})|(?:(?!${WIDE.source}).)+?(?=${WIDE.source}|(?<=\\p{L}{2}[-–—\\u00ad]+)\\p{L}{2}|$)`,
	'gsu',
);

/** The stretches of a word between which a line may break: behind hyphens and between letters that fill a square. */
function unbroken(word: string): { text: string; breaks: boolean }[] {
	if (!/[-–—\u00ad]/.test(word) && !WIDE.test(word)) return [{ text: word, breaks: false }];
	const parts = word.match(PARTS) ?? [word];
	return parts.map((text, index) => ({
		text: text.replace(/\u00ad$/, '-').replaceAll('\u00ad', ''),
		breaks: index < parts.length - 1 || WIDE.test(text),
	}));
}
