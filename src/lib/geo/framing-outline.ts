import { geoArea, geoAzimuthalEqualAreaRaw, geoCentroid, geoRotation } from 'd3-geo';
import type { LonLat, MultiPolygon, Position } from '#lib/story/index.ts';
import { angleBetween } from './sphere';

/** Islands smaller than this share of the largest one are not what a reader means by the country's name. */
const MAIN_BODY_SHARE = 0.05;

/** Nor are those further off, degrees: overseas territory. */
const MAIN_BODY_REACH = 25;

/** In how many directions the outermost point is kept. */
const DIRECTIONS = 24;

/**
 * The points that must be seen when a region is to be seen: the outermost vertices of its main body in 24 directions.
 *
 * @returns 1…24 points, degrees
 */
export function framingOutline(shape: MultiPolygon): LonLat[] {
	return outermostPoints(mainBody(shape).flatMap((polygon) => polygon[0] ?? []));
}

/**
 * The outermost of some points in 24 directions.
 *
 * @returns 1…24 points, degrees; none if there are none
 */
export function outermostPoints(vertices: Position[]): LonLat[] {
	if (!vertices.length) return [];
	const middle = geoCentroid({ type: 'MultiPoint', coordinates: vertices });
	// Points that lie all around the globe have no middle.
	const center = Number.isNaN(middle[0]) ? vertices[0]! : middle;
	const rotate = geoRotation([-center[0], -center[1]]);
	const flat = vertices.map((vertex) => {
		const [lon, lat] = rotate(vertex);
		return geoAzimuthalEqualAreaRaw((lon * Math.PI) / 180, (lat * Math.PI) / 180);
	});
	const kept = new Set<Position>();
	for (let i = 0; i < DIRECTIONS; i++) {
		const angle = (i / DIRECTIONS) * 2 * Math.PI;
		kept.add(vertices[outermost(flat, Math.cos(angle), Math.sin(angle))]!);
	}
	return [...kept].map(([lon, lat]) => ({ lon, lat }));
}

/** The polygons that make up the main body: the largest one and what is large and near beside it. */
export function mainBody(shape: MultiPolygon): Position[][][] {
	const sized = shape.coordinates.map((coordinates) => ({
		coordinates,
		area: geoArea({ type: 'Polygon', coordinates }),
		center: toLonLat(geoCentroid({ type: 'Polygon', coordinates })),
	}));
	const main = sized.reduce((a, b) => (b.area > a.area ? b : a));
	return sized
		.filter(
			({ area, center }) =>
				area >= main.area * MAIN_BODY_SHARE && angleBetween(center, main.center) < MAIN_BODY_REACH,
		)
		.map(({ coordinates }) => coordinates);
}

function outermost(points: [number, number][], x: number, y: number): number {
	let best = 0;
	points.forEach((point, index) => {
		const leader = points[best]!;
		if (point[0] * x + point[1] * y > leader[0] * x + leader[1] * y) best = index;
	});
	return best;
}

function toLonLat([lon, lat]: [number, number]): LonLat {
	return { lon, lat };
}
