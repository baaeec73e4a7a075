import { geoArea } from 'd3-geo';
import { feature, merge, meshArcs } from 'topojson-client';
import { presimplify, simplify, sphericalTriangleArea } from 'topojson-simplify';
import type { GeometryCollection, MultiLineString as TopoLines, Topology } from 'topojson-specification';
import type { LonLat, MultiLineString, MultiPolygon, Position } from '#lib/story/index.ts';
import { wind } from './wind';

/** A name by language, `{ de: 'Peking' }`. */
export type Names = Record<string, string>;

/** A name and where an atlas writes it. */
export interface NamedPoint {
	names: Names;
	at: LonLat;
}

export interface City {
	id: string;
	names: Names;
	at: LonLat;
	population: number;
	capital: boolean;
}

/** A sea or a river that has a name, and where its name may stand. */
export interface Water {
	kind: 'ocean' | 'sea' | 'river';
	names: Names;
	at: LonLat[];
	/** 0 is shown first. */
	rank: number;
}

/** The built geodata as read from the disk. */
export interface WorldSource {
	/** Objects `units` (id, `country`), `borders` (`kind`) and `land`. */
	world: Topology;
	/** Objects `lakes` and `rivers`. */
	water: Topology;
	/** By ISO 3166-1 code. */
	countries: Map<string, NamedPoint>;
	/** By ISO 3166-2 code. */
	provinces: Map<string, NamedPoint>;
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
	names: Names;
	/** Where an atlas writes the name. */
	at: LonLat;
	/** Has no land border, so that a name at its shore belongs to nobody else. */
	isIsland: boolean;
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
	const world = weigh(source.world);
	const water = weigh(source.water);
	const disputedArcs = new Set(arcsOf(borderLines(world, 'disputed')));
	const at = memo((radius) => ({ world: simplifyFor(world, radius), water: simplifyFor(water, radius) }));
	const areas = once(() => meanUnitArea(at(COUNTRY_NAME_RADIUS).world));
	const layers = memo((radius): Layers => {
		const scaled = at(radius);
		const wide = new Set(
			[...areas()].filter(([, area]) => area * radius * radius >= LEAST_PROVINCE).map(([id]) => id),
		);
		return {
			land: splitAreas(feature(scaled.world, scaled.world.objects['land']!), radius),
			lakes: splitAreas(feature(scaled.water, scaled.water.objects['lakes']!), radius),
			rivers: splitLines(feature(scaled.water, riversFor(scaled.water, radius))),
			international: splitLines(feature(scaled.world, borderLines(scaled.world, 'international'))),
			disputed: splitLines(feature(scaled.world, borderLines(scaled.world, 'disputed'))),
			provinces: splitLines(feature(scaled.world, provinceLines(scaled.world, wide, disputedArcs))),
		};
	});
	return {
		layers: (radius) => layers(2 ** Math.ceil(Math.log2(Math.max(64, radius)))),
		countries: once(() => countries(at(COUNTRY_NAME_RADIUS).world, source.countries)),
		provinces: once(() => provinces(at(PROVINCE_NAME_RADIUS).world, source.provinces)),
		cities: [...source.cities].sort((a, b) => b.population - a.population),
		waters: source.waters,
	};
}

/** Notes for each corner how much it matters. */
function weigh(topology: Topology): Topology {
	return presimplify(densify(topology) as Loose, sphericalTriangleArea);
}

/** topojson-simplify's types know no properties. */
type Loose = Topology<Record<string, never>>;

function simplifyFor(topology: Topology, radius: number): Topology {
	return simplify(topology as Loose, LEAST_TRIANGLE / (radius * radius));
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

/** The farther away the map, the longer a river must be to be drawn. */
function riversFor(water: Topology, radius: number): GeometryCollection {
	const rivers = water.objects['rivers'] as GeometryCollection<{ rank?: number }>;
	const most = (Math.log2((2 * Math.PI * radius) / 512) - 2.4) * 1.6;
	return {
		...rivers,
		geometries: rivers.geometries.filter(
			({ properties }) => ((properties as { rank?: number })?.rank ?? 0) <= most,
		),
	};
}

function borderLines(world: Topology, kind: string): TopoLines {
	const borders = world.objects['borders'] as GeometryCollection<{ kind: string }>;
	const arcs = borders.geometries
		.filter((geometry) => (geometry.properties as { kind: string }).kind === kind)
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
	const mesh = meshArcs(
		world,
		world.objects['units'] as Units,
		(a, b) => a !== b && countryOf(a) === countryOf(b) && wanted.has(countryOf(a)),
	);
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

function countryOf(unit: unknown): string {
	return (unit as { properties: UnitProperties }).properties.country;
}

/** Steradians, by country. */
function meanUnitArea(world: Topology): Map<string, number> {
	const sums = new Map<string, { area: number; count: number }>();
	for (const unit of (world.objects['units'] as Units).geometries) {
		const country = countryOf(unit);
		const sum = sums.get(country) ?? { area: 0, count: 0 };
		const area = geoArea(wind(polygons(feature(world, unit))));
		sums.set(country, { area: sum.area + area, count: sum.count + 1 });
	}
	return new Map([...sums].map(([country, { area, count }]) => [country, area / count]));
}

function countries(world: Topology, names: Map<string, NamedPoint>): Territory[] {
	const byCountry = new Map<string, Units['geometries']>();
	for (const unit of (world.objects['units'] as Units).geometries) {
		const id = countryOf(unit);
		byCountry.set(id, [...(byCountry.get(id) ?? []), unit]);
	}
	const borders = new Set([
		...arcsOf(borderLines(world, 'international')),
		...arcsOf(borderLines(world, 'disputed')),
	]);
	return [...byCountry].flatMap(([id, units]) => {
		const named = names.get(id);
		const arcs = units.flatMap((unit) =>
			'arcs' in unit ? (unit.arcs as unknown[]).flat(3) : [],
		) as number[];
		const isIsland = !arcs.some((arc) => borders.has(arc < 0 ? ~arc : arc));
		const geometry = wind(merge(world, units as never) as unknown as MultiPolygon, 1e-7);
		return named && geometry.coordinates.length
			? [{ id, ...named, isIsland, ...bound(geometry, geometry.coordinates.flat(2)) }]
			: [];
	});
}

function provinces(world: Topology, names: Map<string, NamedPoint>): Territory[] {
	return (world.objects['units'] as Units).geometries.flatMap((unit) => {
		const id = String(unit.id);
		const named = names.get(id);
		if (!named) return [];
		const geometry = wind(polygons(feature(world, unit)), 1e-8);
		return [{ id, ...named, isIsland: false, ...bound(geometry, geometry.coordinates.flat(2)) }];
	});
}

type AnyGeometry =
	GeoJSON.Feature<GeoJSON.Geometry | null> | GeoJSON.FeatureCollection<GeoJSON.Geometry | null>;

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

/** A circle around the box of longitudes and latitudes. */
function bound<G>(geometry: G, positions: Position[]): Bounded<G> {
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
