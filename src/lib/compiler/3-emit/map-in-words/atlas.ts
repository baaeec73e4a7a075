import { geoArea, geoCentroid, geoContains } from 'd3-geo';
import type { Gazetteer, Place, Unit } from '#lib/gazetteer/index.ts';
import { EARTH_RADIUS_KM, mainBody } from '#lib/geo/index.ts';
import type { LonLat, MultiPolygon } from '#lib/story/index.ts';
import { detailAt } from '../detail';
import type { World } from '../world';
import { COMPASS, compassOf, course, degreesOf, type Compass } from './compass';
import type { Edge, Land } from './land';
import { chords, distanceToLine, offset, toPoint } from './plane';

/** An area's main body: what a reader means by its name. */
export interface Body {
	shape: MultiPolygon;
	/** With islands and overseas territory. */
	whole: MultiPolygon;
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

/** A place is in a corner where the smaller of its two distances from the middle is more than this share of the other. */
const CORNER = 0.3;

/** A neighbour is on each side on which more than this share of the border lies. */
const SIDE = 0.25;

/** Where this share lies in one direction, no other is named. */
const MAIN = 0.6;

/** A border is looked at in so many pieces. */
const CHORDS = 8;

/** Areas with a smaller radius have no parts that a reader would tell apart, km. */
const SMALLEST = 60;

/** Around a pole there is no north and no south to be in, degrees. */
const POLAR = 75;

/** Off the coarse shape by more than this is not on the main body, km. */
const OFFSHORE = 30;

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
		return Number.isFinite(center.lon) && radius > 0 ? { shape, whole, center, radius } : undefined;
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
	if (radius < SMALLEST || Math.abs(center.lat) > POLAR) return undefined;
	const isOn =
		geoContains(shape, [point.lon, point.lat]) ||
		shape.coordinates.some(([ring]) => ring && distanceToLine(point, ring) < OFFSHORE);
	if (!isOn) return undefined;
	const { east, north } = offset(center, point);
	if (Math.hypot(east, north) < MIDDLE * radius) return 'middle';
	return quarter(east, north);
}

/**
 * On which sides of an area what lies beyond some of its edges lies: one of eight directions, or those of four that a
 * good part of the edges is on. Half of it is where the edges are, seen from the middle, and half which way they face:
 * Jordan lies east of Israel, though most of their border is in the south, and Myanmar south-west of China, though the
 * border faces west.
 */
export function sidesOf(center: LonLat, edges: Edge[]): Compass[] {
	const total = edges.reduce((sum, { km }) => sum + km, 0);
	const shares = new Map<Compass, number>();
	const quarters = new Map<Compass, number>();
	let all = 0;
	for (const { line } of edges)
		for (const { middle, east, north } of chords(line, total / CHORDS)) {
			const length = Math.hypot(east, north);
			if (!length) continue;
			const seen = (course(center, middle) * Math.PI) / 180;
			const degrees = degreesOf(Math.sin(seen) - north / length, Math.cos(seen) + east / length);
			const nearest = COMPASS[(Math.round(degrees / 90) % 4) * 2]!;
			shares.set(compassOf(degrees), (shares.get(compassOf(degrees)) ?? 0) + length);
			quarters.set(nearest, (quarters.get(nearest) ?? 0) + length);
			all += length;
		}
	const main = [...shares].find(([, length]) => length >= MAIN * all);
	if (main) return [main[0]];
	return COMPASS.filter((side) => (quarters.get(side) ?? 0) >= SIDE * all);
}

/** A corner is what is off both axes: Moscow lies in the west of Russia and not in its south-west. */
function quarter(east: number, north: number): Compass {
	const [x, y] = [Math.abs(east), Math.abs(north)];
	const lengthwise = north > 0 ? 'north' : 'south';
	const crosswise = east > 0 ? 'east' : 'west';
	if (Math.min(x, y) >= CORNER * Math.max(x, y)) return `${lengthwise}-${crosswise}`;
	return x > y ? crosswise : lengthwise;
}
