import { geoArea } from 'd3-geo';
import type { MultiPolygon, Position } from '#lib/story/index.ts';

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
	const area = geoArea({ type: 'Polygon', coordinates: [ring] });
	const isLarge = area > 2 * Math.PI;
	if ((isLarge ? 4 * Math.PI - area : area) <= leastArea) return undefined;
	return isLarge === isHole ? ring : [...ring].reverse();
}
