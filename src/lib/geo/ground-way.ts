import { geoInterpolate } from 'd3-geo';
import type { LonLat } from '#lib/story/index.ts';
import { nearestLongitude } from './antimeridian';
import { fromMercator, mercator } from './camera';
import { angleBetween, RADIANS, wrapLongitude } from './sphere';

/** A way over the ground. */
export interface GroundWay {
	/** Radians of arc. */
	length: number;
	/** How far a map with north on top turns about its middle on the way, radians: much near the poles. */
	twist: number;
	/** Where one is after a share 0…1 of the length. */
	at(share: number): LonLat;
}

/** Where a great circle rises so much above its ends, or so high, degrees of latitude, it is bent back to them. */
const POLEWARDS = { above: { from: 5, to: 18 }, high: { from: 70, to: 80 } };

/** Ends further apart than this have no shortest way that the next pixel could not throw to the other side. Degrees. */
const ANTIPODAL = { from: 160, to: 175 };

/** Into how many pieces a way is cut to measure it. */
const PIECES = 48;

/**
 * The way that the middle of the picture takes: the great circle on a globe, a straight line on the flat map, both the
 * shorter way round. Where the great circle would pass near a pole, far from the lands at both ends and with north
 * turning under the eye, the way keeps to the latitudes of its ends instead. It is travelled at the same pace throughout.
 */
export function groundWay(from: LonLat, to: LonLat, isFlat: boolean): GroundWay {
	const circle = geoInterpolate([from.lon, from.lat], [to.lon, to.lat]);
	const line = straight(from, to);
	const bend = isFlat ? 1 : Math.max(polewards(from, to, circle), smooth(angleBetween(from, to), ANTIPODAL));
	return evenly((t) => {
		if (bend === 1) return line(t);
		const { lon, lat } = line(t);
		const [bentLon, bentLat] = geoInterpolate(circle(t), [lon, lat])(bend);
		return { lon: bentLon, lat: bentLat };
	});
}

/** Straight on the flat map, the shorter way round. */
function straight(from: LonLat, to: LonLat): (t: number) => LonLat {
	const start = mercator(from);
	const end = mercator({ lon: nearestLongitude(to.lon, from.lon), lat: to.lat });
	return (t) => {
		const { lon, lat } = fromMercator({
			x: start.x + (end.x - start.x) * t,
			y: start.y + (end.y - start.y) * t,
		});
		return { lon: wrapLongitude(lon), lat };
	};
}

/** How far a great circle is to be bent back to the latitudes of its ends, 0…1. */
function polewards(from: LonLat, to: LonLat, circle: (t: number) => [number, number]): number {
	let highest = 0;
	for (let piece = 1; piece < PIECES; piece++)
		highest = Math.max(highest, Math.abs(circle(piece / PIECES)[1]));
	const above = highest - Math.max(Math.abs(from.lat), Math.abs(to.lat));
	return Math.max(smooth(above, POLEWARDS.above), smooth(highest, POLEWARDS.high));
}

function evenly(place: (t: number) => LonLat): GroundWay {
	const points = Array.from({ length: PIECES + 1 }, (_, piece) => place(piece / PIECES));
	const travelled = [0];
	let twist = 0;
	for (let piece = 1; piece <= PIECES; piece++) {
		const [before, now] = [points[piece - 1]!, points[piece]!];
		travelled.push(travelled[piece - 1]! + angleBetween(before, now) * RADIANS);
		const turned = Math.abs(nearestLongitude(now.lon, before.lon) - before.lon) * RADIANS;
		twist += turned * Math.abs(Math.sin(now.lat * RADIANS));
	}
	const length = travelled[PIECES]!;
	return {
		length,
		twist,
		at(share) {
			const wanted = share * length;
			let piece = 0;
			while (piece < PIECES - 1 && travelled[piece + 1]! < wanted) piece++;
			const within = (wanted - travelled[piece]!) / (travelled[piece + 1]! - travelled[piece]! || 1);
			return place((piece + Math.min(1, Math.max(0, within))) / PIECES);
		},
	};
}

/** 0 up to `from`, 1 beyond `to`, a smooth step between. */
function smooth(value: number, { from, to }: { from: number; to: number }): number {
	const t = Math.max(0, Math.min(1, (value - from) / (to - from)));
	return t * t * (3 - 2 * t);
}
