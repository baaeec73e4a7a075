import { geoInterpolate } from 'd3-geo';
import type { LonLat, Position } from '#lib/story/index.ts';
import { nearestLongitude, unwrapLongitudes } from './antimeridian';
import { angleBetween, RADIANS, wrapLongitude } from './sphere';

/** A line comes no nearer to a pole, degrees: Web Mercator ends at 85.05°, and what lies beyond cannot be drawn on either map. */
const CAP = 5.1;

/** Round a pole there is a corner every so many degrees of longitude: less than a degree of arc. */
const CORNER = 6;

/**
 * The shortest way over the sphere through all `stops`, as one line; round a pole that it would cross, and into both arcs
 * without a bend.
 * Longitudes run on over the antimeridian (170 → 190, never 170 → −170), so that a renderer draws no streak.
 *
 * @param maxStepDegrees longest piece of arc that stays a straight segment, degrees
 */
export function greatCircle(stops: LonLat[], maxStepDegrees = 1): Position[] {
	const corners = stops.flatMap((stop, index) => {
		const next = stops[index + 1];
		return next ? [stop, ...roundPole(stop, next, 1), ...roundPole(stop, next, -1)] : [stop];
	});
	const line: Position[] = [];
	corners.forEach((corner, index) => {
		const next = corners[index + 1];
		line.push([corner.lon, corner.lat]);
		if (!next) return;
		const pieces = Math.max(1, Math.ceil(angleBetween(corner, next) / maxStepDegrees));
		const at = geoInterpolate([corner.lon, corner.lat], [next.lon, next.lat]);
		for (let piece = 1; piece < pieces; piece++) line.push(at(piece / pieces));
	});
	return unwrapLongitudes(line);
}

/**
 * Corners round a pole that lies in the way, from where the arc from `a` touches the circle about it to where that to `b` leaves it;
 * none where the way keeps clear of it, or begins or ends beside it.
 *
 * @param pole 1 is the north pole, −1 the south pole
 */
function roundPole(a: LonLat, b: LonLat, pole: 1 | -1): LonLat[] {
	const [fromA, fromB] = [a, b].map(({ lat }) => turnToTouch(90 - pole * lat)) as [number, number];
	const turn = nearestLongitude(b.lon, a.lon) - a.lon;
	const along = Math.abs(turn) - fromA - fromB;
	if (!(along > 0)) return [];
	const pieces = Math.ceil(along / CORNER);
	return Array.from({ length: pieces + 1 }, (_, piece) => ({
		lon: wrapLongitude(a.lon + Math.sign(turn) * (fromA + (along * piece) / pieces)),
		lat: pole * (90 - CAP),
	}));
}

/** Degrees of longitude from a point to where an arc from it touches the circle; `NaN` from within (Napier's rules). */
function turnToTouch(distanceFromPole: number): number {
	return Math.acos(Math.tan(CAP * RADIANS) / Math.tan(distanceFromPole * RADIANS)) / RADIANS;
}
