import type { PlanePoint, Rect } from '#lib/geo/index.ts';
import { alongLine, around, grow } from './rect';

/** The signature, px: radius of the dot, from its middle to the end of the rule, and from there to the name. */
export const SIGNATURE = { dot: 4.6, rule: 31, gap: 7.5 };

/** Height of a mark's name, and from one row of names to the next, px. */
export const NAME_HEIGHT = 18;
const ROW = 20;

/** How many rows a name goes up or down, and by how much its rule grows, px. */
const ROWS = 6;
const LONGER = [0, 26, 52, 78];

/** A bent rule goes as far aside for each px up or down, and lies level for so many px at the least. */
const SLANT = 0.6;
const LEVEL = 13;

/** An upright rule is half as long. */
const UPRIGHT = SIGNATURE.dot + (SIGNATURE.rule - SIGNATURE.dot) / 2;

/** Dislike of a place for a name. The straight rule beats all others as long as nothing but a line is in its way. */
const DISLIKE = { left: 1, below: 6, above: 7, longer: 30, bent: 32, row: 3, stretch: 4 };

/** On which side of its rule a name stands. */
export type Toward = 'right' | 'left' | 'below' | 'above';

/** The rule from a dot to its name: straight, or bent where the name stands rows higher or lower. */
export interface Leader {
	toward: Toward;
	/** Its corners, px from the middle of the dot, y downwards; the first is the dot. */
	path: PlanePoint[];
	/** The nearer 0, the better. */
	dislike: number;
}

/** All rules that a mark may have, the best first. */
export const LEADERS: Leader[] = [
	...(['right', 'left'] as const).flatMap((toward) => {
		const direction = toward === 'right' ? 1 : -1;
		const aside = toward === 'right' ? 0 : DISLIKE.left;
		return LONGER.flatMap((longer, stretch) =>
			Array.from({ length: 2 * ROWS + 1 }, (_, index): Leader => {
				const row = index - ROWS;
				const y = row * ROW;
				const bend = Math.abs(y) * SLANT;
				const end: PlanePoint = [direction * (Math.max(SIGNATURE.rule, bend + LEVEL) + longer), y];
				const bent = DISLIKE.bent + DISLIKE.row * Math.abs(row);
				const straight = stretch && DISLIKE.longer;
				return {
					toward,
					path: row ? [[0, 0], [direction * bend, y], end] : [[0, 0], end],
					dislike: aside + (row ? bent : straight) + stretch * DISLIKE.stretch,
				};
			}),
		);
	}),
	{
		toward: 'below' as const,
		path: [
			[0, 0],
			[0, UPRIGHT],
		] as PlanePoint[],
		dislike: DISLIKE.below,
	},
	{
		toward: 'above' as const,
		path: [
			[0, 0],
			[0, -UPRIGHT],
		] as PlanePoint[],
		dislike: DISLIKE.above,
	},
].sort((a, b) => a.dislike - b.dislike);

/** Where a name hangs: the middle of the edge or side that is next to its rule, px from the middle of the dot. */
export function hangsAt({ toward, path }: Leader): { x: number; y: number } {
	const [x, y] = path.at(-1)!;
	const { gap } = SIGNATURE;
	if (toward === 'right' || toward === 'left') return { x: toward === 'right' ? x + gap : x - gap, y };
	return { x, y: toward === 'below' ? y + gap / 2 : y - gap / 2 };
}

/** The rectangle of a name of this width at the end of a rule. */
export function nameRect(leader: Leader, at: { x: number; y: number }, width: number): Rect {
	const hang = hangsAt(leader);
	const [x, y] = [at.x + hang.x, at.y + hang.y];
	const half = NAME_HEIGHT / 2;
	switch (leader.toward) {
		case 'right':
			return { left: x, right: x + width, top: y - half, bottom: y + half };
		case 'left':
			return { left: x - width, right: x, top: y - half, bottom: y + half };
		case 'below':
			return { left: x - width / 2, right: x + width / 2, top: y, bottom: y + NAME_HEIGHT };
		case 'above':
			return { left: x - width / 2, right: x + width / 2, top: y - NAME_HEIGHT, bottom: y };
	}
}

/** What dot and rule cover. */
export function ruleRects({ path }: Leader, at: { x: number; y: number }): Rect[] {
	const points = path.map(([x, y]): PlanePoint => [at.x + x, at.y + y]);
	const [from, to] = points.slice(-2) as [PlanePoint, PlanePoint];
	const last = {
		left: Math.min(from[0], to[0]),
		right: Math.max(from[0], to[0]),
		top: Math.min(from[1], to[1]),
		bottom: Math.max(from[1], to[1]),
	};
	return [
		around([at.x, at.y], SIGNATURE.dot + 1),
		grow(last, 2),
		...(path.length > 2 ? alongLine(points.slice(0, 2), 8) : []),
	];
}
