import { geoInterpolate } from 'd3-geo';
import type { LonLat, Position } from '#lib/story/index.ts';
import { angleBetween } from './sphere';
import { unwrapLongitudes } from './antimeridian';

/**
 * The shortest way over the sphere through all `stops`, as one line.
 * Longitudes run on over the antimeridian (170 → 190, never 170 → −170), so that a renderer draws no streak.
 *
 * @param maxStepDegrees longest piece of arc that stays a straight segment, degrees
 */
export function greatCircle(stops: LonLat[], maxStepDegrees = 1): Position[] {
	const line: Position[] = [];
	stops.forEach((stop, index) => {
		const next = stops[index + 1];
		if (!next) {
			line.push([stop.lon, stop.lat]);
			return;
		}
		const pieces = Math.max(1, Math.ceil(angleBetween(stop, next) / maxStepDegrees));
		const at = geoInterpolate([stop.lon, stop.lat], [next.lon, next.lat]);
		line.push([stop.lon, stop.lat]);
		for (let piece = 1; piece < pieces; piece++) line.push(at(piece / pieces));
	});
	return unwrapLongitudes(line);
}
