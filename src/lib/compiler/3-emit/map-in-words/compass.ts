import { distanceKm, nearestLongitude } from '#lib/geo/index.ts';
import type { LonLat } from '#lib/story/index.ts';

export const COMPASS = [
	'north',
	'north-east',
	'east',
	'south-east',
	'south',
	'south-west',
	'west',
	'north-west',
] as const;

export type Compass = (typeof COMPASS)[number];

const RADIANS = Math.PI / 180;

/** Farther away no direction means anything to a reader: half of the way is as good another way round. Km. */
const FARTHEST_DIRECTION = 9000;

/** This near to a pole every way leads south, or north. Degrees. */
const POLE = 85;

/**
 * The compass course from one place to another, degrees clockwise from north.
 *
 * It is the course of the rhumb line and not the first course of the great circle: that one leaves Kyiv to the
 * north-east for Beijing and Beijing to the north-west for Kyiv, while every reader says that Beijing lies in the east.
 * The two agree on what a country measures, and only the rhumb line's reverse is exactly the opposite.
 */
export function course(from: LonLat, to: LonLat): number {
	const east = (nearestLongitude(to.lon, from.lon) - from.lon) * RADIANS;
	const north = stretched(to.lat) - stretched(from.lat);
	return degreesOf(east, north);
}

/** Clockwise from north, 0…360. */
export function degreesOf(east: number, north: number): number {
	return (Math.atan2(east, north) / RADIANS + 360) % 360;
}

/** One of eight directions for a course. */
export function compassOf(degrees: number): Compass {
	return COMPASS[Math.round(degrees / 45) % 8]!;
}

/** Where `to` lies, seen from `from`; `undefined` where a direction would mislead. */
export function directionTo(from: LonLat, to: LonLat): Compass | undefined {
	const km = distanceKm(from, to);
	if (km < 0.5 || km > FARTHEST_DIRECTION) return undefined;
	if (Math.max(Math.abs(from.lat), Math.abs(to.lat)) > POLE) return undefined;
	return compassOf(course(from, to));
}

/**
 * A distance as one says it. A town is some kilometres wide, so a single kilometre means nothing beyond 20 km; beyond
 * 2,000 km ten do not.
 */
export function roundKm(km: number): number {
	if (km < 20) return Math.round(km);
	return roundTo(km, km < 2000 ? 10 : 50);
}

/** For what is only about so long or wide: two digits. */
export function roughKm(km: number): number {
	return km < 100 ? roundTo(km, 10) : roundTo(km, 10 ** (Math.floor(Math.log10(km)) - 1));
}

/** A length of which only the least is known: two digits, rounded down. */
export function atLeastKm(km: number): number {
	const unit = 10 ** Math.max(0, Math.floor(Math.log10(km)) - 1);
	return Math.floor(km / unit) * unit;
}

function roundTo(value: number, unit: number): number {
	return Math.round(value / unit) * unit;
}

/** Mercator's latitude. */
function stretched(lat: number): number {
	const kept = Math.max(-89, Math.min(89, lat)) * RADIANS;
	return Math.log(Math.tan(Math.PI / 4 + kept / 2));
}
