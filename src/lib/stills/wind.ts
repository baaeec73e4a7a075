import { geoArea } from 'd3-geo';
import type { MultiPolygon, Position } from '#lib/story/index.ts';

const RADIANS = Math.PI / 180;

/** A ring narrower than this holds no pole, so its area on a cylinder (Lambert's, equal-area) tells its direction, ten times as fast. Degrees. */
const NARROW = 170;

/**
 * Turns rings the way d3 wants them: clockwise outside, the other way round for holes. A ring wound wrongly would be
 * everything but the island. No outer ring may hold more than a hemisphere.
 *
 * @param leastArea rings smaller than this are left out, steradians
 */
export function wind(shape: MultiPolygon, leastArea = 0): MultiPolygon {
	const coordinates = shape.coordinates.flatMap((polygon) => {
		const rings = polygon.map((ring, index) => windRing(ring, index > 0, leastArea));
		const [outer, ...holes] = rings;
		return outer ? [[outer, ...holes.filter((ring) => ring !== undefined)]] : [];
	});
	return { type: 'MultiPolygon', coordinates };
}

function windRing(ring: Position[], isHole: boolean, leastArea: number): Position[] | undefined {
	if (ring.length < 4) return undefined;
	const area = clockwiseArea(ring);
	if (Math.abs(area) <= leastArea) return undefined;
	return area > 0 === isHole ? [...ring].reverse() : ring;
}

/** Steradians, negative for rings that d3 would take for everything outside of them. */
function clockwiseArea(ring: Position[]): number {
	let west = Infinity;
	let east = -Infinity;
	let twice = 0;
	const last = ring.at(-1)!;
	let lon0 = last[0];
	let height0 = Math.sin(last[1] * RADIANS);
	for (const [lon, lat] of ring) {
		west = Math.min(west, lon);
		east = Math.max(east, lon);
		const height = Math.sin(lat * RADIANS);
		twice += (lon - lon0) * RADIANS * (height + height0);
		lon0 = lon;
		height0 = height;
	}
	if (east - west < NARROW) return twice / 2;
	const area = geoArea({ type: 'Polygon', coordinates: [ring] });
	return area > 2 * Math.PI ? area - 4 * Math.PI : area;
}
