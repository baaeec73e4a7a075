import { mercator } from './mercator.mjs';

/** Tile `{ x, y }` and position in it, of a point on the Mercator map; a tile is `extent` units wide. */
function tilePosition({ lon, lat }, z, extent) {
	const size = 2 ** z;
	const [u, v] = mercator(lon, lat).map((value) => Math.min(0.999999, Math.max(0, value)) * size);
	const x = Math.floor(u);
	const y = Math.floor(v);
	return { x, y, at: [Math.round((u - x) * extent), Math.round((v - y) * extent)] };
}

/**
 * A layer of labels: `points` are `{ lon, lat, minZoom, properties }`. Each label stands in one tile a zoom, none is thinned
 * out. `extentAt(z)` is the width of a tile in its own units. `tile(z, x, y)` gives a tile in geojson-vt's form, or null.
 */
export function pointLayer(points, extentAt) {
	const byZoom = new Map();
	const tilesOf = (z) => {
		const tiles = new Map();
		for (const point of points) {
			if (point.minZoom > z) continue;
			const { x, y, at } = tilePosition(point, z, extentAt(z));
			const feature = { type: 1, geometry: [at], tags: point.properties };
			const key = `${x}/${y}`;
			if (tiles.has(key)) tiles.get(key).features.push(feature);
			else tiles.set(key, { features: [feature] });
		}
		return tiles;
	};
	return {
		tile(z, x, y) {
			if (!byZoom.has(z)) byZoom.set(z, tilesOf(z));
			return byZoom.get(z).get(`${x}/${y}`) ?? null;
		},
	};
}
