import { contour, hatch, type PlanePoint } from '#lib/geo/index.ts';
import type {
	BorderLine,
	DataLayer,
	Highlight,
	HighlightStyle,
	Meaning,
	MultiLineString,
	MultiPolygon,
	Position,
	Route,
	Shape,
	Shapes,
} from '#lib/story/index.ts';
import { isJoined, pathData, short, signedArea, trace, type Outline } from './outline';
import type { Scene } from './scene';
import { wind } from './wind';
import { denseRing } from './densify';

/** Islets below this size take a thin contour, so that coasts do not clot. Px². */
const ISLET = 64;

/** Steps per px. */
const GRID = 2;

/** A thin edge follows the coast; a bold one would clot in every fjord. */
const FINE_DETAIL = { tolerance: 0.6, leastArea: 2 };
const BOLD_DETAIL = { tolerance: 1, leastArea: 4 };

/** By meaning: angle and weight differ, so that the key survives in grey. */
const HATCH: Record<Meaning, { angle: number; step: number }> = {
	1: { angle: -45, step: 6 },
	2: { angle: 45, step: 6 },
};

export const DRAWING_CSS = `
.fill-1{fill:var(--fill-accent)}
.fill-2{fill:var(--second);fill-opacity:.24}
.mention{opacity:.5}
.edge-1,.edge-2{fill:none;stroke-width:1;stroke-linejoin:round;stroke-opacity:.6}
.edge-1,.hatch-1,.outline-1,.tint-1,.islet-1{stroke:var(--accent)}
.edge-2,.hatch-2,.outline-2,.tint-2,.islet-2{stroke:var(--second)}
.ground{fill:var(--land-lit)}
.wash-1{fill:var(--accent);fill-opacity:.08}
.wash-2{fill:var(--second);fill-opacity:.08}
.hatch-1{fill:none;stroke-width:var(--hatch-line)}
.hatch-2{fill:none;stroke-width:var(--hatch-2-line)}
.outline-1,.outline-2{fill:none;stroke-width:var(--line-outline);stroke-linejoin:round;stroke-linecap:round}
.islet-1,.islet-2{fill:none;stroke-width:1}
.tint-1,.tint-2{fill:none;stroke-width:9;stroke-opacity:.22;stroke-linejoin:round}
.subject-halo{fill:none;stroke:var(--halo);stroke-width:7.5;stroke-linejoin:round;stroke-linecap:round}
.subject{fill:none;stroke:var(--accent);stroke-width:var(--line-subject);stroke-linejoin:round;stroke-linecap:round}
.route-halo{fill:none;stroke:var(--halo);stroke-width:var(--line-route-halo);stroke-linejoin:round;stroke-linecap:round}
.route{fill:none;stroke:var(--accent);stroke-width:var(--line-route);stroke-linejoin:round;stroke-linecap:round}
.rule{fill:none;stroke:var(--accent);stroke-width:2;stroke-linejoin:round}
.rule-halo{fill:none;stroke:var(--halo);stroke-width:5;stroke-linejoin:round}
.dot{fill:var(--accent)}
.dot-halo{fill:none;stroke:var(--halo);stroke-width:var(--marker-ring)}
.town{fill:var(--land);stroke:var(--label);stroke-width:1.2}
.point-1,.point-2{stroke:var(--halo);stroke-width:1.5}
.point-1{fill:var(--accent)}
.point-2{fill:var(--second)}
.credit{font-size:12px;text-anchor:start;fill:var(--ink-2)}
`.replaceAll('\n', '');

/** A highlight as it lies on the screen. */
export interface PlacedHighlight {
	highlight: Highlight;
	rings: PlanePoint[][];
	edge: Outline[];
	/** Its drawing, areas only. */
	svg: string;
}

export function placeHighlights(scene: Scene, highlights: Highlight[], shapes: Shapes): PlacedHighlight[] {
	return highlights.map((highlight, index) => {
		const shape = highlight.shape === undefined ? undefined : shapes[highlight.shape];
		if (shape?.type !== 'MultiPolygon') return { highlight, rings: [], edge: [], svg: '' };
		const pieces = traceArea(scene, shape, highlight);
		const areas = [...pieces.whole, ...pieces.cut];
		return {
			highlight,
			rings: areas.map(({ points }) => points),
			edge: [...pieces.whole, ...pieces.edges],
			svg: draw(highlight, pieces, `shape-${index + 1}`, path('ground', areas)),
		};
	});
}

/** What the author's own files draw, as it lies on the screen. */
export interface PlacedData {
	/** Lines and contours, which names keep off. */
	lines: Outline[];
	/** Areas and lines. */
	svg: string;
}

export function placeData(scene: Scene, data: DataLayer[], shapes: Shapes): PlacedData {
	const lines: Outline[] = [];
	const svg = data.map((layer, index) => {
		const area = layer.areas === undefined ? undefined : shapes[layer.areas];
		const line = layer.lines === undefined ? undefined : shapes[layer.lines];
		const pieces = area?.type === 'MultiPolygon' && traceArea(scene, area, layer);
		const traced = line?.type === 'MultiLineString' ? trace(scene.stream, line) : [];
		if (pieces) lines.push(...pieces.whole, ...pieces.edges);
		lines.push(...traced);
		return (
			(pieces ? draw(layer, pieces, `data-${index + 1}`) : '') + path(`outline-${layer.meaning}`, traced)
		);
	});
	return { lines, svg: svg.join('') };
}

