/** A point on the sphere, in degrees. Longitude −180…180, latitude −90…90. Never a bare pair of numbers. */
export interface LonLat {
	lon: number;
	lat: number;
}

/** A box, degrees; across the date line west is greater than east. */
export type Bbox = readonly [west: number, south: number, east: number, north: number];

/** The two ways the map is drawn: a globe seen from space, or flat (Web Mercator) for what no globe can show at once. */
export type ProjectionName = 'globe' | 'flat';

/** GeoJSON positions, `[lon, lat]` in degrees, as GeoJSON asks for them. */
export type Position = [number, number];

/** An area: `coordinates[polygon][ring][vertex]`. */
export interface MultiPolygon {
	type: 'MultiPolygon';
	coordinates: Position[][][];
}

/** Lines: `coordinates[line][vertex]`. */
export interface MultiLineString {
	type: 'MultiLineString';
	coordinates: Position[][];
}

export type Shape = MultiPolygon | MultiLineString;
