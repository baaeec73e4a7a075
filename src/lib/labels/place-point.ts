import type { Rect } from '#lib/geo/index.ts';
import type { Toward } from './leader';
import type { Occupied } from './occupied';
import { overlaps, within } from './rect';

/** Radius of a small dot, and from its middle to its name, px. */
export const POINT = { dot: 3.2, gap: 8 };

const UPRIGHT_GAP = POINT.dot + 2;

/** On each side of the dot, px from its middle to the middle of the name's nearest edge. */
export const POINT_HANGS: Record<Toward, { x: number; y: number }> = {
	right: { x: POINT.gap, y: 0 },
	left: { x: -POINT.gap, y: 0 },
	above: { x: 0, y: -UPRIGHT_GAP },
	below: { x: 0, y: UPRIGHT_GAP },
};

/**
 * The side of its small dot on which a name finds room, right before left before above before below; none on which it is cut or meets what
 * stands already. It crosses `lines` only where it finds room nowhere else.
 */
export function placePoint(
	at: { x: number; y: number },
	{ width, height }: { width: number; height: number },
	{ bounds, lines = [], occupied }: { bounds: Rect; lines?: Rect[]; occupied: Occupied },
): { toward: Toward; name: Rect } | undefined {
	const free = (Object.keys(POINT_HANGS) as Toward[])
		.map((toward) => ({ toward, name: rectAt(at, toward, width, height) }))
		.filter(({ name }) => within(bounds, name) && occupied.isFree(name, 1));
	return free.find(({ name }) => !lines.some((line) => overlaps(line, name))) ?? free[0];
}

function rectAt(at: { x: number; y: number }, toward: Toward, width: number, height: number): Rect {
	const x = at.x + POINT_HANGS[toward].x;
	const y = at.y + POINT_HANGS[toward].y;
	const left = { right: x, left: x - width, above: x - width / 2, below: x - width / 2 }[toward];
	const top = { right: y - height / 2, left: y - height / 2, above: y - height, below: y }[toward];
	return { left, right: left + width, top, bottom: top + height };
}
