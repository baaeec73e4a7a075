import {
	contour,
	hatch,
	mercator,
	fromMercator,
	projector,
	unwrapLongitudes,
	type Camera,
	type PlanePoint,
	type Rect,
	type Screen,
} from '#lib/geo/index.ts';
import type {
	DataPoint,
	Highlight,
	HighlightStyle,
	LonLat,
	Mark,
	Meaning,
	MultiPolygon,
	Position,
	Shapes,
	View,
} from '#lib/story/index.ts';
import { estimateWidth, nameBox, overlap, placeLabel, rectAround, sideOf } from './label-place';
import type { StorySource } from './story-layers';

/** All that a step draws, as GeoJSON by source. */
export type Drawing = Record<StorySource, GeoJSON.FeatureCollection>;

/** Where a picture is taken: what the drawing of hatches and the choice of label places depend on. */
export interface Setting {
	camera: Camera;
	screen: Screen;
	/** What cards, bars and controls leave free. */
	free: Rect;
}

/** Contours of islets with less extent than this are drawn thin, so that ragged coasts do not clot. CSS px. */
const ISLET = 64;

const HATCH_STEP = 6;

/** Size of the names of the author's own points, CSS px. */
const POINT_NAME = 13.5;

/** Height of a line of names, CSS px. */
const ROW = 22;

/**
 * What a step draws, seen from where it comes to rest. A pure function: no step leaves anything behind in the next,
 * and whichever way the reader came, the picture is the same.
 */
export function drawing(view: View, shapes: Shapes, setting: Setting): Drawing {
	const regions = regionsOf(view, shapes);
	return {
		'story-areas': collect(regions.map(({ look, shape }) => feature(shape, appearance(look)))),
		'story-hatch': collect(
			regions
				.filter(({ look }) => look.style === 'hatch')
				.map(({ look, shape }) => feature(hatching(shape, look, setting.camera), appearance(look))),
		),
		'story-lines': collect([
			...regions.flatMap(({ look, shape }) => contours(look, shape, setting)),
			...ownLines(view, shapes),
			...view.borders.flatMap(({ shape }) => {
				const line = shapes[shape];
				return line ? [feature(line, { weight: 'border', meaning: 1 })] : [];
			}),
		]),
		'story-routes': collect(
			view.routes.map(({ line }) => feature({ type: 'LineString', coordinates: line }, {})),
		),
		'story-labels': collect(regionLabels(view, shapes, setting)),
		'story-marks': collect(placeMarks(view.marks, setting).map(markFeature)),
		'story-points': collect(ownPoints(view, setting)),
	};
}

/** Keys of the shapes without which a view cannot be drawn. */
export function shapesOf({ highlights, borders, data }: View): string[] {
	const keys = [
		...highlights.map(({ shape }) => shape),
		...borders.map(({ shape }) => shape),
		...data.flatMap(({ areas, lines }) => [areas, lines]),
	];
	return keys.filter((key) => key !== undefined);
}

interface Look {
	style: HighlightStyle;
	meaning: Meaning;
}

interface Region {
	look: Look;
	shape: MultiPolygon;
}

/** All areas: the highlights, and above them the author's own. */
function regionsOf({ highlights, data }: View, shapes: Shapes): Region[] {
	const areas = [
		...highlights.map((highlight) => ({ look: highlight, key: highlight.shape })),
		...data.map((layer) => ({ look: layer, key: layer.areas })),
	];
	return areas.flatMap(({ look, key }) => {
		const shape = key ? shapes[key] : undefined;
		return shape?.type === 'MultiPolygon' ? [{ look, shape }] : [];
	});
}

/** The lines of the author's own; those that cross the antimeridian go on beyond it. */
function ownLines({ data }: View, shapes: Shapes): GeoJSON.Feature[] {
	return data.flatMap(({ lines, meaning }) => {
		const shape = lines ? shapes[lines] : undefined;
		if (shape?.type !== 'MultiLineString') return [];
		const coordinates = shape.coordinates.map(unwrapLongitudes);
		return [feature({ type: 'MultiLineString', coordinates }, { weight: 'line', meaning })];
	});
}

