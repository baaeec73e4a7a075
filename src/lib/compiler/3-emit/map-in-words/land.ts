import type { GeometryObject, MultiPolygon, Polygon, Topology } from 'topojson-specification';
import type { Unit } from '#lib/gazetteer/index.ts';
import { distanceKm, isCut } from '#lib/geo/index.ts';
import type { LonLat, Position } from '#lib/story/index.ts';

/** A stretch of the outline of some units. */
export interface Edge {
	within: Unit;
	/** The unit on the other side; absent at the sea. */
	beyond?: Unit;
	line: Position[];
	/** Length along the ground. */
	km: number;
	/** The map draws it dashed. */
	disputed: boolean;
}

/** What adjoins what, read from the topology as it is built, without simplification. */
export interface Land {
	units: readonly Unit[];
	/** The outline of all units that are covered, piece by piece. */
	edges(covers: (unit: Unit) => boolean): Edge[];
	/** The unit that a point lies in; `undefined` at sea. */
	unitAt(point: LonLat): Unit | undefined;
}

type UnitGeometry = (Polygon<{ country: string }> | MultiPolygon<{ country: string }>) & { id: string };

/** @param topology `geodata/built/world.topo.json`: object `units`, and perhaps `borders` with a `kind` */
export function createLand(topology: Topology): Land {
	const geometries = geometriesOf(topology.objects.units) as UnitGeometry[];
	const units = geometries.map(({ id, properties }): Unit => ({ id, country: properties!.country }));
	const sides = topology.arcs.map((): Unit[] => []);
	geometries.forEach((geometry, index) => {
		for (const arc of arcsOf(geometry)) sides[arc]!.push(units[index]!);
	});
	const disputed = new Set(
		geometriesOf(topology.objects.borders)
			.filter(({ properties }) => (properties as { kind?: string } | undefined)?.kind === 'disputed')
			.flatMap(arcsOf),
	);
	const lines: Position[][] = [];
	const lengths: number[] = [];
	const lineOf = (arc: number) => (lines[arc] ??= decode(topology, arc));
	const lengthOf = (arc: number) => (lengths[arc] ??= lengthKm(lineOf(arc)));

	return {
		units,
		edges(covers) {
			const covered = new Set(units.filter(covers));
			return sides.flatMap(([one, other], arc): Edge[] => {
				const [hasOne, hasOther] = [one && covered.has(one), other && covered.has(other)];
				if (!one || Boolean(hasOne) === Boolean(hasOther)) return [];
				const [within, beyond] = hasOne ? [one, other] : [other!, one];
				if (!beyond && isSeam(lineOf(arc))) return [];
				return [{ within, beyond, line: lineOf(arc), km: lengthOf(arc), disputed: disputed.has(arc) }];
			});
		},
		unitAt({ lon, lat }) {
			const found = geometries.findIndex((geometry) =>
				polygonsOf(geometry).some(
					(rings) => rings.filter((ring) => crossings(ring.map(toLine), lon, lat) % 2 === 1).length % 2 === 1,
				),
			);
			return units[found];
		},
	};

	/** An arc against its direction has the same crossings, and is written as its complement. */
	function toLine(arc: number): Position[] {
		return lineOf(arc < 0 ? ~arc : arc);
	}
}

/** Length along the ground, km. */
export function lengthKm(line: Position[]): number {
	return line.reduce((sum, position, index) => {
		const before = line[index - 1];
		return before ? sum + distanceKm(toPoint(before), toPoint(position)) : sum;
	}, 0);
}

export function toPoint([lon, lat]: Position): LonLat {
	return { lon, lat };
}

/** What only exists because polygons are cut at the antimeridian and closed at the pole is no coast. */
function isSeam(line: Position[]): boolean {
	return line.every((position, index) => index === 0 || isCut(line[index - 1]!, position));
}

/** How often a ray from the point to the east crosses the lines; units never reach over the antimeridian. */
function crossings(lines: Position[][], lon: number, lat: number): number {
	let count = 0;
	for (const line of lines)
		for (let i = 1; i < line.length; i++) {
			const [x1, y1] = line[i - 1]!;
			const [x2, y2] = line[i]!;
			if (y1 > lat !== y2 > lat && lon < x1 + ((lat - y1) / (y2 - y1)) * (x2 - x1)) count++;
		}
	return count;
}

function geometriesOf(object: GeometryObject | undefined): GeometryObject[] {
	return object?.type === 'GeometryCollection' ? object.geometries : [];
}

function polygonsOf(geometry: UnitGeometry): number[][][] {
	return geometry.type === 'Polygon' ? [geometry.arcs] : geometry.arcs;
}

/** The arcs of a geometry, each as often as it occurs. */
function arcsOf(geometry: GeometryObject): number[] {
	if (!('arcs' in geometry)) return [];
	return (geometry.arcs as number[][][]).flat(2).map((arc) => (arc < 0 ? ~arc : arc));
}

function decode({ arcs, transform }: Topology, index: number): Position[] {
	const [kx, ky] = transform?.scale ?? [1, 1];
	const [dx, dy] = transform?.translate ?? [0, 0];
	let [x, y] = [0, 0];
	return arcs[index]!.map(([stepX = 0, stepY = 0]): Position => {
		[x, y] = transform ? [x + stepX, y + stepY] : [stepX, stepY];
		return [x * kx + dx, y * ky + dy];
	});
}
