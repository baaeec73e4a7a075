import type { Rect } from '#lib/geo/index.ts';
import { placeName, setName, type Label, type SetName } from './label';
import { short } from './outline';
import { around, grow, overlaps, within } from './room';

/** The signature, px: dot, rule, name. */
const DOT = 4.6;
const RULE = 26;
const GAP = 8;
const SIDES = ['right', 'left', 'below', 'above'] as const;
type Side = (typeof SIDES)[number];

/** The rule is horizontal wherever the picture allows it. */
const PREFERENCE: Record<Side, number> = { right: 0, left: 1, below: 6, above: 7 };
const CUT = 400;
const COLLISION = 100;
const OVER_LINE = 3;

/** More marks than this are placed one after the other instead of all together. */
const MOST_TOGETHER = 5;

export interface MarkAt {
	name: string;
	x: number;
	y: number;
}

export interface PlacedMark {
	x: number;
	y: number;
	side: Side;
	label: Label;
	/** What it covers: dot and rule, and name. */
	boxes: Rect[];
}

/** Chooses the side of each mark's name so that nothing is cut by `bounds` and names meet neither marks nor lines. */
export function placeMarks(marks: MarkAt[], bounds: Rect, lines: Rect[], lang: string): PlacedMark[] {
	const choices = marks.map((mark) =>
		SIDES.map((side) => placeAt(mark, side, setName(mark.name, 'mark', lang))),
	);
	const dots = marks.map(({ x, y }) => around([x, y], DOT + 2));
	let best: PlacedMark[] = [];
	if (marks.length <= MOST_TOGETHER) {
		let least = Infinity;
		for (const combination of combinations(choices)) {
			const cost = combination.reduce(
				(sum, mark, i) => sum + costOf(mark, i, combination.slice(0, i), dots, bounds, lines),
				0,
			);
			if (cost < least) {
				least = cost;
				best = combination;
			}
		}
		return best;
	}
	choices.forEach((sides, i) => {
		const costs = sides.map((mark) => costOf(mark, i, best, dots, bounds, lines));
		best = [...best, sides[costs.indexOf(Math.min(...costs))]!];
	});
	return best;
}

function* combinations<T>(choices: T[][], start: T[] = []): Generator<T[]> {
	const next = choices[start.length];
	if (!next) yield start;
	else for (const choice of next) yield* combinations(choices, [...start, choice]);
}

function costOf(
	mark: PlacedMark,
	index: number,
	others: PlacedMark[],
	dots: Rect[],
	bounds: Rect,
	lines: Rect[],
): number {
	const [, text] = mark.boxes as [Rect, Rect];
	const hitsDot = dots.filter((dot, i) => i !== index && mark.boxes.some((box) => overlaps(box, dot))).length;
	const hitsMark = others.flatMap(({ boxes }) =>
		boxes.flatMap((a) => mark.boxes.filter((b) => overlaps(a, grow(b, 2)))),
	).length;
	const hitsLine = lines.filter((line) => overlaps(line, text)).length;
	return (
		PREFERENCE[mark.side] +
		(within(bounds, text) ? 0 : CUT) +
		(hitsDot + hitsMark) * COLLISION +
		Math.min(hitsLine, 8) * OVER_LINE
	);
}

function placeAt({ x, y }: MarkAt, side: Side, name: SetName): PlacedMark {
	const reach = DOT + RULE + GAP;
	const away = DOT + RULE / 2 + GAP / 2 + name.height / 2;
	const placed = {
		right: () => placeName(name, x + reach, y, 'start'),
		left: () => placeName(name, x - reach, y, 'end'),
		below: () => placeName(name, x, y + away),
		above: () => placeName(name, x, y - away),
	}[side]();
	const [ex, ey] = ruleEnd(side);
	const rule = {
		left: Math.min(x, x + ex) - DOT,
		right: Math.max(x, x + ex) + DOT,
		top: Math.min(y, y + ey) - DOT,
		bottom: Math.max(y, y + ey) + DOT,
	};
	return { x, y, side, label: placed.label, boxes: [rule, placed.box] };
}

function ruleEnd(side: Side): [number, number] {
	const long = DOT + RULE;
	const half = DOT + RULE / 2;
	return { right: [long, 0], left: [-long, 0], below: [0, half], above: [0, -half] }[side] as [
		number,
		number,
	];
}

/** Dot and rule; the name is drawn with the other names. */
export function markSvg({ x, y, side }: PlacedMark): string {
	const [ex, ey] = ruleEnd(side);
	const rule = `M${short(x)} ${short(y)}${ey === 0 ? `h${short(ex)}` : `v${short(ey)}`}`;
	const dot = `cx="${short(x)}" cy="${short(y)}"`;
	return (
		`<path class="rule-halo" d="${rule}"/><circle class="dot-halo" ${dot} r="${DOT + 1}"/>` +
		`<path class="rule" d="${rule}"/><circle class="dot" ${dot} r="${DOT}"/>`
	);
}
