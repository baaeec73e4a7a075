import { geoArea } from 'd3-geo';
import { feature, merge, meshArcs } from 'topojson-client';
import { presimplify, simplify, sphericalTriangleArea } from 'topojson-simplify';
import type { GeometryCollection, MultiLineString as TopoLines, Topology } from 'topojson-specification';
import type { LonLat, MultiLineString, MultiPolygon, Position } from '#lib/story/index.ts';
import { angleBetween } from '#lib/geo/index.ts';
import { wind } from './wind';

/** A name by language, `{ de: 'Peking' }`. */
export type Names = Record<string, string>;

export interface City {
	id: string;
	names: Names;
	at: LonLat;
	population: number;
	capital: boolean;
}

/** A sea, a river or a lake that has a name and a place for it. */
export interface Water {
	kind: 'ocean' | 'sea' | 'lake' | 'river';
	names: Names;
	at: LonLat;
	/** Map zooms between which the name helps. */
	minZoom: number;
	maxZoom: number;
	/** Degrees clockwise on the map, for rivers. */
	angle: number;
}

/** The built geodata as read from the disk. */
export interface WorldSource {
	/** Objects `units` (id, `country`), `borders` (`kind`) and `land`. */
	world: Topology;
	/** Objects `lakes` and `rivers`. */
	water: Topology;
	/** By ISO 3166-1 code. */
	countryNames: Map<string, Names>;
	/** By ISO 3166-2 code. */
	unitNames: Map<string, Names>;
	cities: City[];
	waters: Water[];
}

/** A geometry and a circle on the sphere around it, so that it can be left out unprojected. */
export interface Bounded<G> {
	geometry: G;
	center: LonLat;
	/** Degrees. */
	radius: number;
}

export type Areas = Bounded<MultiPolygon>[];
export type Lines = Bounded<MultiLineString>[];

/** The base map, simplified for one scale. */
export interface Layers {
	land: Areas;
	lakes: Areas;
	rivers: Lines;
	international: Lines;
	disputed: Lines;
	provinces: Lines;
}

/** A country or province that may be labelled. */
export interface Territory extends Bounded<MultiPolygon> {
	id: string;
	country: string;
	names: Names;
}

/** All that stills draw besides the story; prepares each scale once. */
export interface World {
	/** @param radius of the globe, px */
	layers(radius: number): Layers;
	countries(): Territory[];
	provinces(): Territory[];
	cities: City[];
	waters: Water[];
}

interface UnitProperties {
	country: string;
}
type Units = GeometryCollection<UnitProperties>;

/** Triangles below this weight go, px² (Visvalingam's effective area). */
const LEAST_TRIANGLE = 0.3;

/** Islands and lakes smaller than this go, px². */
const LEAST_ISLAND = 0.8;

/** Geometry for placing names: no name needs a sharper outline than this. Px of globe radius. */
const COUNTRY_NAME_RADIUS = 1200;
const PROVINCE_NAME_RADIUS = 4096;

/** Provinces must be as large as this on average for their lines to be drawn, px². */
const LEAST_PROVINCE = 1800;

/** The longest edge that may stay straight on the sphere: parallels are not great circles. Degrees of longitude. */
const LONGEST_EDGE = 2;

