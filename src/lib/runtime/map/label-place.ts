import { booleanPointInPolygon } from '@turf/boolean-point-in-polygon';
import { projector, type Rect } from '#lib/geo/index.ts';
import type { LonLat, MultiPolygon } from '#lib/story/index.ts';
import type { Setting } from './drawing';

/** Width of a line of capitals in Source Sans 3, CSS px; close enough to decide where it fits. */
export function estimateWidth(text: string, size: number, tracking: number): number {
	let ems = 0;
	for (const character of text)
		ems += /[\u2e80-\uffef]/.test(character) ? 1 : /[MWÄÖ@]/.test(character) ? 0.76 : 0.58;
	return (ems + text.length * tracking) * size;
}

/** The side of its dot on which a mark's name is neither cut by the frame nor runs into another mark. */
export function sideOf(
	at: { x: number; y: number },
	width: number,
	others: { x: number; y: number }[],
	free: Rect,
): 'left' | 'right' {
	const cost = (direction: 1 | -1) => {
		const from = Math.min(at.x, at.x + direction * width);
		const to = Math.max(at.x, at.x + direction * width);
		const cut = Math.max(0, free.left - from) + Math.max(0, to - free.right);
		const hit = others.some(({ x, y }) => Math.abs(y - at.y) < 22 && x > from - 12 && x < to + 12);
		return cut + (hit ? 1000 : 0);
	};
	return cost(-1) < cost(1) ? 'left' : 'right';
}

/**
 * Where a region's name stands: at its own point if that is free, else at the nearest point of the region where the
 * name fits into what cards and bars leave. Where it fits nowhere, it stays at its own point.
 */
export function placeLabel(
	own: LonLat,
	shape: MultiPolygon | undefined,
	width: number,
	{ camera, screen, free }: Setting,
): LonLat {
	const project = projector(camera, screen);
	const fits = (at: LonLat) => {
		const { x, y, visible } = project(at);
		return (
			visible &&
			x - width / 2 > free.left + 8 &&
			x + width / 2 < free.right - 8 &&
			y > free.top + 16 &&
			y < free.bottom - 16
		);
	};
	if (!shape || fits(own)) return own;
	const home = project(own);
	const distance = (at: LonLat) => {
		const { x, y } = project(at);
		return Math.hypot(x - home.x, y - home.y);
	};
	const places = samples(shape).filter(fits);
	return (
		places.reduce<LonLat | undefined>(
			(best, at) => (!best || distance(at) < distance(best) ? at : best),
			undefined,
		) ?? own
	);
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
				if (booleanPointInPolygon([at.lon, at.lat], { type: 'Polygon', coordinates: polygon }))
					points.push(at);
			}
		}
		return points;
	});
}
