import { geoGraticule } from 'd3-geo';
import { MAX_LATITUDE, type PlanePoint } from '#lib/geo/index.ts';
import { dash, pathData, short, thin, trace, type Outline } from './outline';
import { limbRadius, middleOf } from './projection';
import { traceVisible, type Scene } from './scene';
import type { World } from './world';

/** Scales from which on a layer is drawn; see {@link Scene.level}. */
const RIVERS_FROM = 3.4;
const PROVINCES_FROM = 4.1;

/** A river this close to a border is that border, px. */
const RIVER_IS_BORDER = 5;

/** Steps per px: the world is drawn on half pixels, which halves its size. */
const GRID = 2;

/** Of a disputed border, px. */
const DASH = { on: 4, off: 3 };

/**
 * Chromium draws a picture of more than five large smoothed paths with several samples a pixel, which a machine without
 * a graphics card does slowly: then wide bands cost least unsmoothed, and they are too faint for it to be seen. Up to
 * five, smoothed bands cost least.
 */
const FEW_PATHS = 5;

export const BASE_CSS = `
.paper{fill:var(--paper)}
.water{fill:var(--water)}
.limb{fill:none;stroke:var(--border);stroke-width:.8}
.graticule{fill:none;stroke:var(--graticule);stroke-width:.8}
.shore{fill:none;stroke:var(--water-shore);stroke-linejoin:round}
.quick{shape-rendering:optimizeSpeed}
.land{fill:var(--land)}
.lake{fill:var(--water)}
.shored{stroke:var(--river);stroke-width:.4}
.river{fill:none;stroke:var(--river);stroke-width:1;stroke-linejoin:round;stroke-linecap:round}
.province{fill:none;stroke:var(--border-soft);stroke-width:var(--line-province)}
.border{fill:none;stroke:var(--border);stroke-width:var(--line-border);stroke-linejoin:round}
`.replaceAll('\n', '');

/** What is under the story's own drawings. `backdrop` lies below `map`; both are repeated for the copies of a flat world. */
export interface BaseMap {
	/** Definitions for the picture's `<defs>`. */
	defs: string;
	/** Graticule and shores. `above` is what is drawn later. */
	backdrop: (above: string) => string;
	map: string;
	/** The line of the horizon, on top of all areas. */
	limb: string;
	/** What names keep to or off. */
	ground: { land: Outline[]; rivers: Outline[]; borders: Outline[] };
}

/** The graticule is too faint for its corners to be seen, px: else it is a fifth of the first picture's bytes. */
const FAINT_DETAIL = { tolerance: 0.9 };

export function drawBaseMap(scene: Scene, world: World): BaseMap {
	const layers = world.layers(scene.radius);
	const land = traceVisible(scene, layers.land);
	const international = traceVisible(scene, layers.international);
	const disputed = traceVisible(scene, layers.disputed);
	const provinces = scene.level >= PROVINCES_FROM ? traceVisible(scene, layers.provinces) : [];
	const hasRivers = scene.level >= RIVERS_FROM;
	const rivers = hasRivers ? dropBeside(traceVisible(scene, layers.rivers), international) : [];
	const lakes = traceVisible(scene, layers.lakes).map((lake) => `<path d="${pathData([lake], GRID)}"/>`);
	const dashes = disputed.flatMap(({ points }) =>
		dash(points, DASH.on, DASH.off).map((points) => ({ points, closed: false })),
	);
	const sphere = sphereShape(scene);
	return {
		defs: `<path id="land" d="${pathData(land, GRID)}"/>${sphere ? `<clipPath id="globe">${sphere}</clipPath>` : ''}`,
		backdrop: (above) => {
			const lines = line('graticule', trace(scene.stream, graticule(scene), FAINT_DETAIL));
			const paths = 2 + countPaths(lines) + countPaths(above);
			const shore = paths * (1 + scene.copies.length) > FEW_PATHS ? 'shore quick' : 'shore';
			return `${lines}<use href="#land" class="${shore}" stroke-width="18" stroke-opacity=".3"/><use href="#land" class="${shore}" stroke-width="7" stroke-opacity=".6"/>`;
		},
		map:
			'<use href="#land" class="land"/>' +
			line('river', rivers) +
			(lakes.length ? `<g class="lake${hasRivers ? ' shored' : ''}">${lakes.join('')}</g>` : '') +
			line('province', provinces) +
			line('border', [...international, ...dashes]),
		limb: sphere.replace('/>', ' class="limb"/>'),
		ground: { land, rivers, borders: international },
	};
}