/** Takes a second or two; do it once for all stills. */
export function prepareWorld(source: WorldSource): World {
	const world = presimplify(densify(source.world), sphericalTriangleArea);
	const water = presimplify(densify(source.water), sphericalTriangleArea);
	const disputedArcs = new Set(arcsOf(borderLines(world, 'disputed')));
	const at = memo((radius) => ({ world: simplifyFor(world, radius), water: simplifyFor(water, radius) }));
	const areas = once(() => meanUnitArea(at(COUNTRY_NAME_RADIUS).world));
	const layers = memo((radius): Layers => {
		const scaled = at(radius);
		const wide = new Set([...areas()].filter(([, area]) => area * radius * radius >= LEAST_PROVINCE).map(([id]) => id));
		return {
			land: splitAreas(feature(scaled.world, scaled.world.objects['land']!), radius),
			lakes: splitAreas(feature(scaled.water, scaled.water.objects['lakes']!), radius),
			rivers: splitLines(feature(scaled.water, scaled.water.objects['rivers']!)),
			international: splitLines(feature(scaled.world, borderLines(scaled.world, 'international'))),
			disputed: splitLines(feature(scaled.world, borderLines(scaled.world, 'disputed'))),
			provinces: splitLines(feature(scaled.world, provinceLines(scaled.world, wide, disputedArcs))),
		};
	});
	return {
		layers: (radius) => layers(2 ** Math.ceil(Math.log2(Math.max(64, radius)))),
		countries: once(() => countries(at(COUNTRY_NAME_RADIUS).world, source.countryNames)),
		provinces: once(() => provinces(at(PROVINCE_NAME_RADIUS).world, source.unitNames)),
		cities: [...source.cities].sort((a, b) => b.population - a.population),
		waters: source.waters,
	};
}

function simplifyFor(topology: Topology, radius: number): Topology {
	return simplify(topology, LEAST_TRIANGLE / (radius * radius));
}

/** Decodes the arcs, and adds corners along parallels. */
function densify(topology: Topology): Topology {
	const [kx, ky] = topology.transform?.scale ?? [1, 1];
	const [dx, dy] = topology.transform?.translate ?? [0, 0];
	const arcs = topology.arcs.map((arc) => {
		const line: Position[] = [];
		let x = 0;
		let y = 0;
		for (const point of arc) {
			x = topology.transform ? x + point[0]! : point[0]!;
			y = topology.transform ? y + point[1]! : point[1]!;
			addDense(line, [x * kx + dx, y * ky + dy]);
		}
		return line;
	});
	const { transform: _, ...rest } = topology;
	return { ...rest, arcs };
}

function addDense(line: Position[], [lon, lat]: Position): void {
	const last = line.at(-1);
	if (last && Math.abs(lat) < 89.9) {
		const pieces = Math.ceil(Math.abs(lon - last[0]) / LONGEST_EDGE);
		const [fromLon, fromLat] = last;
		for (let i = 1; i < pieces; i++) {
			line.push([fromLon + ((lon - fromLon) * i) / pieces, fromLat + ((lat - fromLat) * i) / pieces]);
		}
	}
	line.push([lon, lat]);
}

/** The same for a shape that comes with the story. */
export function denseRing(ring: Position[]): Position[] {
	const line: Position[] = [];
	for (const position of ring) addDense(line, position);
	return line;
}

function borderLines(world: Topology, kind: string): TopoLines {
	const borders = world.objects['borders'] as GeometryCollection<{ kind: string }>;
	const arcs = borders.geometries
		.filter((geometry) => geometry.properties?.kind === kind)
		.flatMap((geometry) => {
			if (geometry.type === 'MultiLineString') return geometry.arcs;
			return geometry.type === 'LineString' ? [geometry.arcs] : [];
		});
	return { type: 'MultiLineString', arcs };
}

function arcsOf({ arcs }: TopoLines): number[] {
	return arcs.flat().map((arc) => (arc < 0 ? ~arc : arc));
}

/** Lines between two units of one of the `wanted` countries, without those that are drawn as disputed. */
function provinceLines(world: Topology, wanted: Set<string>, disputed: Set<number>): TopoLines {
	const country = (unit: unknown) => (unit as { properties: UnitProperties }).properties.country;
	const mesh = meshArcs(world, world.objects['units'] as Units, (a, b) => a !== b && country(a) === country(b) && wanted.has(country(a)));
	const arcs = (mesh as unknown as TopoLines).arcs.flatMap((line) => {
		const pieces: number[][] = [[]];
		for (const arc of line) {
			if (disputed.has(arc < 0 ? ~arc : arc)) pieces.push([]);
			else pieces.at(-1)!.push(arc);
		}
		return pieces.filter((piece) => piece.length > 0);
	});
	return { type: 'MultiLineString', arcs };
}

