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
} from '#lib/geo/index.ts';
import {
	around,
	NAME_HEIGHT,
	Occupied,
	overlaps,
	placePoint,
	POINT,
	POINT_HANGS,
} from '#lib/labels/index.ts';
import type {
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
import { estimateWidth } from './estimate-width';
import { nameBox, placeLabel, rectAround } from './label-place';
import { hangAt, seenLines, setMarks, type SetMark } from './mark-features';
import { drawnMarks, type Drawing, type Setting } from './plain-drawing';

/** Contours of islets with less extent than this are drawn thin, so that ragged coasts do not clot. CSS px. */
const ISLET = 64;

const HATCH_STEP = 6;

/** Size of the names of the author's own points, CSS px. */
const POINT_NAME = 13.5;

/**
 * What a step draws, seen from where it comes to rest. A pure function: no step leaves anything behind in the next,
 * and whichever way the reader came, the picture is the same.
 */
export function drawing(view: View, shapes: Shapes, setting: Setting): Drawing {
	const regions = regionsOf(view, shapes);
	const lines = seenLines(view, shapes, setting);
	const marks = setMarks(view.marks, setting, lines);
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
		...drawnMarks(view, marks),
		'story-labels': collect(regionLabels(view, shapes, setting, marks)),
		'story-points': collect(ownPoints(view, setting, lines, marks)),
	};
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

/** The points of the author's own. A name that finds no room beside its dot is left out. */
function ownPoints(
	{ data }: View,
	{ camera, screen, free: bounds }: Setting,
	lines: Rect[],
	marks: SetMark[],
): GeoJSON.Feature[] {
	const project = projector(camera, screen);
	const all = data.flatMap(({ points, meaning }) =>
		points.map((own) => ({ own, meaning, dot: project(own.at) })),
	);
	const occupied = new Occupied();
	occupied.add(...marks.flatMap(({ boxes }) => boxes));
	for (const { dot } of all) if (dot.visible) occupied.add(around([dot.x, dot.y], POINT.dot + 1));
	return all.map(({ own: { at, label }, meaning, dot }) => {
		const size = { width: estimateWidth(label ?? '', POINT_NAME, 0), height: NAME_HEIGHT };
		const placed = label && dot.visible ? placePoint(dot, size, { bounds, lines, occupied }) : undefined;
		if (!label || !placed) return feature(point(at), { meaning });
		occupied.add(placed.name);
		return feature(point(at), {
			meaning,
			label,
			...hangAt(placed.toward, POINT_HANGS[placed.toward], POINT_NAME),
		});
	});
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
function regionLabels(
	{ highlights, marks }: View,
	shapes: Shapes,
	setting: Setting,
	placed: SetMark[],
): GeoJSON.Feature[] {
	const project = projector(setting.camera, setting.screen);
	const taken = placed.flatMap(({ boxes }) => boxes);
	return highlights.filter(isNotMarked(marks)).flatMap((highlight) => {
		const shape = highlight.shape ? shapes[highlight.shape] : undefined;
		const area = shape?.type === 'MultiPolygon' ? shape : openSea(highlight);
		const size = labelSize(highlight.shape ? area : undefined, setting);
		const box = nameBox(highlight.label, size);
		const at = placeLabel(highlight.labelAt, area, box, setting, taken);
		const rect = rectAround(project(at), box);
		const isSmall = !!area && extentOf(area, setting.camera) < box.width / 2;
		if (isSmall && taken.some((other) => overlaps(rect, other))) return [];
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

function feature(
	geometry: GeoJSON.Geometry,
	properties: Record<string, string | number | number[]>,
): GeoJSON.Feature {
	return { type: 'Feature', properties, geometry };
}

function collect(features: GeoJSON.Feature[]): GeoJSON.FeatureCollection {
	return { type: 'FeatureCollection', features };
}
