import { mercator, type Screen } from '#lib/geo/index.ts';
import type { Bbox, LonLat } from '#lib/story/index.ts';

/** How near the map comes to what has no extent, by kind. */
const ZOOMS: Record<string, number> = {
	country: 4,
	region: 3,
	organisation: 2,
	continent: 2.2,
	province: 5,
	sea: 3.5,
};
const TOWN = 6;
const LIMITS = { least: 0.5, most: 7 };
/** How much of the screen a box takes. */
const PART = 0.7;

/** Where the map is looked at from to see a place whole. */
export function viewOf(
	{ at, kind, bbox }: { at: LonLat; kind: string; bbox?: Bbox },
	screen: Screen,
): { center: LonLat; zoom: number } {
	if (!bbox) return { center: at, zoom: ZOOMS[kind] ?? TOWN };
	const [west, south, east, north] = bbox;
	const width = east < west ? east + 360 - west : east - west;
	const [low, high] = [south, north].map((lat) => mercator({ lon: 0, lat: clamp(lat, -84, 84) }).y) as [
		number,
		number,
	];
	const zoomFor = (pixels: number, part: number) => Math.log2((PART * pixels) / (512 * Math.max(part, 1e-4)));
	const zoom = Math.min(
		zoomFor(screen.width, width / 360),
		zoomFor(screen.height, Math.abs(high - low) / (2 * Math.PI)),
	);
	const lon = west + width / 2;
	return {
		center: { lon: lon > 180 ? lon - 360 : lon, lat: (south + north) / 2 },
		zoom: clamp(zoom, LIMITS.least, LIMITS.most),
	};
}

/** A box as a line that runs along its parallels and meridians, a point every two degrees at most. */
export function boxLine([west, south, east, north]: Bbox): [lon: number, lat: number][] {
	const right = east < west ? east + 360 : east;
	const corners: [number, number][] = [
		[west, south],
		[right, south],
		[right, north],
		[west, north],
	];
	const line = corners.flatMap(([lon, lat], index) => {
		const [nextLon, nextLat] = corners[(index + 1) % 4]!;
		const steps = Math.max(1, Math.ceil(Math.max(Math.abs(nextLon - lon), Math.abs(nextLat - lat)) / 2));
		return Array.from({ length: steps }, (_, step): [number, number] => [
			lon + ((nextLon - lon) * step) / steps,
			lat + ((nextLat - lat) * step) / steps,
		]);
	});
	return [...line, corners[0]!];
}

function clamp(value: number, least: number, most: number): number {
	return Math.max(least, Math.min(most, value));
}
