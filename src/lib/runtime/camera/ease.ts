/** 0…1 to 0…1, slow at both ends, never faster than 1.5 times the pace. */
export function smoothstep(t: number): number {
	const within = Math.max(0, Math.min(1, t));
	return within * within * (3 - 2 * within);
}

/** Rounds of bisection: to less than a thousandth of a pixel of any flight. */
const ROUNDS = 22;

/**
 * The CSS timing function `cubic-bezier(x1, y1, x2, y2)`.
 *
 * @returns from the share of the time, 0…1, to the share of the way
 */
export function cubicBezier(x1: number, y1: number, x2: number, y2: number): (time: number) => number {
	const along = (a: number, b: number, t: number) =>
		3 * (1 - t) ** 2 * t * a + 3 * (1 - t) * t ** 2 * b + t ** 3;
	return (time) => {
		if (time <= 0) return 0;
		if (time >= 1) return 1;
		let low = 0;
		let high = 1;
		for (let round = 0; round < ROUNDS; round++) {
			const middle = (low + high) / 2;
			if (along(x1, x2, middle) < time) low = middle;
			else high = middle;
		}
		return along(y1, y2, (low + high) / 2);
	};
}
