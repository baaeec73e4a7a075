import { readFileSync, statSync } from 'node:fs';
import type { MultiPolygon, Polygon, Position } from 'geojson';
import { feature, merge } from 'topojson-client';
import type {
	MultiLineString,
	MultiPolygon as TopoMultiPolygon,
	Polygon as TopoPolygon,
	Topology,
} from 'topojson-specification';

const BUILT = new URL('../../geodata/built/', import.meta.url);

type Unit = TopoPolygon<{ country: string }> | TopoMultiPolygon<{ country: string }>;

type World = Topology<{
	units: { type: 'GeometryCollection'; geometries: Unit[] };
	borders: { type: 'GeometryCollection'; geometries: MultiLineString<{ kind: string }>[] };
	land: TopoMultiPolygon;
}>;

interface Region {
	id: string;
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

function readJson<T>(name: string): T {
	return JSON.parse(readFileSync(new URL(name, BUILT), 'utf8'));
}

export function sizeOf(name: string) {
	return statSync(new URL(name, BUILT)).size;
}

export function readWorld() {
	return readJson<World>('world.topo.json');
}

export function readRegions() {
	return readJson<Regions>('regions.json');
}

/** Rows of the gazetteer as objects of text. */
export function readPlaces(): Record<string, string>[] {
	const [header, ...lines] = readFileSync(new URL('places.tsv', BUILT), 'utf8').trimEnd().split('\n');
	const columns = header.split('\t');
	return lines.map((line) => {
		const fields = line.split('\t');
		return Object.fromEntries(columns.map((column, i) => [column, fields[i]]));
	});
}

/** Unit id -> country code. */
export function countriesOfUnits(world: World) {
	return new Map(world.objects.units.geometries.map((unit) => [String(unit.id), unit.properties!.country]));
}

export function polygonsOf(geometry: Polygon | MultiPolygon): Position[][][] {
	return geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
}

export function shapeOfUnit(world: World, id: string): Polygon | MultiPolygon {
	const unit = world.objects.units.geometries.find((candidate) => candidate.id === id);
	if (!unit) throw new Error(`no unit ${id}`);
	return feature(world, unit).geometry;
}

export function shapeOfCountry(world: World, code: string): MultiPolygon {
	const units = world.objects.units.geometries.filter((unit) => unit.properties!.country === code);
	return merge(world, units);
}

/** Every position of the lines of one kind. */
export function borderLines(world: World, kind: string): Position[][] {
	const lines = world.objects.borders.geometries.find((geometry) => geometry.properties!.kind === kind);
	if (!lines) throw new Error(`no borders of kind ${kind}`);
	return feature(world, lines).geometry.coordinates;
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

function ringContains(ring: Position[], lon: number, lat: number) {
	let inside = false;
	for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
		const [ax, ay] = ring[i];
		const [bx, by] = ring[j];
		if (ay > lat !== by > lat && lon < ((bx - ax) * (lat - ay)) / (by - ay) + ax) inside = !inside;
	}
	return inside;
}

export function contains(geometry: Polygon | MultiPolygon, lon: number, lat: number) {
	return polygonsOf(geometry).some(
		([outer, ...holes]) =>
			ringContains(outer, lon, lat) && !holes.some((hole) => ringContains(hole, lon, lat)),
	);
}

export type { World };
