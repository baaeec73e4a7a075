import type { LonLat, MultiPolygon, Position } from '#lib/story/index.ts';

/** Areas as GeoJSON has them, from tiles or from the story's shapes. */
export type Area = MultiPolygon | { type: 'Polygon'; coordinates: Position[][] };

/** Whether a point lies in an area, whichever turn around the world the area's longitudes are counted in. */
export function isInside({ lon, lat }: LonLat, area: Area): boolean {
	const polygons = area.type === 'Polygon' ? [area.coordinates] : area.coordinates;
	return [lon, lon - 360, lon + 360].some((x) =>
		polygons.some((rings) => rings.filter((ring) => crossings(ring, x, lat) % 2).length % 2 === 1),
	);
}

/** The outer ring of the polygon with the largest extent; the others are its islands. */
export function largestRing({ coordinates }: MultiPolygon): Position[] {
	const rings = coordinates.map(([outer = []]) => ({ outer, size: size(outer) }));
	return rings.reduce((a, b) => (b.size > a.size ? b : a), { outer: [] as Position[], size: 0 }).outer;
}

/** How often a ray to the east meets the ring. */
function crossings(ring: Position[], lon: number, lat: number): number {
	return ring.filter(([x, y], index) => {
		const [fromX, fromY] = ring[(index || ring.length) - 1]!;
		return y > lat !== fromY > lat && lon < ((fromX - x) * (lat - y)) / (fromY - y) + x;
	}).length;
}

/** Of its box, with degrees of longitude as long as they are there. */
function size(ring: Position[]): number {
	const lons = ring.map(([lon]) => lon);
	const lats = ring.map(([, lat]) => lat);
	const [south, north] = [Math.min(...lats), Math.max(...lats)];
	const shortened = Math.cos(((south + north) / 2) * (Math.PI / 180));
	return (Math.max(...lons) - Math.min(...lons)) * (north - south) * shortened;
}
