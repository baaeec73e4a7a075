import type { Gazetteer, Place } from '#lib/gazetteer/index.ts';
import { framingOutline, labelPoint } from '#lib/geo/index.ts';
import type { LonLat, MultiLineString, Position, Shape, Shapes } from '#lib/story/index.ts';
import { detailAt, type Detail } from './detail';
import { trimArea, trimLines } from './trim-shape';
import type { World } from './world';

/** The shapes of a story, made once each and kept by key. */
export interface ShapeStore {
	shapes: Shapes;
	/** The key of an area's shape; `undefined` for open sea. */
	area(place: Place, detail: Detail): string | undefined;
	/** The key of the border that two areas share; `undefined` if they share none. */
	border(a: Place, b: Place, detail: Detail): string | undefined;
	/** The key of a shape of the author's own, `data:ports.geojson/lines`; `undefined` if nothing of it can be drawn. */
	own(name: string, detail: Detail, trim: (detail: Detail) => Shape | undefined): string | undefined;
	/** What must be seen when this place is to be seen: its point, or its framing outline. */
	outline(place: Place): LonLat[];
	/** Points along a border that must be seen. */
	borderOutline(a: Place, b: Place): LonLat[];
	/** Where an area's name stands. */
	label(place: Place): LonLat;
}

/** Framing and labels need no finer shapes than this. */
const OUTLINE_LEVEL = 4;

/** How many points stand for a border in the focus. */
const BORDER_POINTS = 12;

/** Beyond this level the topology has nothing more to show. */
const FINEST_LEVEL = 9;

/** What is smaller than ten metres is not drawn even of the author's own. */
const FINEST_OWN_LEVEL = 16;

export function createShapeStore(world: World, gazetteer: Gazetteer): ShapeStore {
	const shapes: Shapes = {};
	const coversOf = (place: Place) => (unit: { id: string; country: string }) =>
		gazetteer.covers(place.id, unit);

	function areaShape(place: Place, detail: Detail) {
		for (let level = detail.level; level <= FINEST_LEVEL; level++) {
			const whole = world.area(coversOf(place), detailAt(level).tolerance);
			if (!whole) return undefined;
			const trimmed = trimArea(whole, detailAt(level));
			if (trimmed) return trimmed;
		}
		return undefined;
	}

	function borderShape(a: Place, b: Place, detail: Detail): MultiLineString | undefined {
		const line = world.border(coversOf(a), coversOf(b), detail.tolerance);
		return line && trimLines(line, detail);
	}

	return {
		shapes,
		area(place, detail) {
			const key = `${place.id}@${detail.level}`;
			const shape = shapes[key] ?? areaShape(place, detail);
			if (shape) shapes[key] = shape;
			return shape && key;
		},
		border(a, b, detail) {
			const key = `${a.id}+${b.id}@${detail.level}`;
			const shape = shapes[key] ?? borderShape(a, b, detail);
			if (shape) shapes[key] = shape;
			return shape && key;
		},
		own(name, detail, trim) {
			const key = `${name}@${detail.level}`;
			for (let level = detail.level; !shapes[key] && level <= FINEST_OWN_LEVEL; level++) {
				const shape = trim(detailAt(level));
				if (shape?.coordinates.length) shapes[key] = shape;
			}
			return shapes[key] && key;
		},
		outline(place) {
			const written = gazetteer.outline(place.id);
			if (written?.length) return written;
			const shape = areaShape(place, detailAt(OUTLINE_LEVEL));
			return shape ? framingOutline(shape) : [place.at];
		},
		borderOutline(a, b) {
			const line = borderShape(a, b, detailAt(OUTLINE_LEVEL));
			return spread(line?.coordinates.flat() ?? [], BORDER_POINTS);
		},
		label(place) {
			const written = gazetteer.label(place.id);
			if (written) return written;
			const shape = areaShape(place, detailAt(OUTLINE_LEVEL));
			return shape ? labelPoint(shape) : place.at;
		},
	};
}

/** At most `count` of the points: the outermost in each direction, and others evenly along the line. */
function spread(points: Position[], count: number): LonLat[] {
	const every = Math.max(1, Math.ceil(points.length / (count - 4)));
	const picked = new Set(points.filter((_, index) => index % every === 0));
	for (const better of [
		(a: Position, b: Position) => a[0] < b[0],
		(a: Position, b: Position) => a[0] > b[0],
		(a: Position, b: Position) => a[1] < b[1],
		(a: Position, b: Position) => a[1] > b[1],
	]) {
		const [first, ...rest] = points;
		if (first) picked.add(rest.reduce((best, point) => (better(point, best) ? point : best), first));
	}
	return [...picked].map(([lon, lat]) => ({ lon, lat }));
}