/** Those that span some of the picture: lakes have no classes of their own. */
function countPaths(svg: string): number {
	return svg.match(/<(path|use)\b[^>]* class=/g)?.length ?? 0;
}

/** The disc of the globe, or nothing where it covers the whole picture. */
function sphereShape(scene: Scene): string {
	const { camera, screen } = scene;
	if (camera.projection === 'flat') return '';
	const [x, y] = middleOf(camera, screen);
	if (camera.pitch > 0) return `<path d="${pathData(trace(scene.stream, { type: 'Sphere' }))}"/>`;
	const radius = limbRadius(camera, screen);
	const corner = Math.hypot(Math.max(x, screen.width - x), Math.max(y, screen.height - y));
	return radius > corner ? '' : `<circle cx="${short(x)}" cy="${short(y)}" r="${short(radius)}"/>`;
}

function graticule({ level, camera }: Scene) {
	const step = level < 2.4 ? 15 : level < 3.6 ? 10 : level < 5 ? 5 : level < 6.5 ? 2 : 0.5;
	const lines = geoGraticule().stepMinor([step, step]).precision(Math.min(2.5, step));
	// On the globe most meridians stop short of the poles, where they would crowd; flat ones never meet.
	return (
		camera.projection === 'flat'
			? lines.extent([
					[-180, -MAX_LATITUDE],
					[180, MAX_LATITUDE],
				])
			: lines
	)();
}

function line(className: string, outlines: Outline[]): string {
	const data = pathData(outlines, GRID);
	return data && `<path class="${className}" d="${data}"/>`;
}

/** A river that is a border is drawn once, as the border: the stretches beside one are left out. */
function dropBeside(rivers: Outline[], borders: Outline[]): Outline[] {
	const cells = new Set<string>();
	const cell = (value: number) => Math.floor(value / RIVER_IS_BORDER);
	for (const point of borders.flatMap(({ points }) => walk(points))) {
		for (let dx = -1; dx <= 1; dx++) {
			for (let dy = -1; dy <= 1; dy++) cells.add(`${cell(point[0]) + dx},${cell(point[1]) + dy}`);
		}
	}
	if (cells.size === 0) return rivers;
	return rivers.flatMap(({ points }) => {
		const kept: PlanePoint[][] = [];
		let run: PlanePoint[] = [];
		for (const point of walk(points)) {
			if (!cells.has(`${cell(point[0])},${cell(point[1])}`)) {
				run.push(point);
				continue;
			}
			if (run.length > 3) kept.push(run);
			run = [];
		}
		if (run.length > 3) kept.push(run);
		return kept.map((line) => ({ points: thin(line, 0.4), closed: false }));
	});
}

/** The corners of a line and points between them, none farther apart than a border's width of attention. */
function walk(points: PlanePoint[]): PlanePoint[] {
	return points.flatMap((b, i) => {
		const a = points[i - 1];
		if (!a) return [b];
		const pieces = Math.ceil(Math.hypot(b[0] - a[0], b[1] - a[1]) / RIVER_IS_BORDER) || 1;
		return Array.from({ length: pieces }, (_, n): PlanePoint => {
			const t = (n + 1) / pieces;
			return [a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t];
		});
	});
}
