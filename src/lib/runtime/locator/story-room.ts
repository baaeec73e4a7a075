import { projector, type Camera, type Rect, type Screen } from '#lib/geo/index.ts';
import type { LonLat, View } from '#lib/story/index.ts';

/** Ems that a capital takes at most with its spacing; a Chinese character takes one and the spacing. */
const CAPITAL = 0.85;
const SQUARE = 1.2;

/** Sizes of names and how far they stand from their dot, CSS px; where they vary, the largest. */
const MARK = { size: 15, aside: 46, half: 13 };
const POINT = { size: 13.5, aside: 14, half: 11 };
const REGION = { size: 20, ems: 8, line: 1.25 };

/** Room around a point that must be seen, CSS px. */
const POINT_ROOM = 8;

/**
 * All that a step's points, marks, routes and names may take of the map at rest, as rectangles in CSS px. Rather too
 * much: on which side of its dot a name stands is decided when it is drawn, so both are kept free.
 */
export function storyRoom(
	view: View,
	{ camera, screen, free }: { camera: Camera; screen: Screen; free: Rect },
): Rect[] {
	const project = projector(camera, screen);
	const around = ({ x, y }: { x: number; y: number }, width: number, height: number): Rect => ({
		left: x - width,
		right: x + width,
		top: y - height,
		bottom: y + height,
	});
	const beside = (named: { size: number; aside: number; half: number }) => {
		return ({ at, label }: { at: LonLat; label?: string | undefined }) =>
			around(project(at), label ? width(label, named.size) + named.aside : POINT_ROOM, named.half);
	};
	const along = view.routes.flatMap(({ line }) => line.map(([lon, lat]) => ({ lon, lat })));
	return [
		...[...view.focus, ...along].map((point) => around(project(point), POINT_ROOM, POINT_ROOM)),
		...view.marks.map(beside(MARK)),
		...view.data.flatMap(({ points }) => points.map(beside(POINT))),
		...view.highlights.map(({ labelAt, label }) => {
			const whole = width(label, REGION.size);
			const longest = Math.max(...label.split(/[\s-]+/).map((word) => width(word, REGION.size)));
			const lines = Math.ceil(whole / (REGION.ems * REGION.size));
			const half = {
				width: Math.max(longest, whole / lines) / 2,
				height: (lines * REGION.size * REGION.line) / 2,
			};
			return around(keptInside(project(labelAt), half, free), half.width, half.height);
		}),
	];
}

/** A name that would be cut stands in the free area, as near to its own point as it can. */
function keptInside(
	{ x, y }: { x: number; y: number },
	half: { width: number; height: number },
	{ left, right, top, bottom }: Rect,
): { x: number; y: number } {
	const clamp = (value: number, least: number, most: number) => Math.max(least, Math.min(most, value));
	return {
		x: clamp(x, left + half.width, Math.max(left + half.width, right - half.width)),
		y: clamp(y, top + half.height, Math.max(top + half.height, bottom - half.height)),
	};
}

function width(text: string, size: number): number {
	let ems = 0;
	for (const character of text) ems += /[\u2e80-\uffef]/.test(character) ? SQUARE : CAPITAL;
	return ems * size;
}