/** The points of the author's own. A name that fits on neither side of its dot is left out. */
function ownPoints({ data, marks }: View, setting: Setting): GeoJSON.Feature[] {
	const project = projector(setting.camera, setting.screen);
	const all = data.flatMap(({ points, meaning }) => points.map((own) => ({ own, meaning })));
	const dots = [...all.map(({ own }) => own), ...marks].map(({ at }) => project(at));
	const near = byRow(dots);
	return all.map(({ own, meaning }, index) => {
		const dot = dots[index]!;
		const name = dot.visible ? pointName(own, dot, near(dot), setting.free) : {};
		return feature(point(own.at), { meaning, ...name });
	});
}

/** Gives a point's neighbours above, below and in its own line of text: of thousands only they can be in its way. */
function byRow<P extends { x: number; y: number }>(points: P[]): (point: P) => P[] {
	const rows = new Map<number, P[]>();
	const rowOf = ({ y }: P) => Math.floor(y / ROW);
	for (const point of points) rows.set(rowOf(point), [...(rows.get(rowOf(point)) ?? []), point]);
	return (point) =>
		[-1, 0, 1].flatMap((step) => rows.get(rowOf(point) + step) ?? []).filter((other) => other !== point);
}

function pointName(
	{ label }: DataPoint,
	at: { x: number; y: number },
	others: { x: number; y: number }[],
	free: Rect,
): Record<string, string> {
	if (!label) return {};
	const width = estimateWidth(label, POINT_NAME, 0) + 12;
	const side = sideOf(at, width, others, free);
	const [from, to] = side === 'left' ? [at.x - width, at.x] : [at.x, at.x + width];
	const fits = from > free.left && to < free.right && at.y > free.top + 8 && at.y < free.bottom - 8;
	return fits ? { label, side } : {};
}

function appearance({ style, meaning }: Look) {
	return { style, meaning };
}

function contours(look: Look, shape: MultiPolygon, { camera, free }: Setting): GeoJSON.Feature[] {
	if (look.style === 'mention') return [];
	const pixels = pixelsPerRadian(camera);
	const scale = smallness(free);
	return shape.coordinates.flatMap((polygon) => {
		const extent = Math.sqrt(Math.abs(area(polygon[0] ?? []))) * pixels;
		const full = look.style === 'outline' ? 'outline' : 'edge';
		const weight = extent < ISLET / 2 ? 'islet' : full;
		const lines = polygon.flatMap(contour);
		return lines.length
			? [feature({ type: 'MultiLineString', coordinates: lines }, { ...appearance(look), weight, scale })]
			: [];
	});
}

/** Lines in the Mercator plane, as far apart as they are to be on the screen where the step comes to rest. */
function hatching(shape: MultiPolygon, { meaning }: Look, camera: Camera): GeoJSON.MultiLineString {
	const pixels = pixelsPerRadian(camera);
	const rings = shape.coordinates.flat().map((ring) =>
		ring.map(([lon, lat]): PlanePoint => {
			const { x, y } = mercator({ lon, lat });
			return [x * pixels, -y * pixels];
		}),
	);
	const back = ([x, y]: PlanePoint): Position => {
		const { lon, lat } = fromMercator({ x: x / pixels, y: -y / pixels });
		return [lon, lat];
	};
	const segments = hatch(rings, meaning === 1 ? -45 : 45, HATCH_STEP);
	return { type: 'MultiLineString', coordinates: segments.map(([a, b]) => [back(a), back(b)]) };
}

/**
 * The names of the regions, one after the other: none runs into a mark's name or into one that stands already. A region
 * much smaller than its name, under a mark, goes without: the mark says where it is, and the key what.
 */
