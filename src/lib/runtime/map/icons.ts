import type { Palette } from './palette';

/** Pictures that labels carry, drawn at twice their size for sharp screens. */
export type IconName = 'ring' | 'rule-left' | 'rule-right';

export const ICON_SCALE = 2;

/** From the middle of a mark's dot to the beginning of its rule and to its end, CSS px. */
const RULE = { from: 7, to: 34, width: 2, halo: 2 };

const RING = { radius: 2.2, width: 1.2 };

/** Draws the ring of unmarked places and the rules that tie a mark's dot to its name. */
export function drawIcons(palette: Palette): Record<IconName, ImageData> {
	return { ring: drawRing(palette), 'rule-left': drawRule(palette, -1), 'rule-right': drawRule(palette, 1) };
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

/** @param direction 1 runs to the right of the dot, −1 to the left */
function drawRule(palette: Palette, direction: 1 | -1): ImageData {
	const height = RULE.width + 2 * RULE.halo;
	return paint(RULE.to, height, (context) => {
		if (direction < 0) context.setTransform(-ICON_SCALE, 0, 0, ICON_SCALE, RULE.to * ICON_SCALE, 0);
		context.fillStyle = palette.halo;
		context.fillRect(RULE.from, 0, RULE.to - RULE.from, height);
		context.fillStyle = palette.accent;
		context.fillRect(RULE.from, RULE.halo, RULE.to - RULE.from, RULE.width);
	});
}

function paint(width: number, height: number, draw: (context: CanvasRenderingContext2D) => void): ImageData {
	const canvas = document.createElement('canvas');
	canvas.width = Math.ceil(width * ICON_SCALE);
	canvas.height = Math.ceil(height * ICON_SCALE);
	const context = canvas.getContext('2d');
	if (!context) throw new Error('This browser gives no 2D canvas to draw map icons on.');
	context.scale(ICON_SCALE, ICON_SCALE);
	draw(context);
	return context.getImageData(0, 0, canvas.width, canvas.height);
}
