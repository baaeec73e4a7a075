import type { Rect } from '#lib/geo/index.ts';
import { LEADERS, nameRect, ruleRects, SIGNATURE, type Leader } from './leader';
import { around, grow, overlaps } from './rect';

/** A mark on the picture, and how wide its name is set, px. */
export interface MarkAt {
	x: number;
	y: number;
	width: number;
}

export interface PlacedMark {
	leader: Leader;
	name: Rect;
	/** What dot and rule cover. */
	rule: Rect[];
	/** Its name would lie on another even in its best place: the dot stands alone. */
	nameless: boolean;
}

/** What names keep off, if they can. */
export interface Room {
	/** Names are not cut by it. */
	bounds: Rect;
	/** Boxes along routes and borders, which a name crosses rather than have its rule bent. */
	lines?: Rect[];
}

/** What is wrong with a place for a name; all that {@link Leader} dislikes of itself is less than one collision. */
const COST = { cut: 400, names: 200, dot: 100, rule: 100, crossing: 60, line: 3 };
const MOST_LINES = 8;

/** No rule is longer, px. */
const REACH = Math.max(...LEADERS.map(({ path }) => Math.abs(path.at(-1)![0]))) + SIGNATURE.gap;

/** Names keep so far from each other and from foreign dots, px. */
const APART = 2;

/** How often all names look for a better place, now that the others stand. */
const ROUNDS = 6;

/**
 * Sets the name of each mark beside its dot, straight to the right if nothing speaks against it, else where it is neither cut nor meets
 * other names, dots and rules: to the left, below, above, or rows higher or lower at a bent rule. What stands first in the list
 * chooses first; then each looks again, until none finds better. A name that would lie on one before it even so is
 * left out. The same marks and room always give the same picture.
 */
export function placeMarks(marks: MarkAt[], { bounds, lines = [] }: Room): PlacedMark[] {
	const dots = marks.map(({ x, y }) => around([x, y], SIGNATURE.dot + APART));
	const near = marks.map((mark) =>
		lines.filter((line) => overlaps(line, around([mark.x, mark.y], REACH + mark.width))),
	);
	const placed: PlacedMark[] = [];
	const choose = (index: number): PlacedMark => {
		const mark = marks[index]!;
		const otherDots = dots.filter((_, i) => i !== index);
		const others = placed.filter((_, i) => i !== index);
		let best: PlacedMark | undefined;
		let least = Infinity;
		for (const leader of LEADERS) {
			if (leader.dislike >= least) break;
			const tried = placeAt(mark, leader);
			let cost = leader.dislike + ownCost(tried, otherDots, bounds, near[index]!);
			for (const other of others) if (cost < least) cost += costBetween(tried, other);
			if (cost >= least) continue;
			least = cost;
			best = tried;
		}
		return best!;
	};
	marks.forEach((_, index) => placed.push(choose(index)));
	for (let round = 0; round < ROUNDS; round++) {
		let isBetter = false;
		marks.forEach((_, index) => {
			const next = choose(index);
			if (next.leader === placed[index]!.leader) return;
			placed[index] = next;
			isBetter = true;
		});
		if (!isBetter) break;
	}
	placed.forEach((mark, index) => {
		const before = placed.slice(0, index).filter(({ nameless }) => !nameless);
		mark.nameless = before.some(({ name }) => overlaps(name, mark.name));
	});
	return placed;
}

function placeAt(mark: MarkAt, leader: Leader): PlacedMark {
	return {
		leader,
		name: nameRect(leader, mark, mark.width),
		rule: ruleRects(leader, mark),
		nameless: false,
	};
}

function ownCost({ name, rule }: PlacedMark, dots: Rect[], bounds: Rect, lines: Rect[]): number {
	const cut =
		Math.max(0, bounds.left - name.left, name.right - bounds.right) +
		Math.max(0, bounds.top - name.top, name.bottom - bounds.bottom);
	const onDots = dots.filter((dot) => overlaps(dot, name) || rule.slice(1).some((box) => overlaps(box, dot)));
	const onLines = lines.filter((line) => overlaps(line, name)).length;
	return (cut && COST.cut + cut) + onDots.length * COST.dot + Math.min(MOST_LINES, onLines) * COST.line;
}

function costBetween(a: PlacedMark, b: PlacedMark): number {
	const isOn = (name: Rect, rule: Rect[]) => rule.some((box) => overlaps(name, box));
	const crossing = a.rule.slice(1).some((box) => isOn(box, b.rule.slice(1)));
	return (
		(overlaps(grow(a.name, APART), b.name) ? COST.names : 0) +
		(isOn(a.name, b.rule) ? COST.rule : 0) +
		(isOn(b.name, a.rule) ? COST.rule : 0) +
		(crossing ? COST.crossing : 0)
	);
}
