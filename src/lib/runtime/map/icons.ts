import type { PlanePoint } from '#lib/geo/index.ts';
import type { MapLibreMap } from './maplibre';
import type { Palette } from './palette';

/** Pictures are drawn at twice their size for sharp screens. */
const SCALE = 2;

const RING = { name: 'ring', radius: 2.2, width: 1.2 };

/** How far from the middle of a mark's dot its rule begins, and how broad it is, CSS px. */
const RULE = { prefix: 'rule:', from: 7, width: 2, halo: 2 };

/** The name of the picture of a rule through these corners, px from the middle of its dot; empty for none at all. */
export function ruleIcon(path: PlanePoint[]): string {
	return RULE.prefix + path.slice(1).join(' ');
}

/** Lets a map draw the pictures of its labels when it first needs them. */
export function offerIcons(map: MapLibreMap, palette: () => Palette): void {
	map.setMissingStyleImageResolver(async (name) => {
		const image = drawIcon(name, palette());
		if (image && !map.hasImage(name)) map.addImage(name, image, { pixelRatio: SCALE });
	});
}

/** Draws all pictures that a map has been given in other colours. */
export function repaintIcons(map: MapLibreMap, palette: Palette): void {
	for (const name of map.listImages()) {
		const image = drawIcon(name, palette);
		if (image) map.updateImage(name, image);
	}
}

/** The ring of unmarked places, or the rule that ties a mark's dot to its name; nothing for a picture of another's. */
function drawIcon(name: string, palette: Palette): ImageData | undefined {
	if (name === RING.name) return drawRing(palette);
	if (!name.startsWith(RULE.prefix)) return undefined;
	const corners = name.slice(RULE.prefix.length).split(' ').filter(Boolean);
	return drawRule(
		palette,
		corners.map((corner) => corner.split(',').map(Number) as unknown as PlanePoint),
	);
}

function drawRing(palette: Palette): ImageData {
	const size = 2 * (RING.radius + RING.width + 1);
	return paint(size, size, (context) => {
		context.beginPath();
		context.arc(size / 2, size / 2, RING.radius, 0, 2 * Math.PI);
		context.fillStyle = palette.land;
		context.fill();
		context.lineWidth = RING.width;
		context.strokeStyle = palette.label;
		context.stroke();
	});
}

/** The dot is in a corner of the picture, or in the middle of the side where a straight rule begins. */
function drawRule(palette: Palette, corners: PlanePoint[]): ImageData {
	const [first] = corners;
	if (!first) return paint(1, 1, () => undefined);
	const [endX, endY] = corners.at(-1)!;
	const edge = RULE.width / 2 + RULE.halo;
	const bent = corners.length > 1 ? edge : 0;
	const width = endX ? Math.abs(endX) : 2 * edge;
	const height = endY ? Math.abs(endY) + bent : 2 * edge;
	return paint(width, height, (context) => {
		context.translate(startOf(endX, width), startOf(endY, height));
		const along = RULE.from / Math.hypot(...first);
		context.beginPath();
		context.moveTo(first[0] * along, first[1] * along);
		for (const [x, y] of corners) context.lineTo(x, y);
		context.lineJoin = 'round';
		context.lineWidth = 2 * edge;
		context.strokeStyle = palette.halo;
		context.stroke();
		context.lineWidth = RULE.width;
		context.strokeStyle = palette.accent;
		context.stroke();
	});
}

function startOf(end: number, extent: number): number {
	return end > 0 ? 0 : end < 0 ? extent : extent / 2;
}

function paint(width: number, height: number, draw: (context: CanvasRenderingContext2D) => void): ImageData {
	const canvas = document.createElement('canvas');
	canvas.width = Math.ceil(width * SCALE);
	canvas.height = Math.ceil(height * SCALE);
	const context = canvas.getContext('2d');
	if (!context) throw new Error('This browser gives no 2D canvas to draw map icons on.');
	context.scale(SCALE, SCALE);
	draw(context);
	return context.getImageData(0, 0, canvas.width, canvas.height);
}
