import { booleanPointInPolygon } from '@turf/boolean-point-in-polygon';
import type { LonLat, MultiPolygon, Position } from '#lib/story/index.ts';

/** Areas as GeoJSON has them, from tiles or from the story's shapes. */
export type Area = MultiPolygon | { type: 'Polygon'; coordinates: Position[][] };

/** Whether a point lies in an area, whichever turn around the world the area's longitudes are counted in. */
export function isInside({ lon, lat }: LonLat, area: Area): boolean {
	return [lon, lon - 360, lon + 360].some((x) => booleanPointInPolygon([x, lat], area));
}

/** The outer ring of the polygon with the largest extent; the others are its islands. */
export function largestRing({ coordinates }: MultiPolygon): Position[] {
	const rings = coordinates.map(([outer = []]) => ({ outer, size: size(outer) }));
	return rings.reduce((a, b) => (b.size > a.size ? b : a), { outer: [] as Position[], size: 0 }).outer;
}

/** Of its box, with degrees of longitude as long as they are there. */
function size(ring: Position[]): number {
	const lons = ring.map(([lon]) => lon);
	const lats = ring.map(([, lat]) => lat);
	const [south, north] = [Math.min(...lats), Math.max(...lats)];
	const shortened = Math.cos(((south + north) / 2) * (Math.PI / 180));
	return (Math.max(...lons) - Math.min(...lons)) * (north - south) * shortened;
}
