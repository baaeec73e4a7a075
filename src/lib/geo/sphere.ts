import { geoDistance } from 'd3-geo';
import type { LonLat } from '#lib/story/index.ts';

/** IUGG mean radius of the Earth, km. */
export const EARTH_RADIUS_KM = 6371.0088;

export const RADIANS = Math.PI / 180;

/** Great-circle distance in km. */
export function distanceKm(a: LonLat, b: LonLat): number {
	return angleBetween(a, b) * RADIANS * EARTH_RADIUS_KM;
}

/** Central angle between two points, degrees 0…180. */
export function angleBetween(a: LonLat, b: LonLat): number {
	return geoDistance([a.lon, a.lat], [b.lon, b.lat]) / RADIANS;
}

/** Longitude brought into −180…180. */
export function wrapLongitude(lon: number): number {
	const wrapped = ((((lon + 180) % 360) + 360) % 360) - 180;
	return wrapped === -180 && lon > 0 ? 180 : wrapped;
}

/** A point on the unit sphere. */
export type Vector = readonly [x: number, y: number, z: number];

export function toVector({ lon, lat }: LonLat): Vector {
	const cos = Math.cos(lat * RADIANS);
	return [cos * Math.cos(lon * RADIANS), cos * Math.sin(lon * RADIANS), Math.sin(lat * RADIANS)];
}

/** The inverse of {@link toVector}; the vector need not have unit length. */
export function fromVector([x, y, z]: Vector): LonLat {
	return { lon: Math.atan2(y, x) / RADIANS, lat: Math.atan2(z, Math.hypot(x, y)) / RADIANS };
}

/**
 * The point reached from `start` after moving `east` and `north` along the tangent plane.
 * Degrees of arc; azimuthal equidistant, so it holds at the poles and over the antimeridian.
 */
export function offsetBy(start: LonLat, east: number, north: number): LonLat {
	const angle = Math.hypot(east, north) * RADIANS;
	if (angle === 0) return start;
	const azimuth = Math.atan2(east, north);
	const lat = start.lat * RADIANS;
	const sinLat = Math.sin(lat) * Math.cos(angle) + Math.cos(lat) * Math.sin(angle) * Math.cos(azimuth);
	const deltaLon = Math.atan2(
		Math.sin(azimuth) * Math.sin(angle) * Math.cos(lat),
		Math.cos(angle) - Math.sin(lat) * sinLat,
	);
	return {
		lon: wrapLongitude(start.lon + deltaLon / RADIANS),
		lat: Math.asin(Math.max(-1, Math.min(1, sinLat))) / RADIANS,
	};
}
