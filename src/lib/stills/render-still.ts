import { frame, type Camera, type Rect } from '#lib/geo/index.ts';
import { grow, Occupied } from '#lib/labels/index.ts';
import type { Shapes, View } from '#lib/story/index.ts';
import { drawBaseMap } from './base-map';
import { alwaysVisible, CROPS, type Crop, type CropName } from './crop';
import { haloed, placeData, placeHighlights, traceBorders, traceRoutes } from './drawings';
import { labelSvg, type Label } from './label';
import { markSvg, placeMarks } from './marks';
import { placePoints } from './points';
import { placeNames } from './names';
import { alongLines } from './room';
import { createScene } from './scene';
import { CONTRAST_TARGETS, styleSheet } from './style-sheet';
import { escapeXml } from './text';
import type { Tokens } from './tokens';
import type { World } from './world';

export interface StillOptions {
	view: View;
	shapes: Shapes;
	world: World;
	/** Language of the names, BCP 47; English where a name is missing. */
	lang: string;
	/** One of the formats, or one of the caller's own. */
	crop: CropName | Crop;
	tokens: Tokens;
	/** The step's heading. */
	title: string;
	/** Written into the picture, which is then taken to be shown whole: share images, print. */
	credit?: string;
	/** Writes a name in place of `<text>`: for pictures whose faces must not depend on the machine. */
	setLabel?: (label: Label) => string;
}

/** Where no place is to be seen: the Old World. */
const NOWHERE = { focus: [{ lon: 20, lat: 25 }], whole: true };

/** The camera a still of this view is drawn with. */
export function stillCamera(view: View, { screen, insets }: Crop): Camera {
	return frame(view.focus.length ? view : { ...view, ...NOWHERE }, screen, insets);
}

/** One step's map as an SVG file of its own, for `<img>`: at rest, routes complete, in the reader's colours. */
export function renderStill({
	view,
	shapes,
	world,
	lang,
	crop,
	tokens,
	title,
	credit,
	setLabel = labelSvg,
}: StillOptions): string {
	const format = typeof crop === 'string' ? CROPS[crop] : crop;
	const { screen } = format;
	const whole = { left: 0, top: 0, right: screen.width, bottom: screen.height };
	const bounds = grow(credit ? whole : alwaysVisible(format), -6);
	const scene = createScene(stillCamera(view, format), screen, bounds);

	const base = drawBaseMap(scene, world);
	const highlights = placeHighlights(scene, view.highlights, shapes);
	const data = placeData(scene, view.data, shapes);
	const borders = traceBorders(scene, view.borders, shapes);
	const routes = traceRoutes(scene, view.routes);

	const lines = [...alongLines(borders, 6), ...alongLines(routes, 6)];
	const marksAt = view.marks.flatMap((mark) => {
		const { x, y, visible } = scene.project(mark.at);
		return visible ? [{ ...mark, x, y }] : [];
	});
	const outlines = highlights
		.filter(({ highlight }) => highlight.style === 'outline')
		.flatMap(({ edge }) => alongLines(edge, 6));
	const dataLines = alongLines(data.lines, 6);
	const marks = placeMarks(
		marksAt.map(({ label, x, y }) => ({ name: label, x, y })),
		bounds,
		[...lines, ...outlines, ...dataLines],
		lang,
	);
	const occupied = new Occupied();
	occupied.add(...lines, ...marks.flatMap(({ boxes }) => boxes));
	const creditBox: Rect = {
		left: 0,
		top: screen.height - 28,
		right: screen.width / 2,
		bottom: screen.height,
	};
	if (credit) occupied.add(creditBox);
	const points = placePoints(scene, view.data, lang, dataLines, occupied);
	occupied.add(...dataLines);
	const named = [...marksAt, ...points.named];
	const names = placeNames(scene, world, lang, highlights, base.ground, named, occupied);

	const map = base.map + highlights.map(({ svg }) => svg).join('') + data.svg + haloed('subject', borders);
	const drawnRoutes = haloed('route', routes);
	const body = [
		'<rect class="paper" width="100%" height="100%"/>',
		base.limb === '' ? '' : '<g clip-path="url(#globe)">',
		'<rect class="water" width="100%" height="100%"/>',
		repeated('backdrop', base.backdrop(map + drawnRoutes), scene.copies),
		repeated('map', map, scene.copies),
		base.limb === '' ? '' : `</g>${base.limb}`,
		drawnRoutes && repeated('routes', drawnRoutes, scene.copies),
		names.towns,
		points.svg,
		[...points.labels, ...names.labels].reverse().map(setLabel).join(''),
		marks.map(markSvg).join(''),
		marks.map(({ named }) => (named ? setLabel(named.label) : '')).join(''),
		credit ? `<text class="credit" x="16" y="${screen.height - 14}">${escapeXml(credit)}</text>` : '',
	].join('');
	return (
		`<svg xmlns="http://www.w3.org/2000/svg" width="${format.width}" height="${format.height}" ` +
		`viewBox="0 0 ${screen.width} ${screen.height}" role="img" lang="${escapeXml(lang)}">` +
		`<title>${escapeXml(title)}</title>` +
		`<style>${escapeXml(styleSheet(tokens, body)).replaceAll('&quot;', "'")}</style>` +
		`${CONTRAST_TARGETS}<defs>${base.defs}</defs>${body}</svg>`
	);
}

/** A layer, and the same again beside it where a flat world ends within the picture. */
function repeated(id: string, content: string, copies: number[]): string {
	const uses = copies.map((shift) => `<use href="#${id}" x="${shift.toFixed(1)}"/>`);
	return `<g id="${id}">${content}</g>${uses.join('')}`;
}
