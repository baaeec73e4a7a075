import polylabel from 'polylabel';
import type { LonLat, MultiPolygon } from '#lib/story/index.ts';
import { mainBody } from './framing-outline';
import { RADIANS } from './sphere';

/** Where a region's name has most room: the point of its main body farthest from any border (polylabel). */
export function labelPoint(shape: MultiPolygon): LonLat {
	const [largest] = mainBody(shape);
	if (!largest) return { lon: 0, lat: 0 };
	const lats = largest[0]!.map(([, lat]) => lat);
	const squeeze = Math.cos(((Math.min(...lats) + Math.max(...lats)) / 2) * RADIANS);
	const local = largest.map((ring) => ring.map(([lon, lat]): [number, number] => [lon * squeeze, lat]));
	const [x, lat] = polylabel(local, 0.1);
	return { lon: x / squeeze, lat };
}
