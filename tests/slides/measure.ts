import { guessWidth, type Measure } from '#lib/slides/index.ts';

const known = new Map<string, number>();

/** Letters of half their size, and whole ones where they fill a square: what is done with widths needs no faces. */
export const measure: Measure = (text) => {
	const width =
		known.get(text) ?? [...text].reduce((sum, letter) => sum + (guessWidth(letter) >= 1 ? 1 : 0.5), 0);
	known.set(text, width);
	return width;
};
