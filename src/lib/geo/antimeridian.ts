import type { LonLat, Position } from '#lib/story/index.ts';

/** Adds full turns so that no two neighbours of a line lie more than 180° of longitude apart. */
export function unwrapLongitudes(line: Position[]): Position[] {
	let turn = 0;
	let previous: number | undefined;
	return line.map(([lon, lat]) => {
		if (previous !== undefined) {
			if (lon - previous > 180) turn -= 360;
			else if (lon - previous < -180) turn += 360;
		}
		previous = lon;
		return [lon + turn, lat];
	});
}

/**
 * The narrowest span of longitudes that holds all points, in degrees; `east` may exceed 180, never by a full turn.
 * The widest empty gap between neighbouring longitudes is left out.
 */
export function longitudeSpan(points: LonLat[]): { west: number; east: number } {
	const lons = points.map(({ lon }) => lon).sort((a, b) => a - b);
	let west = lons[0] ?? 0;
	let gap = 360 - ((lons.at(-1) ?? 0) - west);
	for (let i = 1; i < lons.length; i++) {
		const width = lons[i]! - lons[i - 1]!;
		if (width > gap) {
			gap = width;
			west = lons[i]!;
		}
	}
	return { west, east: west + 360 - gap };
}

/** The same longitude, moved by full turns to lie within 180° of `reference`. */
export function nearestLongitude(lon: number, reference: number): number {
	return lon - 360 * Math.round((lon - reference) / 360);
}

/** True for the segments that only exist because a polygon was cut at the antimeridian or runs along a pole. */
export function isCut(a: Position, b: Position): boolean {
	const onMeridian = Math.abs(a[0]) > 179.99 && Math.abs(b[0]) > 179.99;
	const onPole = Math.abs(a[1]) > 89.9 && Math.abs(b[1]) > 89.9;
	return onMeridian || onPole;
}

/** A ring as lines without its cuts: what may be drawn as a contour. */
export function contour(ring: Position[]): Position[][] {
	const lines: Position[][] = [];
	let line: Position[] = [];
	ring.forEach((position, index) => {
		const previous = ring[index - 1];
		if (previous && isCut(previous, position)) {
			if (line.length > 1) lines.push(line);
			line = [];
		}
		line.push(position);
	});
	if (line.length > 1) lines.push(line);
	return lines;
}