function regionLabels({ highlights, marks }: View, shapes: Shapes, setting: Setting): GeoJSON.Feature[] {
	const project = projector(setting.camera, setting.screen);
	const taken = placeMarks(marks, setting).map(({ rect }) => rect);
	return highlights.filter(isNotMarked(marks)).flatMap((highlight) => {
		const shape = highlight.shape ? shapes[highlight.shape] : undefined;
		const area = shape?.type === 'MultiPolygon' ? shape : openSea(highlight);
		const size = labelSize(highlight.shape ? area : undefined, setting);
		const box = nameBox(highlight.label, size);
		const at = placeLabel(highlight.labelAt, area, box, setting, taken);
		const rect = rectAround(project(at), box);
		const isSmall = !!area && extentOf(area, setting.camera) < box.width / 2;
		if (isSmall && taken.some((other) => overlap(rect, other))) return [];
		taken.push(rect);
		return [feature(point(at), { ...appearance(highlight), label: highlight.label, size })];
	});
}

/** A province with the name of its marked town is named once. */
function isNotMarked(marks: Mark[]): (highlight: Highlight) => boolean {
	const names = new Set(marks.map(({ label }) => label.toLowerCase()));
	return ({ label }) => !names.has(label.toLowerCase());
}

function openSea({ labelArea }: Highlight): MultiPolygon | undefined {
	const ring = labelArea && unwrapLongitudes([...labelArea, labelArea[0]!].map(({ lon, lat }) => [lon, lat]));
	return ring && { type: 'MultiPolygon', coordinates: [[ring]] };
}

function labelSize(shape: MultiPolygon | undefined, { camera, free }: Setting): number {
	if (!shape) return 15;
	const extent = extentOf(shape, camera);
	const size = extent > 260 ? 20 : extent > 120 ? 17 : 15;
	return Math.max(13, Math.round(size * smallness(free)));
}

/** Side of a square as large as the shape's largest polygon, CSS px. */
function extentOf({ coordinates }: MultiPolygon, camera: Camera): number {
	const largest = Math.max(...coordinates.map((polygon) => Math.abs(area(polygon[0] ?? []))));
	return Math.sqrt(largest) * pixelsPerRadian(camera);
}

/** Below 420 px of free map lines and names shrink with it, to a half at the least. */
function smallness({ left, top, right, bottom }: Rect): number {
	return Math.max(0.5, Math.min(1, (right - left) / 420, (bottom - top) / 420));
}

/** A mark with its name, seen from where the picture is taken. */
interface PlacedMark {
	mark: Mark;
	side: 'left' | 'right';
	/** Of dot and name, CSS px. */
	rect: Rect;
}

/** The marks, one after the other: each name keeps clear of those before. */
function placeMarks(marks: Mark[], { camera, screen, free }: Setting): PlacedMark[] {
	const project = projector(camera, screen);
	const placed: PlacedMark[] = [];
	for (const mark of marks) {
		const { x, y } = project(mark.at);
		const others = marks.filter((other) => other !== mark).map(({ at }) => project(at));
		const width = estimateWidth(mark.label.toUpperCase(), 15, 0.085) + 42;
		const taken = placed.map(({ rect }) => rect);
		const side = sideOf({ x, y }, width, others, free, taken);
		const [left, right] = side === 'left' ? [x - width, x + 8] : [x - 8, x + width];
		placed.push({ mark, side, rect: { left, right, top: y - 11, bottom: y + 11 } });
	}
	return placed;
}

function markFeature({ mark, side }: PlacedMark): GeoJSON.Feature {
	return feature(point(mark.at), { id: mark.id, label: mark.label, side });
}

function pixelsPerRadian({ zoom }: Camera): number {
	return (512 * 2 ** zoom) / (2 * Math.PI);
}

/** Area of a ring in the Mercator plane, square radians. */
function area(ring: Position[]): number {
	let sum = 0;
	const plane = ring.map(([lon, lat]) => mercator({ lon, lat }));
	for (let i = 1; i < plane.length; i++) {
		sum += plane[i - 1]!.x * plane[i]!.y - plane[i]!.x * plane[i - 1]!.y;
	}
	return sum / 2;
}

function point({ lon, lat }: LonLat): GeoJSON.Point {
	return { type: 'Point', coordinates: [lon, lat] };
}

function feature(geometry: GeoJSON.Geometry, properties: Record<string, string | number>): GeoJSON.Feature {
	return { type: 'Feature', properties, geometry };
}

function collect(features: GeoJSON.Feature[]): GeoJSON.FeatureCollection {
	return { type: 'FeatureCollection', features };
}
