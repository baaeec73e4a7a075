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
	/** How often a crowd may begin anew; more where nobody waits. */
	patience?: number;
}

/** What is wrong with a place for a name; all that {@link Leader} dislikes of itself is less than one collision. */
const COST = { cut: 400, names: 300, dot: 150, rule: 150, crossing: 150, line: 3 };
const MOST_LINES = 8;

/** Names and rules keep so far from each other and from foreign dots, px. */
const APART = 2;

/** How often all names look for a better place, now that the others stand; and how often some are taken away to begin anew. */
const ROUNDS = 4;
const RESTARTS = 12;

/** More marks than this look again once, and none begins anew: there is no room for all names, and the page must not wait. */
const MOST_ANEW = 16;

/** No rule is longer, px. */
const REACH = Math.max(...LEADERS.map(({ path }) => Math.abs(path.at(-1)![0]))) + SIGNATURE.gap;

/** A place that a mark's name may take. */
interface Choice extends PlacedMark {
	/** Of the place by itself. */
	cost: number;
	/** Its rule, with room about it. */
	broad: Rect[];
	/** Around dot, rule and name. */
	whole: Rect;
}

/**
 * Sets the name of each mark beside its dot, straight to the right if nothing speaks against it, else where it is neither cut nor meets
 * other names, dots and rules: to the left, below, above, or rows higher or lower at a bent rule. What stands first in the list
 * chooses first; then each looks again, and where some still collide, they and some others begin anew. A name
 * that would lie on one before it even so is left out. The same marks and room always give the same picture.
 */
export function placeMarks(marks: MarkAt[], room: Room): PlacedMark[] {
	const choices = choicesFor(marks, room);
	const all = marks.map((_, index) => index);
	let best = settle(choices, [], all);
	const isStuck = () => all.some((index) => collides(best, index));
	for (const order of marks.length > MOST_ANEW ? [] : ordersOf(marks)) {
		if (!isStuck()) break;
		const tried = settle(choices, [], order);
		if (total(tried) < total(best)) best = tried;
	}
	const random = randomNumbers();
	const restarts = marks.length > MOST_ANEW ? 0 : (room.patience ?? RESTARTS);
	for (let restart = 0; restart < restarts; restart++) {
		const stuck = new Set(all.filter((index) => collides(best, index)));
		if (!stuck.size) break;
		const anew = all.filter((index) => stuck.has(index) || random() < 1 / 3);
		const order = anew.map((index) => ({ index, key: random() })).sort((a, b) => a.key - b.key);
		const kept = best.map((choice, index) => (anew.includes(index) ? undefined : choice));
		const tried = settle(
			choices,
			kept,
			order.map(({ index }) => index),
		);
		if (total(tried) < total(best)) best = tried;
	}
	const shown: PlacedMark[] = [];
	return best.map(({ leader, name, rule }) => {
		const nameless = shown.some((before) => overlaps(before.name, name));
		const placed = { leader, name, rule, nameless };
		if (!nameless) shown.push(placed);
		return placed;
	});
}

/** Puts the marks that have no place yet where they are best, in this order, then all as long as one finds better. */
function settle(
	choices: (mark: number, leader: number) => Choice,
	kept: (Choice | undefined)[],
	order: number[],
): Choice[] {
	const placed = [...kept];
	const costOf = (mark: number, tried: Choice, most: number): number => {
		let { cost } = tried;
		for (const [index, other] of placed.entries()) {
			if (cost >= most) break;
			if (other && index !== mark) cost += costBetween(tried, other);
		}
		return cost;
	};
	const choose = (mark: number): Choice => {
		let best = placed[mark];
		let least = best ? costOf(mark, best, Infinity) : Infinity;
		for (let leader = 0; leader < LEADERS.length && LEADERS[leader]!.dislike < least; leader++) {
			const tried = choices(mark, leader);
			const cost = costOf(mark, tried, least);
			if (cost >= least) continue;
			least = cost;
			best = tried;
		}
		return best!;
	};
	for (const mark of order) placed[mark] = choose(mark);
	for (let round = 0; round < (placed.length > MOST_ANEW ? 1 : ROUNDS); round++) {
		const before = [...placed];
		placed.forEach((_, mark) => (placed[mark] = choose(mark)));
		if (placed.every((choice, mark) => choice === before[mark])) break;
	}
	return placed as Choice[];
}

