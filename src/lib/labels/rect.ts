import type { PlanePoint, Rect } from '#lib/geo/index.ts';

/** Whether two rectangles share a part of the picture. */
export function overlaps(a: Rect, b: Rect): boolean {
	return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

export function within(outer: Rect, box: Rect): boolean {
	return (
		box.left >= outer.left && box.right <= outer.right && box.top >= outer.top && box.bottom <= outer.bottom
	);
}

export function grow({ left, top, right, bottom }: Rect, by: number): Rect {
	return { left: left - by, top: top - by, right: right + by, bottom: bottom + by };
}

/** The square around a point, `by` px to each side. */
export function around([x, y]: PlanePoint, by: number): Rect {
	return { left: x - by, top: y - by, right: x + by, bottom: y + by };
}

/** Small boxes along a line, so that names keep off it. */
export function alongLine(points: PlanePoint[], width: number): Rect[] {
	return points.slice(1).flatMap((b, i) => {
		const a = points[i]!;
		const pieces = Math.ceil(Math.hypot(b[0] - a[0], b[1] - a[1]) / width);
		return Array.from({ length: pieces }, (_, piece) => {
			const t = piece / pieces;
			return around([a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t], width / 2);
		});
	});
}
