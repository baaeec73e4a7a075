import { geoArea } from 'd3-geo';
import { feature, merge, meshArcs } from 'topojson-client';
import { presimplify, simplify, sphericalTriangleArea } from 'topojson-simplify';
import type { GeometryCollection, MultiLineString as TopoLines, Topology } from 'topojson-specification';
import type { MultiPolygon } from '#lib/story/index.ts';
import { bound, polygons, splitAreas, splitLines } from './bounded';
import { densify } from './densify';
import { wind } from './wind';
import type { Layers, NamedPoint, Territory, World, WorldSource } from './world';

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

/** Takes a second or two; do it once for all stills. */
export function prepareWorld(source: WorldSource): World {
	const world = weigh(source.world);
	const water = weigh(source.water);
	const unlike = new Set(['disputed', 'none'].flatMap((kind) => arcsOf(borderLines(world, kind))));
	const at = memo((radius) => ({ world: simplifyFor(world, radius), water: simplifyFor(water, radius) }));
	const areas = once(() => meanUnitArea(at(COUNTRY_NAME_RADIUS).world));
	const layers = memo((radius): Layers => {
		const scaled = at(radius);
		const leastArea = LEAST_ISLAND / (radius * radius);
		const wide = new Set(
			[...areas()].filter(([, area]) => area * radius * radius >= LEAST_PROVINCE).map(([id]) => id),
		);
		return {
			land: splitAreas(feature(scaled.world, scaled.world.objects['land']!), leastArea),
			lakes: splitAreas(feature(scaled.water, scaled.water.objects['lakes']!), leastArea),
			rivers: splitLines(feature(scaled.water, riversFor(scaled.water, radius))),
			international: splitLines(feature(scaled.world, borderLines(scaled.world, 'international'))),
			disputed: splitLines(feature(scaled.world, borderLines(scaled.world, 'disputed'))),
			provinces: splitLines(feature(scaled.world, provinceLines(scaled.world, wide, unlike))),
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

/** Lines between two units of one of the `wanted` countries, without those that are drawn otherwise or not at all. */
function provinceLines(world: Topology, wanted: Set<string>, unlike: Set<number>): TopoLines {
	const mesh = meshArcs(
		world,
		world.objects['units'] as Units,
		(a, b) => a !== b && countryOf(a) === countryOf(b) && wanted.has(countryOf(a)),
	);
	const arcs = (mesh as unknown as TopoLines).arcs.flatMap((line) => {
		const pieces: number[][] = [[]];
		for (const arc of line) {
			if (unlike.has(arc < 0 ? ~arc : arc)) pieces.push([]);
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
