import type { ElementContent } from 'hast';
import { countLines } from './count-lines';
import { runsOf } from './inline-runs';
import type { Face, Measure } from './measure';

/** How text stands in a column. Lengths as in `Frame`. */
export interface Setting {
	column: number;
	/** Of the letters. */
	size: number;
	face: Face;
	/** In sizes of the letters. */
	leading: number;
	dir: 'ltr' | 'rtl';
	measure: Measure;
}

/** Lines of 1 and 2 px. */
export const HAIRLINE = 0.06;
export const RULE = 0.12;

/** How high text stands that has no blocks in it. */
export function heightOfParagraph(nodes: ElementContent[], setting: Setting): number {
	const { column, size, leading, measure } = setting;
	return countLines(runsOf(nodes, setting), column, measure) * leading * size;
}
