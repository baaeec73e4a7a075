import type { GeometryObject, MultiPolygon, Polygon, Topology } from 'topojson-specification';
import type { Unit } from '#lib/gazetteer/index.ts';
import { contour } from '#lib/geo/index.ts';
import type { LonLat, Position } from '#lib/story/index.ts';
import { lengthKm } from './plane';

/** A stretch of the outline of some units. */
export interface Edge {
	within: Unit;
	/** The unit on the other side; absent at the sea. */
	beyond?: Unit;
	/** With the inside to the right. */
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
	/** The units that a point lies in, the smallest first; none at sea. An enclave may not be cut out of what is around it. */
	unitsAt(point: LonLat): Unit[];
}

type UnitGeometry = (Polygon<{ country: string }> | MultiPolygon<{ country: string }>) & { id: string };

/** @param topology `geodata/built/world.topo.json`: object `units`, and perhaps `borders` with a `kind` */
export function createLand(topology: Topology): Land {
	const geometries = geometriesOf(topology.objects.units) as UnitGeometry[];
	const units = geometries.map(({ id, properties }): Unit => ({ id, country: properties!.country }));
	const sides = topology.arcs.map((): Side[] => []);
	geometries.forEach((geometry, index) => {
		for (const arc of arcsOf(geometry))
			sides[arc < 0 ? ~arc : arc]!.push({ unit: units[index]!, isReversed: arc < 0 });
	});
	const disputed = new Set(
		geometriesOf(topology.objects.borders)
			.filter(({ properties }) => (properties as { kind?: string } | undefined)?.kind === 'disputed')
			.flatMap((geometry) => arcsOf(geometry).map((arc) => (arc < 0 ? ~arc : arc))),
	);
	const lines: Position[][] = [];
	let insideIsLeft: boolean | undefined;
	const lineOf = (arc: number) => (lines[arc] ??= decode(topology, arc));

	return {
		units,
		edges(covers) {
			insideIsLeft ??= isCounterClockwise();
			const covered = new Set(units.filter(covers));
			return sides.flatMap((both, arc) => {
				const inner = both.filter(({ unit }) => covered.has(unit));
				if (inner.length !== 1) return [];
				const { unit: within, isReversed } = inner[0]!;
				const beyond = both.find(({ unit }) => unit !== within)?.unit;
				const line = isReversed !== insideIsLeft ? [...lineOf(arc)].reverse() : lineOf(arc);
				return (beyond ? [line] : contour(line)).map((part): Edge => {
					return { within, beyond, line: part, km: lengthKm(part), disputed: disputed.has(arc) };
				});
			});
		},
		unitsAt({ lon, lat }) {
			const holds = (ring: number[]) =>
				crossings(
					ring.map((arc) => lineOf(arc < 0 ? ~arc : arc)),
					lon,
					lat,
				) %
					2 ===
				1;
			return geometries
				.map((geometry, index) => ({ geometry, unit: units[index]! }))
				.filter(({ geometry }) => polygonsOf(geometry).some((rings) => rings.filter(holds).length % 2 === 1))
				.sort((a, b) => arcsOf(a.geometry).length - arcsOf(b.geometry).length)
				.map(({ unit }) => unit);
		},
	};

	/** Which way outlines run, read from those of the first hundred units: files of either kind exist. */
	function isCounterClockwise(): boolean {
		const area = geometries.slice(0, 100).reduce((sum, geometry) => {
			const ring = polygonsOf(geometry)[0]?.[0] ?? [];
			return sum + signedArea(ring.flatMap((arc) => (arc < 0 ? [...lineOf(~arc)].reverse() : lineOf(arc))));
		}, 0);
		return area > 0;
	}
}

/** Twice the area of a ring in the plane, square degrees; negative if it runs clockwise. */
function signedArea(ring: Position[]): number {
	return ring.reduce((sum, [x, y], index) => {
		const [nextX, nextY] = ring[(index + 1) % ring.length]!;
		return sum + x * nextY - nextX * y;
	}, 0);
}

/** A unit beside an arc, and whether its outline runs against the arc. */
interface Side {
	unit: Unit;
	isReversed: boolean;
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

function geometriesOf(object: Topology['objects'][string] | undefined): GeometryObject[] {
	return object?.type === 'GeometryCollection' ? (object.geometries as GeometryObject[]) : [];
}

function polygonsOf(geometry: UnitGeometry): number[][][] {
	return geometry.type === 'Polygon' ? [geometry.arcs] : geometry.arcs;
}

/** The arcs of a geometry, each as often as it occurs; one against its direction is written as its complement. */
function arcsOf(geometry: GeometryObject): number[] {
	return 'arcs' in geometry ? (geometry.arcs as number[][][]).flat(2) : [];
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
