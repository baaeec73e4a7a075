import type { Rect } from '#lib/geo/index.ts';
import { grow, overlaps } from './rect';

/** Height of the strips in which boxes are kept: of thousands only those beside a name can be in its way. Px. */
const STRIP = 24;

/** What is already on the picture and must stay free. */
export class Occupied {
	#strips = new Map<number, Rect[]>();

	add(...boxes: Rect[]): void {
		for (const box of boxes) {
			for (const strip of stripsOf(box)) {
				const kept = this.#strips.get(strip);
				if (kept) kept.push(box);
				else this.#strips.set(strip, [box]);
			}
		}
	}

	/** True when nothing lies within `gap` px of the box. */
	isFree(box: Rect, gap = 2): boolean {
		const wide = grow(box, gap);
		return stripsOf(wide).every((strip) => !this.#strips.get(strip)?.some((other) => overlaps(wide, other)));
	}
}

function stripsOf({ top, bottom }: Rect): number[] {
	const first = Math.floor(top / STRIP);
	return Array.from({ length: Math.floor(bottom / STRIP) - first + 1 }, (_, index) => first + index);
}