function traceArea(scene: Scene, shape: MultiPolygon, { style }: Look): Pieces {
	return tracePieces(scene, forD3(shape), style === 'outline' ? BOLD_DETAIL : FINE_DETAIL);
}

interface Look {
	style: HighlightStyle;
	meaning: Meaning;
}

/** An area's outlines on the screen. */
interface Pieces {
	/** Rings in full sight: their line is the area's edge. */
	whole: Outline[];
	/** Rings closed along the horizon, the antimeridian or the picture's edge, for filling. */
	cut: Outline[];
	/** The true edges of those. */
	edges: Outline[];
}

function tracePieces(
	scene: Scene,
	shape: MultiPolygon,
	detail: { tolerance: number; leastArea: number },
): Pieces {
	const pieces: Pieces = { whole: [], cut: [], edges: [] };
	for (const polygon of shape.coordinates) {
		const areas = trace(scene.stream, { type: 'Polygon', coordinates: polygon }, detail);
		if (areas.length === 0) continue;
		const edges = trace(scene.stream, contourOf(polygon), detail);
		if (edges.length === areas.length && edges.every(({ points }) => isJoined(points)))
			pieces.whole.push(...areas);
		else {
			pieces.cut.push(...areas);
			pieces.edges.push(...edges);
		}
	}
	return pieces;
}

/**
 * The area and its edge, where they are the same line written only once.
 *
 * @param ground what lies under an outline: the land that it encloses
 */
function draw({ style, meaning }: Look, pieces: Pieces, id: string, ground = ''): string {
	if (style === 'outline') return ground + drawOutline(pieces, meaning, id);
	const area = style === 'hatch' ? `wash-${meaning}` : `fill-${meaning}`;
	const whole = pathData(pieces.whole, GRID);
	const svg =
		(whole && `<defs><path id="${id}" d="${whole}"/></defs><use href="#${id}" class="${area}"/>`) +
		path(area, pieces.cut) +
		(style === 'hatch' ? hatching([...pieces.whole, ...pieces.cut], meaning) : '') +
		(whole && `<use href="#${id}" class="edge-${meaning}"/>`) +
		path(`edge-${meaning}`, pieces.edges);
	return style === 'mention' && svg ? `<g class="mention">${svg}</g>` : svg;
}

function drawOutline({ whole, edges }: Pieces, meaning: Meaning, id: string): string {
	const coasts = [...whole, ...edges].filter((outline) => !isIslet(outline));
	const islets = [...whole, ...edges].filter(isIslet);
	return twice(id, `tint-${meaning}`, `outline-${meaning}`, coasts) + path(`islet-${meaning}`, islets);
}

function path(className: string, outlines: Outline[]): string {
	const data = pathData(outlines, GRID);
	return data && `<path class="${className}" d="${data}"/>`;
}

function isIslet({ points, closed }: Outline): boolean {
	return (closed || isJoined(points)) && Math.abs(signedArea(points)) < ISLET;
}

function hatching(areas: Outline[], meaning: Meaning): string {
	const { angle, step } = HATCH[meaning];
	const rings = areas.map(({ points }) => [...points, points[0]!]);
	let data = '';
	for (const [a, b] of hatch(rings, angle, step)) {
		if (Math.hypot(b[0] - a[0], b[1] - a[1]) < 1) continue;
		const dx = short(b[0] - a[0]);
		const dy = short(b[1] - a[1]);
		data += `M${short(a[0])} ${short(a[1])}l${dx}${dy[0] === '-' ? '' : ' '}${dy}`;
	}
	return data && `<path class="hatch-${meaning}" d="${data}"/>`;
}

/** The edge of a polygon without its cuts along the antimeridian. */
function contourOf(rings: Position[][]): MultiLineString {
	return { type: 'MultiLineString', coordinates: rings.flatMap((ring) => contour(ring)) };
}

/** Lines that are the step's subject. */
export function traceBorders(scene: Scene, borders: BorderLine[], shapes: Shapes): Outline[] {
	return borders.flatMap(({ shape }) => {
		const lines = shapes[shape];
		return lines ? trace(scene.stream, asLines(lines)) : [];
	});
}

export function traceRoutes(scene: Scene, routes: Route[]): Outline[] {
	return routes.flatMap(({ line }) =>
		trace(scene.stream, { type: 'LineString', coordinates: line }, { tolerance: 0.2 }),
	);
}

export function haloed(className: string, outlines: Outline[]): string {
	return twice(className, `${className}-halo`, className, outlines);
}

/** The same line in two weights, written once. */
function twice(id: string, below: string, above: string, outlines: Outline[]): string {
	const data = pathData(outlines, GRID);
	return (
		data &&
		`<defs><path id="${id}" d="${data}"/></defs><use href="#${id}" class="${below}"/><use href="#${id}" class="${above}"/>`
	);
}

function asLines(shape: Shape): MultiLineString {
	return shape.type === 'MultiLineString' ? shape : contourOf(shape.coordinates.flat());
}

/** Straight edges become great circles in d3, so parallels get corners first. */
function forD3({ type, coordinates }: MultiPolygon): MultiPolygon {
	return wind({ type, coordinates: coordinates.map((polygon) => polygon.map(denseRing)) });
}
