import { estimateWidth } from './estimate-width';
import { projector, type Rect } from '#lib/geo/index.ts';
import { overlaps } from '#lib/labels/index.ts';
import type { LonLat, MultiPolygon, Position } from '#lib/story/index.ts';
import type { Setting } from './plain-drawing';

/** Room that a name takes, CSS px. */
export interface Box {
	width: number;
	height: number;
}

/** Room of a region's name in capitals, which breaks into lines at 8 em. */
export function nameBox(label: string, size: number): Box {
	const words = label.toUpperCase().split(/[\s-]+/);
	const whole = estimateWidth(label.toUpperCase(), size, NAME_TRACKING);
	const lines = Math.min(words.length, Math.ceil(whole / (8 * size)));
	const longest = Math.max(...words.map((word) => estimateWidth(word, size, NAME_TRACKING)));
	return { width: Math.max(longest, whole / lines), height: lines * size * 1.25 };
}

/** Letter spacing of regions' names, em. */
const NAME_TRACKING = 0.17;

/** The rectangle of a name that is centred on a point. */
export function rectAround({ x, y }: { x: number; y: number }, { width, height }: Box): Rect {
	return { left: x - width / 2, right: x + width / 2, top: y - height / 2, bottom: y + height / 2 };
}

/**
 * Where a region's name stands: at its own point if that is free, else at the nearest point of the region where the
 * name is neither cut by card and frame nor runs into another. Where it fits nowhere, only the frame counts, and where
 * that fits nowhere either, it stays at its own point.
 *
 * @param taken rectangles of the names that stand already, CSS px
 */
export function placeLabel(
	own: LonLat,
	shape: MultiPolygon | undefined,
	box: Box,
	{ camera, screen, free }: Setting,
	taken: Rect[] = [],
): LonLat {
	const project = projector(camera, screen);
	const seen = (at: LonLat) => ({ at, point: project(at) });
	const inside = ({ point }: ReturnType<typeof seen>) => {
		const { left, right, top, bottom } = rectAround(point, box);
		const whole =
			left > free.left + 8 && right < free.right - 8 && top > free.top + 4 && bottom < free.bottom - 4;
		return point.visible && whole;
	};
	const clear = ({ point }: ReturnType<typeof seen>) =>
		!taken.some((other) => overlaps(rectAround(point, box), other));
	const home = seen(own);
	if (inside(home) && clear(home)) return own;
	const near = ({ point }: ReturnType<typeof seen>) =>
		Math.hypot(point.x - home.point.x, point.y - home.point.y);
	const places = (shape ? samples(shape) : [])
		.map(seen)
		.filter(inside)
		.sort((a, b) => near(a) - near(b));
	return (places.find(clear) ?? (inside(home) ? home : (places[0] ?? home))).at;
}

const SAMPLES = 14;

/** A grid of points inside the largest polygons of a shape. */
function samples(shape: MultiPolygon): LonLat[] {
	const largest = [...shape.coordinates]
		.sort((a, b) => (b[0]?.length ?? 0) - (a[0]?.length ?? 0))
		.slice(0, 8);
	return largest.flatMap((polygon) => {
		const ring = polygon[0]!;
		const lons = ring.map(([lon]) => lon);
		const lats = ring.map(([, lat]) => lat);
		const [west, east, south, north] = [
			Math.min(...lons),
			Math.max(...lons),
			Math.min(...lats),
			Math.max(...lats),
		];
		const points: LonLat[] = [];
		for (let i = 1; i < SAMPLES; i++) {
			for (let j = 1; j < SAMPLES; j++) {
				const at = {
					lon: west + ((east - west) * i) / SAMPLES,
					lat: south + ((north - south) * j) / SAMPLES,
				};
				if (contains(polygon, at)) points.push(at);
			}
		}
		return points;
	});
}

/** Whether a point lies within a polygon, in the plane of degrees. */
function contains(polygon: Position[][], { lon, lat }: LonLat): boolean {
	let inside = false;
	for (const ring of polygon) {
		ring.forEach(([x, y], index) => {
			const [fromX, fromY] = ring.at(index - 1)!;
			if (y > lat !== fromY > lat && lon < fromX + ((lat - fromY) / (y - fromY)) * (x - fromX))
				inside = !inside;
		});
	}
	return inside;
}
