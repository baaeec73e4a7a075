import type { PlanePoint, Rect } from '#lib/geo/index.ts';
import { alongLine } from '#lib/labels/index.ts';
import { contains, squaredDistance, type Outline } from './outline';

/** Small boxes along lines, so that names keep off them. */
export function alongLines(outlines: Outline[], width: number): Rect[] {
	return outlines.flatMap(({ points }) => alongLine(points, width));
}

export interface Spot {
	x: number;
	y: number;
	/** Distance to the area's edge, where 1 lets an ellipse of the name's size fit. */
	room: number;
}

const COLUMNS = 18;
const ROWS = 14;

/**
 * Where in an area a name of a given size may stand, the roomiest spots first. All lie inside the area, outside of what
 * is to be avoided, and leave the whole name inside `bounds`. A preferred spot comes first if the name fits there.
 */
export function roomiest(
	rings: PlanePoint[][],
	size: { width: number; height: number },
	bounds: Rect,
	{ avoid = [], prefer }: { avoid?: PlanePoint[][][]; prefer?: { x: number; y: number } } = {},
): Spot[] {
	const halfWidth = size.width / 2;
	const halfHeight = size.height / 2;
	const points = rings.flat();
	const left = Math.max(bounds.left + halfWidth, least(points.map(([x]) => x)));
	const right = Math.min(bounds.right - halfWidth, -least(points.map(([x]) => -x)));
	const top = Math.max(bounds.top + halfHeight, least(points.map(([, y]) => y)));
	const bottom = Math.min(bounds.bottom - halfHeight, -least(points.map(([, y]) => -y)));
	if (left > right || top > bottom) return [];
	const scaled = rings.map((ring) => ring.map(([x, y]): PlanePoint => [x / halfWidth, y / halfHeight]));
	const spots: Spot[] = [];
	const add = (x: number, y: number) => {
		if (!contains(rings, [x, y]) || avoid.some((shape) => contains(shape, [x, y]))) return;
		spots.push({ x, y, room: distanceToRings(scaled, [x / halfWidth, y / halfHeight]) });
	};
	for (let row = 0; row < ROWS; row++) {
		for (let column = 0; column < COLUMNS; column++) {
			const x = left + ((right - left) * (column + 0.5)) / COLUMNS;
			const y = top + ((bottom - top) * (row + 0.5)) / ROWS;
			add(x, y);
		}
	}
	spots.sort((a, b) => b.room - a.room);
	if (!prefer || prefer.x < left || prefer.x > right || prefer.y < top || prefer.y > bottom) return spots;
	const others = spots.splice(0);
	add(prefer.x, prefer.y);
	return spots[0] && spots[0].room >= Math.min(1, others[0]?.room ?? 0) ? [...spots, ...others] : others;
}

function distanceToRings(rings: PlanePoint[][], point: PlanePoint): number {
	let nearest = Infinity;
	for (const ring of rings) {
		let previous = ring.at(-1)!;
		for (const corner of ring) {
			nearest = Math.min(nearest, squaredDistance(point, previous, corner));
			previous = corner;
		}
	}
	return Math.sqrt(nearest);
}

function least(values: number[]): number {
	return values.reduce((a, b) => Math.min(a, b), Infinity);
}

/** Points all over a box. */
export function samples({ left, right, top, bottom }: Rect): PlanePoint[] {
	const xs = [0, 0.25, 0.5, 0.75, 1].map((t) => left + (right - left) * t);
	return [top, (top + bottom) / 2, bottom].flatMap((y) => xs.map((x): PlanePoint => [x, y]));
}

/** The upright box around a box turned about its middle. */
export function turned(box: Rect, degrees: number): Rect {
	const angle = (degrees * Math.PI) / 180;
	const width = (box.right - box.left) / 2;
	const height = (box.bottom - box.top) / 2;
	const x = (box.left + box.right) / 2;
	const y = (box.top + box.bottom) / 2;
	const dx = Math.abs(width * Math.cos(angle)) + Math.abs(height * Math.sin(angle));
	const dy = Math.abs(width * Math.sin(angle)) + Math.abs(height * Math.cos(angle));
	return { left: x - dx, right: x + dx, top: y - dy, bottom: y + dy };
}
