import { geoArea } from 'd3-geo';
import { merge, mesh } from 'topojson-client';
import { presimplify, simplify, sphericalTriangleArea } from 'topojson-simplify';
import type {
	GeometryCollection,
	MultiPolygon as TopoMultiPolygon,
	Polygon as TopoPolygon,
	Topology,
} from 'topojson-specification';
import { countryIn, type Unit, type Worldview } from '#lib/gazetteer/index.ts';
import type { MultiLineString, MultiPolygon, Position } from '#lib/story/index.ts';
import { createLand, type Land } from './map-in-words/land';

/** Whether a unit belongs to what is to be drawn. */
export type Covers = (unit: Unit) => boolean;

/** The administrative units of the world, from which every country, region and border is made. */
export interface World {
	/** All units that are covered, as one area; `undefined` if none is. Radians: what is smaller may be left out. */
	area(covers: Covers, tolerance: number): MultiPolygon | undefined;
	/** The line that both sides share; `undefined` if they are no neighbours. */
	border(a: Covers, b: Covers, tolerance: number): MultiLineString | undefined;
	/** What adjoins what, for the map in words. */
	land(): Land;
	/** The same world, with its units in the countries that a worldview gives them to. */
	seenFrom(worldview: Pick<Worldview, 'id' | 'gives'>): World;
}

type UnitGeometry = (TopoPolygon | TopoMultiPolygon) & { id: string; properties: { country: string } };
type Units = GeometryCollection<{ country: string }>;
type WorldTopology = Topology<{ units: Units }>;

/** @param topology `geodata/built/world.topo.json`: object `units`, each with an `id` and its `country` */
export function createWorld(topology: Topology): World {
	let weighted: WorldTopology | undefined;
	const simplified = new Map<number, WorldTopology>();
	let land: Land | undefined;
	const views = new Map<string, World>();

	function at(tolerance: number): WorldTopology {
		const known = simplified.get(tolerance);
		if (known) return known;
		weighted ??= presimplify(topology as WorldTopology, sphericalTriangleArea);
		const result = tolerance > 0 ? simplify(weighted, tolerance ** 2) : (topology as WorldTopology);
		simplified.set(tolerance, result);
		return result;
	}

	return {
		area(covers, tolerance) {
			const world = at(tolerance);
			const members = unitsOf(world).filter((unit) => covers(asUnit(unit)));
			if (!members.length) return undefined;
			const { coordinates } = merge(world, members);
			return { type: 'MultiPolygon', coordinates: (coordinates as Position[][][]).map(windForSphere) };
		},
		border(a, b, tolerance) {
			const world = at(tolerance);
			const sides = new Map(
				unitsOf(world).map((unit) => [unit.id, { a: a(asUnit(unit)), b: b(asUnit(unit)) }]),
			);
			const { coordinates } = mesh(world, world.objects.units, (left, right) => {
				const [one, other] = [sides.get(String(left.id)), sides.get(String(right.id))];
				if (!one || !other || left === right) return false;
				return (one.a && other.b && !one.b) || (one.b && other.a && !other.b);
			});
			return coordinates.length
				? { type: 'MultiLineString', coordinates: coordinates as Position[][] }
				: undefined;
		},
		land: () => (land ??= createLand(topology)),
		seenFrom(worldview) {
			const view = views.get(worldview.id) ?? createWorld(topologySeenFrom(topology, worldview));
			views.set(worldview.id, view);
			return view;
		},
	};
}

/**
 * The topology with its units in the countries that a worldview gives them to, and its borders of the kinds that they are
 * there: a border's property with the worldview's id, `{ kind: 'province', RU: 'international' }`, says which.
 */
export function topologySeenFrom(topology: Topology, worldview: Pick<Worldview, 'id' | 'gives'>): Topology {
	const { units, borders, ...others } = topology.objects as Record<string, GeometryCollection<Properties>>;
	const moved = units?.geometries.map((unit) => ({
		...unit,
		properties: { country: countryIn(worldview, asUnit(unit as UnitGeometry)) },
	}));
	const redrawn = borders?.geometries.map((border) => {
		const properties: Properties = border.properties ?? {};
		return { ...border, properties: { ...properties, kind: properties[worldview.id] ?? properties['kind'] } };
	});
	return {
		...topology,
		objects: {
			...others,
			...(moved && { units: { ...units!, geometries: moved } }),
			...(redrawn && { borders: { ...borders!, geometries: redrawn } }),
		} as Topology['objects'],
	};
}

type Properties = Record<string, string | undefined>;

function unitsOf(world: WorldTopology): UnitGeometry[] {
	return world.objects.units.geometries as UnitGeometry[];
}

function asUnit({ id, properties }: UnitGeometry): Unit {
	return { id, country: properties.country };
}

/** d3-geo takes the side to the right of a ring for its inside, so that a polygon may be larger than a hemisphere. */
function windForSphere(polygon: Position[][]): Position[][] {
	return geoArea({ type: 'Polygon', coordinates: polygon }) > 2 * Math.PI
		? polygon.map((ring) => [...ring].reverse())
		: polygon;
}
