import type { Rect, Screen } from '#lib/geo/index.ts';

/** From the edge of the map to a globe, CSS px; in narrow areas less. */
const MARGIN = { wide: 24, narrow: 12 };

/** Between the globe and what lies beside it, CSS px. */
const CLEARANCE = 8;

/** How far it keeps from the edge of the free area, where bars, credits and cards begin, CSS px. */
const EDGE = 4;

/**
 * The first corner of the free area in which a square covers nothing of what is taken: at the end of the line below,
 * where nobody looks first; above it; then the same beside the card. `undefined` where all are taken.
 *
 * @param taken rectangles that may not be covered, CSS px
 */
export function freeCorner(
	size: number,
	{ screen, free, over = [], rtl = false }: { screen: Screen; free: Rect; over?: Rect[]; rtl?: boolean },
	taken: Rect[],
): { left: number; top: number } | undefined {
	const margin = size < 60 ? MARGIN.narrow : MARGIN.wide;
	const left = Math.max(margin, free.left + EDGE);
	const right = Math.min(screen.width - margin, free.right - EDGE) - size;
	const above = Math.max(margin, free.top + EDGE);
	const below = Math.min(screen.height - margin, free.bottom - EDGE) - size;
	const beside = free.left > margin || free.right < screen.width - margin ? margin - EDGE : 0;
	const [end, start] = rtl ? [left, right - beside] : [right, left + beside];
	const corners = [
		{ left: end, top: below },
		{ left: end, top: above },
		{ left: start, top: below },
		{ left: start, top: above },
	];
	return corners.find((corner) => {
		const box = {
			left: corner.left - CLEARANCE,
			right: corner.left + size + CLEARANCE,
			top: corner.top - CLEARANCE,
			bottom: corner.top + size + CLEARANCE,
		};
		return ![...over, ...taken].some(
			(other) =>
				other.left < box.right && box.left < other.right && other.top < box.bottom && box.top < other.bottom,
		);
	});
}
