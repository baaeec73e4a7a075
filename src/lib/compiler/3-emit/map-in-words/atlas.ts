import { geoArea, geoCentroid, geoContains } from 'd3-geo';
import type { Gazetteer, Place, Unit } from '#lib/gazetteer/index.ts';
import { distanceKm, EARTH_RADIUS_KM, mainBody, nearestLongitude } from '#lib/geo/index.ts';
import type { LonLat, MultiPolygon, Position } from '#lib/story/index.ts';
import { detailAt } from '../detail';
import type { World } from '../world';
import { COMPASS, compassOf, course, type Compass } from './compass';
import { toPoint, type Edge, type Land } from './land';

/** An area's main body: what a reader means by its name. */
export interface Body {
	shape: MultiPolygon;
	center: LonLat;
	/** Of a circle with the same area, km. */
	radius: number;
}

/** Questions about areas, each answered once. */
export interface Atlas {
	gazetteer: Gazetteer;
	land: Land;
	covers(place: Place): (unit: Unit) => boolean;
	body(place: Place): Body | undefined;
	edges(place: Place): Edge[];
}

/** Coarser shapes would do; the compiler has these ready. */
const LEVEL = 4;

/** Nearer than this to the middle, as a share of the radius, is in the middle. */
const MIDDLE = 0.3;

/** Areas with a smaller radius have no parts that a reader would tell apart, km. */
const SMALLEST = 60;

/** Off the coarse shape by more than this is not on the main body, km. */
const OFFSHORE = 30;

const KM_PER_DEGREE = (EARTH_RADIUS_KM * Math.PI) / 180;

export function createAtlas(world: World, gazetteer: Gazetteer): Atlas {
	const bodies = new Map<string, Body | undefined>();
	const outlines = new Map<string, Edge[]>();
	const covers = (place: Place) => (unit: Unit) => gazetteer.covers(place.id, unit);

	function measure(place: Place): Body | undefined {
		const whole = world.area(covers(place), detailAt(LEVEL).tolerance);
		if (!whole?.coordinates.length) return undefined;
		const shape: MultiPolygon = { type: 'MultiPolygon', coordinates: mainBody(whole) };
		const radius = Math.sqrt(geoArea(shape) / Math.PI) * EARTH_RADIUS_KM;
		const center = toPoint(geoCentroid(shape));
		return Number.isFinite(center.lon) && radius > 0 ? { shape, center, radius } : undefined;
	}

	return {
		gazetteer,
		land: world.land(),
		covers,
		body(place) {
			if (!bodies.has(place.id)) bodies.set(place.id, measure(place));
			return bodies.get(place.id);
		},
		edges(place) {
			const known = outlines.get(place.id) ?? world.land().edges(covers(place));
			outlines.set(place.id, known);
			return known;
		},
	};
}

/** Which part of an area a point lies in; `undefined` on islands off it and in small areas. */
export function partOf({ shape, center, radius }: Body, point: LonLat): Compass | 'middle' | undefined {
	if (radius < SMALLEST) return undefined;
	const isOn =
		geoContains(shape, [point.lon, point.lat]) ||
		shape.coordinates.some(([ring]) => ring && distanceToLine(point, ring) < OFFSHORE);
	if (!isOn) return undefined;
	const { east, north } = offset(center, point);
	if (Math.hypot(east, north) < MIDDLE * radius) return 'middle';
	return quarter(east, north);
}

/** Which sides of a centre a line lies on: one of eight directions, or those of four that it takes a good part of. */
export function sidesOf(center: LonLat, lines: Position[][]): Compass[] {
	const shares = new Map<Compass, number>();
	const quarters = new Map<Compass, number>();
	let total = 0;
	for (const line of lines)
		for (let i = 1; i < line.length; i++) {
			const [a, b] = [toPoint(line[i - 1]!), toPoint(line[i]!)];
			const km = distanceKm(a, b);
			const degrees = course(center, b);
			const nearest = COMPASS[(Math.round(degrees / 90) % 4) * 2]!;
			shares.set(compassOf(degrees), (shares.get(compassOf(degrees)) ?? 0) + km);
			quarters.set(nearest, (quarters.get(nearest) ?? 0) + km);
			total += km;
		}
	const main = [...shares].find(([, km]) => km >= 0.6 * total);
	if (main) return [main[0]];
	return COMPASS.filter((side) => (quarters.get(side) ?? 0) >= 0.2 * total);
}

/** Km from a point to a line, in the plane around the point: good to a percent within a thousand kilometres. */
export function distanceToLine(point: LonLat, line: Position[]): number {
	let best = Infinity;
	let before: { east: number; north: number } | undefined;
	for (const position of line) {
		const here = offset(point, toPoint(position));
		best = Math.min(best, before ? toSegment(before, here) : Math.hypot(here.east, here.north));
		before = here;
	}
	return best;
}

/** How far east and north of a point another one lies, km. */
export function offset(from: LonLat, to: LonLat): { east: number; north: number } {
	const shrink = Math.cos((((from.lat + to.lat) / 2) * Math.PI) / 180);
	const degrees = nearestLongitude(to.lon, from.lon) - from.lon;
	return { east: degrees * shrink * KM_PER_DEGREE, north: (to.lat - from.lat) * KM_PER_DEGREE };
}

type Offset = ReturnType<typeof offset>;

/** From the origin to a segment. */
function toSegment(a: Offset, b: Offset): number {
	const [dx, dy] = [b.east - a.east, b.north - a.north];
	const length = dx * dx + dy * dy;
	const along = length ? Math.max(0, Math.min(1, -(a.east * dx + a.north * dy) / length)) : 0;
	return Math.hypot(a.east + along * dx, a.north + along * dy);
}

/** A corner counts as one where it is off both axes by a third: Moscow is in the west of Russia, not its south-west. */
function quarter(east: number, north: number): Compass {
	const [x, y] = [Math.abs(east), Math.abs(north)];
	const lengthwise = north > 0 ? 'north' : 'south';
	const crosswise = east > 0 ? 'east' : 'west';
	if (Math.min(x, y) * 3 >= Math.max(x, y)) return `${lengthwise}-${crosswise}`;
	return x > y ? crosswise : lengthwise;
}