/** Steradians, by country. */
function meanUnitArea(world: Topology): Map<string, number> {
	const sums = new Map<string, { area: number; count: number }>();
	for (const unit of (world.objects['units'] as Units).geometries) {
		const country = unit.properties!.country;
		const sum = sums.get(country) ?? { area: 0, count: 0 };
		const area = geoArea(wind(polygons(feature(world, unit))));
		sums.set(country, { area: sum.area + area, count: sum.count + 1 });
	}
	return new Map([...sums].map(([country, { area, count }]) => [country, area / count]));
}

function countries(world: Topology, names: Map<string, Names>): Territory[] {
	const byCountry = new Map<string, Units['geometries']>();
	for (const unit of (world.objects['units'] as Units).geometries) {
		const id = unit.properties!.country;
		byCountry.set(id, [...(byCountry.get(id) ?? []), unit]);
	}
	return [...byCountry].flatMap(([id, units]) => {
		const named = names.get(id);
		const geometry = wind(merge(world, units as never) as unknown as MultiPolygon, 1e-7);
		return named && geometry.coordinates.length ? [{ id, country: id, names: named, ...bound(geometry, geometry.coordinates.flat(2)) }] : [];
	});
}

function provinces(world: Topology, names: Map<string, Names>): Territory[] {
	return (world.objects['units'] as Units).geometries.flatMap((unit) => {
		const id = String(unit.id);
		const named = names.get(id);
		if (!named) return [];
		const geometry = wind(polygons(feature(world, unit)), 1e-8);
		return [{ id, country: unit.properties!.country, names: named, ...bound(geometry, geometry.coordinates.flat(2)) }];
	});
}

type AnyGeometry =
	| GeoJSON.Feature<GeoJSON.Geometry | null>
	| GeoJSON.FeatureCollection<GeoJSON.Geometry | null>;

function geometries(object: AnyGeometry): GeoJSON.Geometry[] {
	const features = object.type === 'FeatureCollection' ? object.features : [object];
	return features.flatMap(({ geometry }) => {
		if (!geometry) return [];
		return geometry.type === 'GeometryCollection' ? geometry.geometries : [geometry];
	});
}

function polygons(object: AnyGeometry): MultiPolygon {
	const coordinates = geometries(object).flatMap((geometry) => {
		if (geometry.type === 'Polygon') return [geometry.coordinates as Position[][]];
		return geometry.type === 'MultiPolygon' ? (geometry.coordinates as Position[][][]) : [];
	});
	return { type: 'MultiPolygon', coordinates };
}

function splitAreas(object: AnyGeometry, radius: number): Areas {
	return wind(polygons(object), LEAST_ISLAND / (radius * radius)).coordinates.map((polygon) =>
		bound({ type: 'MultiPolygon' as const, coordinates: [polygon] }, polygon[0] ?? []),
	);
}

function splitLines(object: AnyGeometry): Lines {
	return geometries(object)
		.flatMap((geometry) => {
			if (geometry.type === 'LineString') return [geometry.coordinates as Position[]];
			return geometry.type === 'MultiLineString' ? (geometry.coordinates as Position[][]) : [];
		})
		.map((line) => bound({ type: 'MultiLineString' as const, coordinates: [line] }, line));
}

function bound<G>(geometry: G, positions: Position[]): Bounded<G> {
	const lats = positions.map(([, lat]) => lat);
	const lons = positions.map(([lon]) => lon);
	const middle = (values: number[]) => (least(values) - least(values.map((v) => -v))) / 2;
	const center = { lon: middle(lons) || 0, lat: middle(lats) || 0 };
	const radius = positions.reduce((most, [lon, lat]) => Math.max(most, angleBetween(center, { lon, lat })), 0);
	return { geometry, center, radius };
}

function least(values: number[]): number {
	return values.reduce((a, b) => Math.min(a, b), Infinity);
}

function once<T>(make: () => T): () => T {
	let made: { value: T } | undefined;
	return () => (made ??= { value: make() }).value;
}

function memo<T>(make: (radius: number) => T): (radius: number) => T {
	const made = new Map<number, T>();
	return (radius) => {
		if (!made.has(radius)) made.set(radius, make(radius));
		return made.get(radius)!;
	};
}
