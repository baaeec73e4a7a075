import { EARTH_RADIUS_KM, nearestLongitude } from '#lib/geo/index.ts';
import type { LonLat, Position } from '#lib/story/index.ts';

/** Km in the plane. */
export interface Offset {
	east: number;
	north: number;
}

const RADIANS = Math.PI / 180;

const KM_PER_DEGREE = EARTH_RADIUS_KM * RADIANS;

/** How far east and north of a point another one lies: good to a percent within a thousand kilometres. */
export function offset(from: LonLat, to: LonLat): Offset {
	const shrink = Math.cos(((from.lat + to.lat) / 2) * RADIANS);
	const degrees = nearestLongitude(to.lon, from.lon) - from.lon;
	return { east: degrees * shrink * KM_PER_DEGREE, north: (to.lat - from.lat) * KM_PER_DEGREE };
}

/** Length along the ground of a line whose points lie near to each other, km. */
export function lengthKm(line: Position[]): number {
	let sum = 0;
	for (let i = 1; i < line.length; i++) {
		const { east, north } = offset(toPoint(line[i - 1]!), toPoint(line[i]!));
		sum += Math.hypot(east, north);
	}
	return sum;
}

/** Km from a point to a line. */
export function distanceToLine(point: LonLat, line: Position[]): number {
	let best = Infinity;
	let before: Offset | undefined;
	for (const position of line) {
		const here = offset(point, toPoint(position));
		best = Math.min(best, before ? toSegment(before, here) : Math.hypot(here.east, here.north));
		before = here;
	}
	return best;
}

/** A line as straight pieces that span so many km of it, without its small bends. */
export function chords(line: Position[], km: number): (Offset & { middle: LonLat })[] {
	const pieces: (Offset & { middle: LonLat })[] = [];
	let start = toPoint(line[0]!);
	let run = 0;
	line.forEach((position, index) => {
		const here = toPoint(position);
		run += index ? lengthKm([line[index - 1]!, position]) : 0;
		if (run < km && index < line.length - 1) return;
		const middle = { lon: (start.lon + here.lon) / 2, lat: (start.lat + here.lat) / 2 };
		pieces.push({ middle, ...offset(start, here) });
		start = here;
		run = 0;
	});
	return pieces;
}

export function toPoint([lon, lat]: Position): LonLat {
	return { lon, lat };
}

/** A point on the unit sphere. */
export function toVector({ lon, lat }: LonLat): readonly [x: number, y: number, z: number] {
	const cos = Math.cos(lat * RADIANS);
	return [cos * Math.cos(lon * RADIANS), cos * Math.sin(lon * RADIANS), Math.sin(lat * RADIANS)];
}

/** From the origin to a segment. */
function toSegment(a: Offset, b: Offset): number {
	const [dx, dy] = [b.east - a.east, b.north - a.north];
	const length = dx * dx + dy * dy;
	const along = length ? Math.max(0, Math.min(1, -(a.east * dx + a.north * dy) / length)) : 0;
	return Math.hypot(a.east + along * dx, a.north + along * dy);
}
