import { geoArea } from 'd3-geo';
import type { LonLat, MultiLineString, MultiPolygon, Position } from '#lib/story/index.ts';
import type { Detail } from './detail';

/** Islets, lakes and slivers smaller than this are left out, square pixels. */
const LEAST_AREA = 4;

/** Leaves out what is too small to see, and the decimals that nobody sees. `undefined` if nothing would remain. */
export function trimArea(shape: MultiPolygon, detail: Detail): MultiPolygon | undefined {
	const least = LEAST_AREA * (detail.pixel * (Math.PI / 180)) ** 2;
	const polygons = shape.coordinates
		.map((polygon) => ({ polygon: roundPolygon(polygon, detail), area: sphereArea([polygon[0] ?? []]) }))
		.filter(({ polygon }) => polygon.length > 0)
		.sort((a, b) => b.area - a.area);
	const kept = polygons.filter(({ area }, index) => index === 0 || area >= least);
	if (!kept.length) return undefined;
	const coordinates = kept.map(({ polygon }) =>
		polygon.filter((ring, index) => index === 0 || sphereArea([ring]) >= least),
	);
	return { type: 'MultiPolygon', coordinates };
}

/** Lines with the decimals that can be seen. */
export function trimLines(shape: MultiLineString, detail: Detail): MultiLineString {
	const coordinates = shape.coordinates
		.map((line) => roundLine(line, detail))
		.filter((line) => line.length > 1);
	return { type: 'MultiLineString', coordinates };
}

function roundPolygon(polygon: Position[][], detail: Detail): Position[][] {
	const rings = polygon.map((ring) => roundLine(ring, detail));
	if ((rings[0]?.length ?? 0) < 4) return [];
	return rings.filter((ring) => ring.length >= 4);
}

/** A point with the decimals that can be seen. */
export function trimPoint({ lon, lat }: LonLat, detail: Detail): LonLat {
	const round = rounding(detail);
	return { lon: round(lon), lat: round(lat) };
}

/** To a third of a pixel or finer. */
function rounding({ pixel }: Detail): (degrees: number) => number {
	const decimals = Math.max(1, Math.ceil(-Math.log10(pixel / 4)));
	return (degrees) => Number(degrees.toFixed(decimals));
}

/** Rounds, and drops points that fall together. */
function roundLine(line: Position[], detail: Detail): Position[] {
	const round = rounding(detail);
	return line
		.map(([lon, lat]): Position => [round(lon), round(lat)])
		.filter(
			(point, index, all) =>
				index === 0 || point[0] !== all[index - 1]![0] || point[1] !== all[index - 1]![1],
		);
}

/** Steradians, whichever way the ring runs. */
function sphereArea(rings: Position[][]): number {
	const area = geoArea({ type: 'Polygon', coordinates: rings });
	return Math.min(area, 4 * Math.PI - area);
}
