/** Steps by which a wish for larger type is met as far as there is room. */
const STEP = 0.05;

/**
 * Sets the largest scale up to the one wished for at which nothing overflows, but never less than 1 (or the wish, where it
 * is smaller): what does not even fit then is scrolled.
 *
 * @param overflows whether the text overflows at a scale
 */
export function fittingScale(wish: number, overflows: (scale: number) => boolean): number {
	for (let scale = wish; scale > 1; scale -= STEP) {
		if (!overflows(scale)) return scale;
	}
	return Math.min(1, wish);
}
