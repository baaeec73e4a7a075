import { contour, hatch, type PlanePoint } from '#lib/geo/index.ts';
import type { BorderLine, Highlight, Meaning, MultiPolygon, Route, Shape, Shapes } from '#lib/story/index.ts';
import { pathData, short, signedArea, trace, type Outline } from './outline';
import type { Scene } from './scene';
import { wind } from './wind';
import { denseRing } from './world';

/** Islets below this size take a thin contour, so that coasts do not clot. Px². */
const ISLET = 64;

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
.rule{fill:none;stroke:var(--accent);stroke-width:2}
.rule-halo{fill:none;stroke:var(--halo);stroke-width:5}
.dot{fill:var(--accent)}
.dot-halo{fill:none;stroke:var(--halo);stroke-width:var(--marker-ring)}
.town{fill:var(--land);stroke:var(--label);stroke-width:1.2}
.credit{font-size:12px;text-anchor:start;fill:var(--ink-2)}
`.replaceAll('\n', '');

/** A highlight as it lies on the screen. */
export interface PlacedHighlight {
	highlight: Highlight;
	rings: PlanePoint[][];
	/** Its drawing, areas only. */
	svg: string;
}

export function placeHighlights(scene: Scene, highlights: Highlight[], shapes: Shapes): PlacedHighlight[] {
	return highlights.map((highlight) => {
		const shape = highlight.shape === undefined ? undefined : shapes[highlight.shape];
		if (shape?.type !== 'MultiPolygon') return { highlight, rings: [], svg: '' };
		const geometry = forD3(shape);
		const areas = trace(scene.stream, geometry);
		const rings = areas.map(({ points }) => points);
		return { highlight, rings, svg: draw(highlight, areas, traceContour(scene, geometry)) };
	});
}

function draw({ style, meaning }: Highlight, areas: Outline[], edge: Outline[]): string {
	const area = pathData(areas);
	if (!area) return '';
	const filled = (className: string) => `<path class="${className}" d="${area}"/>`;
	const line = (className: string, lines: Outline[]) => {
		const data = pathData(lines);
		return data && `<path class="${className}" d="${data}"/>`;
	};
	switch (style) {
		case 'fill':
			return filled(`fill-${meaning}`) + line(`edge-${meaning}`, edge);
		case 'mention':
			return `<g class="mention">${filled(`fill-${meaning}`)}${line(`edge-${meaning}`, edge)}</g>`;
		case 'hatch':
			return filled(`wash-${meaning}`) + hatching(areas, meaning) + line(`edge-${meaning}`, edge);
		case 'outline': {
			const islets = edge.filter(isIslet);
			const coasts = edge.filter((outline) => !isIslet(outline));
			return filled('ground') + line(`tint-${meaning}`, coasts) + line(`outline-${meaning}`, coasts) + line(`islet-${meaning}`, islets);
		}
	}
}

function isIslet({ points, closed }: Outline): boolean {
	const [first] = points;
	const last = points.at(-1)!;
	const joined = closed || (first![0] === last[0] && first![1] === last[1]);
	return joined && Math.abs(signedArea(points)) < ISLET;
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

/** The edge of an area without the cuts along the antimeridian and at the picture's edge. */
function traceContour(scene: Scene, shape: MultiPolygon): Outline[] {
	const coordinates = shape.coordinates.flat().flatMap((ring) => contour(ring));
	return trace(scene.stream, { type: 'MultiLineString', coordinates });
}

/** Lines that are the step's subject. */
export function traceBorders(scene: Scene, borders: BorderLine[], shapes: Shapes): Outline[] {
	return borders.flatMap(({ shape }) => {
		const lines = shapes[shape];
		return lines ? trace(scene.stream, asLines(lines)) : [];
	});
}

export function traceRoutes(scene: Scene, routes: Route[]): Outline[] {
	return routes.flatMap(({ line }) => trace(scene.stream, { type: 'LineString', coordinates: line }, { tolerance: 0.2 }));
}

export function haloed(className: string, outlines: Outline[]): string {
	const data = pathData(outlines);
	return data && `<path class="${className}-halo" d="${data}"/><path class="${className}" d="${data}"/>`;
}

function asLines(shape: Shape) {
	if (shape.type === 'MultiLineString') return shape;
	return { type: 'MultiLineString' as const, coordinates: shape.coordinates.flat().flatMap((ring) => contour(ring)) };
}

/** Straight edges become great circles in d3, so parallels get corners first. */
function forD3({ type, coordinates }: MultiPolygon): MultiPolygon {
	return wind({ type, coordinates: coordinates.map((polygon) => polygon.map(denseRing)) });
}
