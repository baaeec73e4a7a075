import type { MultiPolygon, Position } from '#lib/story/index.ts';
import { wind } from './wind';
import type { Areas, Bounded, Lines } from './world';

type AnyGeometry =
	GeoJSON.Feature<GeoJSON.Geometry | null> | GeoJSON.FeatureCollection<GeoJSON.Geometry | null>;

function geometries(object: AnyGeometry): GeoJSON.Geometry[] {
	const features = object.type === 'FeatureCollection' ? object.features : [object];
	return features.flatMap(({ geometry }) => {
		if (!geometry) return [];
		return geometry.type === 'GeometryCollection' ? geometry.geometries : [geometry];
	});
}

export function polygons(object: AnyGeometry): MultiPolygon {
	const coordinates = geometries(object).flatMap((geometry) => {
		if (geometry.type === 'Polygon') return [geometry.coordinates as Position[][]];
		return geometry.type === 'MultiPolygon' ? (geometry.coordinates as Position[][][]) : [];
	});
	return { type: 'MultiPolygon', coordinates };
}

/** @param leastArea smaller polygons are left out, steradians */
export function splitAreas(object: AnyGeometry, leastArea: number): Areas {
	return wind(polygons(object), leastArea).coordinates.map((polygon) =>
		bound({ type: 'MultiPolygon' as const, coordinates: [polygon] }, polygon[0] ?? []),
	);
}

export function splitLines(object: AnyGeometry): Lines {
	return geometries(object)
		.flatMap((geometry) => {
			if (geometry.type === 'LineString') return [geometry.coordinates as Position[]];
			return geometry.type === 'MultiLineString' ? (geometry.coordinates as Position[][]) : [];
		})
		.map((line) => bound({ type: 'MultiLineString' as const, coordinates: [line] }, line));
}

/** A circle around the box of longitudes and latitudes. */
export function bound<G>(geometry: G, positions: Position[]): Bounded<G> {
	const west = least(positions.map(([lon]) => lon));
	const east = -least(positions.map(([lon]) => -lon));
	const south = least(positions.map(([, lat]) => lat));
	const north = -least(positions.map(([, lat]) => -lat));
	const center = { lon: (west + east) / 2, lat: (south + north) / 2 };
	const nearEquator = south < 0 && north > 0 ? 0 : Math.min(Math.abs(south), Math.abs(north));
	const radius = Math.hypot((east - west) * Math.cos((nearEquator * Math.PI) / 180), north - south) / 2;
	return { geometry, center, radius };
}

function least(values: number[]): number {
	return values.reduce((a, b) => Math.min(a, b), Infinity);
}
