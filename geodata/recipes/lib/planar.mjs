/** Rings of a Polygon or MultiPolygon, grouped by polygon. */
export const polygonsOf = (geometry) =>
	geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;

/** Even-odd test on longitude and latitude as plane coordinates. */
export function ringContains(ring, lon, lat) {
	let inside = false;
	for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
		const [ax, ay] = ring[i];
		const [bx, by] = ring[j];
		if (ay > lat !== by > lat && lon < ((bx - ax) * (lat - ay)) / (by - ay) + ax) inside = !inside;
	}
	return inside;
}

export const polygonContains = (polygon, lon, lat) =>
	ringContains(polygon[0], lon, lat) && !polygon.slice(1).some((hole) => ringContains(hole, lon, lat));

export const geometryContains = (geometry, lon, lat) =>
	polygonsOf(geometry).some((polygon) => polygonContains(polygon, lon, lat));

/** Area of a ring in square degrees of the plane, without sign. */
export function ringArea(ring) {
	let sum = 0;
	for (let i = 0, j = ring.length - 1; i < ring.length; j = i++)
		sum += ring[j][0] * ring[i][1] - ring[i][0] * ring[j][1];
	return Math.abs(sum) / 2;
}

export function ringBox(ring) {
	let west = Infinity;
	let south = Infinity;
	let east = -Infinity;
	let north = -Infinity;
	for (const [lon, lat] of ring) {
		if (lon < west) west = lon;
		if (lon > east) east = lon;
		if (lat < south) south = lat;
		if (lat > north) north = lat;
	}
	return { west, south, east, north };
}

/** Distance from a point to a segment, in degrees with longitude scaled by the cosine of the latitude. */
export function distanceToSegment(lon, lat, [ax, ay], [bx, by]) {
	const k = Math.cos((lat * Math.PI) / 180);
	const dx = (bx - ax) * k;
	const dy = by - ay;
	const px = (lon - ax) * k;
	const py = lat - ay;
	const length2 = dx * dx + dy * dy;
	const t = length2 ? Math.max(0, Math.min(1, (px * dx + py * dy) / length2)) : 0;
	return Math.hypot(px - t * dx, py - t * dy);
}
