import { readFileSync, statSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import type { Feature, MultiPolygon, Polygon } from 'geojson';
import { feature, merge } from 'topojson-client';
import type {
	MultiLineString,
	MultiPolygon as TopoMultiPolygon,
	Polygon as TopoPolygon,
	Topology,
} from 'topojson-specification';

const BUILT = new URL('../../geodata/built/', import.meta.url);

/** Longitude and latitude. */
type Position = [number, number];
type Ring = Position[];

type Unit = TopoPolygon<{ country: string }> | TopoMultiPolygon<{ country: string }>;

type World = Topology<{
	units: { type: 'GeometryCollection'; geometries: Unit[] };
	borders: { type: 'GeometryCollection'; geometries: MultiLineString<{ kind: string; id?: string }>[] };
	land: TopoMultiPolygon;
}>;

interface Region {
	id: string;
	m49?: string;
	kind: string;
	names: Record<string, string>;
	aliases: string[];
	members: string[];
	exclude?: string[];
	definition: Record<string, string>;
	asOf?: string;
	label: { lon: number; lat: number };
	outline: { lon: number; lat: number }[];
}

interface Regions {
	regions: Region[];
	outlines: Record<string, { lon: number; lat: number }[]>;
	labels: Record<string, { lon: number; lat: number }>;
	together: Record<string, string[]>;
}

interface Place {
	id: string;
	kind: string;
	country: string;
	parent: string;
	lat: string;
	lon: string;
	rank: string;
	name_de: string;
	name_en: string;
	name_zh: string;
	name_ru: string;
	aliases: string;
	bbox: string;
	stands_for: string;
	population: string;
}

function readJson<T>(name: string): T {
	return JSON.parse(readFileSync(new URL(name, BUILT), 'utf8'));
}

export function sizeOf(name: string) {
	return statSync(new URL(name, BUILT)).size;
}

export function compressedSizeOf(name: string) {
	return gzipSync(readFileSync(new URL(name, BUILT)), { level: 9 }).length;
}

export function readWorld() {
	return readJson<World>('world.topo.json');
}

export function readRegions() {
	return readJson<Regions>('regions.json');
}

/** Rows of the gazetteer as objects of text. */
export function readPlaces(): Place[] {
	const [header = '', ...lines] = readFileSync(new URL('places.tsv', BUILT), 'utf8').trimEnd().split('\n');
	const columns = header.split('\t');
	return lines.map((line) => {
		const fields = line.split('\t');
		return Object.fromEntries(columns.map((column, i) => [column, fields[i] ?? ''])) as unknown as Place;
	});
}

/** Unit id -> country code. */
export function countriesOfUnits(world: World) {
	return new Map(world.objects.units.geometries.map((unit) => [String(unit.id), unit.properties!.country]));
}

/** Each polygon is its outer ring, then its holes. */
export function polygonsOf(geometry: Polygon | MultiPolygon) {
	const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
	return polygons as [Ring, ...Ring[]][];
}

export function shapeOfUnit(world: World, unit: Unit) {
	return (feature(world, unit) as Feature<Polygon | MultiPolygon>).geometry;
}

export function shapeOfCountry(world: World, code: string): MultiPolygon {
	const units = world.objects.units.geometries.filter((unit) => unit.properties!.country === code);
	return merge(world, units);
}

/** Every position of the lines of one kind. */
export function borderLines(world: World, kind: string) {
	const lines = world.objects.borders.geometries.filter(({ properties }) => properties!.kind === kind);
	if (!lines.length) throw new Error(`no borders of kind ${kind}`);
	return lines.flatMap((line) => feature(world, line).geometry.coordinates as Ring[]);
}

/** The line that `disputed.yaml` calls by this id. */
export function borderOf(world: World, id: string) {
	const line = world.objects.borders.geometries.find(({ properties }) => properties!.id === id);
	if (!line) throw new Error(`no border has the id ${id}`);
	return { kind: line.properties!.kind, lines: feature(world, line).geometry.coordinates as Ring[] };
}

/** Ids of units that share a line with a unit. */
export function neighboursOf(world: World, id: string): string[] {
	const arcsOf = (unit: Unit) =>
		new Set((unit.arcs.flat(3) as number[]).map((arc) => (arc < 0 ? ~arc : arc)));
	const units = world.objects.units.geometries;
	const own = arcsOf(units.find((unit) => unit.id === id)!);
	return units
		.filter((unit) => unit.id !== id && [...arcsOf(unit)].some((arc) => own.has(arc)))
		.map((unit) => String(unit.id));
}

/** Area of a ring in square degrees of the plane. */
export function ringArea(ring: Ring) {
	const sum = ring.reduce((total, [x, y], i) => {
		const [px, py] = ring.at(i - 1)!;
		return total + px * y - x * py;
	}, 0);
	return Math.abs(sum) / 2;
}

function ringContains(ring: Ring, lon: number, lat: number) {
	return ring.reduce((inside, [ax, ay], i) => {
		const [bx, by] = ring.at(i - 1)!;
		const crosses = ay > lat !== by > lat && lon < ((bx - ax) * (lat - ay)) / (by - ay) + ax;
		return crosses ? !inside : inside;
	}, false);
}

export function contains(geometry: Polygon | MultiPolygon, lon: number, lat: number) {
	return polygonsOf(geometry).some(
		([outer, ...holes]) =>
			ringContains(outer, lon, lat) && !holes.some((hole) => ringContains(hole, lon, lat)),
	);
}

export type { Ring, World };