/** Orders in which marks choose, where that of the list leaves some stuck: from outside to the middle, and from each side. */
function ordersOf(marks: MarkAt[]): number[][] {
	const middle = (key: 'x' | 'y') => marks.reduce((sum, mark) => sum + mark[key], 0) / marks.length;
	const [x, y] = [middle('x'), middle('y')];
	const keys: ((mark: MarkAt) => number)[] = [
		(mark) => -Math.hypot(mark.x - x, mark.y - y),
		(mark) => Math.hypot(mark.x - x, mark.y - y),
		(mark) => mark.y,
		(mark) => -mark.y,
		(mark) => mark.x,
		(mark) => -mark.x,
	];
	return keys.map((key) => marks.map((_, i) => i).sort((a, b) => key(marks[a]!) - key(marks[b]!)));
}

/** Looks at each place only when it is first asked for: most marks take one of the first. */
function choicesFor(marks: MarkAt[], { bounds, lines = [] }: Room): (mark: number, leader: number) => Choice {
	const dots = marks.map(({ x, y }) => around([x, y], SIGNATURE.dot + APART));
	const near = marks.map(({ x, y, width }, mark) => {
		const reach = around([x, y], REACH + width);
		return {
			dots: dots.filter((_, other) => other !== mark),
			lines: lines.filter((line) => overlaps(line, reach)),
		};
	});
	const known = marks.map((): Choice[] => []);
	return (mark, index) => (known[mark]![index] ??= place(marks[mark]!, LEADERS[index]!, bounds, near[mark]!));
}

/** Whether a place costs more than it can dislike of itself. */
function collides(placed: Choice[], mark: number): boolean {
	const own = placed[mark]!;
	return own.cost >= COST.dot || placed.some((other) => other !== own && costBetween(own, other) > 0);
}

function total(placed: Choice[]): number {
	return placed.reduce(
		(sum, choice, index) =>
			placed.slice(0, index).reduce((all, before) => all + costBetween(choice, before), sum + choice.cost),
		0,
	);
}

/** Always the same (Lehmer), 0…1. */
function randomNumbers(): () => number {
	let state = 1;
	return () => (state = (state * 48271) % 2147483647) / 2147483647;
}

function place(mark: MarkAt, leader: Leader, bounds: Rect, near: { dots: Rect[]; lines: Rect[] }): Choice {
	const placed = {
		leader,
		name: nameRect(leader, mark, mark.width),
		rule: ruleRects(leader, mark),
		nameless: false,
	};
	const all = [placed.name, ...placed.rule];
	const whole = {
		left: Math.min(...all.map(({ left }) => left)) - APART,
		right: Math.max(...all.map(({ right }) => right)) + APART,
		top: Math.min(...all.map(({ top }) => top)) - APART,
		bottom: Math.max(...all.map(({ bottom }) => bottom)) + APART,
	};
	const broad = placed.rule.slice(1).map((box) => grow(box, APART / 2));
	return { ...placed, whole, broad, cost: leader.dislike + ownCost(placed, near.dots, bounds, near.lines) };
}

function ownCost({ name, rule }: PlacedMark, dots: Rect[], bounds: Rect, lines: Rect[]): number {
	const cut =
		Math.max(0, bounds.left - name.left, name.right - bounds.right) +
		Math.max(0, bounds.top - name.top, name.bottom - bounds.bottom);
	const onDots = dots.filter((dot) => overlaps(dot, name) || rule.slice(1).some((box) => overlaps(box, dot)));
	const onLines = lines.filter((line) => overlaps(line, name)).length;
	return (cut && COST.cut + cut) + onDots.length * COST.dot + Math.min(MOST_LINES, onLines) * COST.line;
}

function costBetween(a: Choice, b: Choice): number {
	if (!overlaps(a.whole, b.whole)) return 0;
	return (
		(overlaps(grow(a.name, APART), b.name) ? COST.names : 0) +
		(isOn(a.name, b.rule) ? COST.rule : 0) +
		(isOn(b.name, a.rule) ? COST.rule : 0) +
		(a.broad.some((box) => isOn(box, b.broad)) ? COST.crossing : 0)
	);
}

function isOn(name: Rect, rule: Rect[]): boolean {
	return rule.some((box) => overlaps(name, box));
}
