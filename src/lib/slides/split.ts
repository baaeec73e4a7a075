import type { ElementContent } from 'hast';
import { atomise, type Atoms } from './atoms';
import { slice } from './slice';

export interface SplitOptions {
	lang: string;
	/**
	 * How much of the room for text these blocks fill on the screen where they fill most of it, 1 for all of it; on the first
	 * part or on a further one.
	 */
	filling: (blocks: ElementContent[], first: boolean) => number;
}

/** What cannot be divided further is tried again with blocks divided although they would fit by themselves. */
const SHARES = [1, 0.75, 0.5, 0.25, 0];

/**
 * The text of a step in as few parts as the screens allow, and of all ways to cut it into so many the one that fills them
 * most evenly. At least one part; its blocks are empty if there is no text.
 */
export function split(nodes: ElementContent[], options: SplitOptions): ElementContent[][] {
	const { lang, filling } = options;
	for (const share of SHARES) {
		const tooHigh = (blocks: ElementContent[], first: boolean) => filling(blocks, first) > share;
		const atoms = atomise(nodes, { lang, tooHigh });
		const { bounds, over } = bestBounds(atoms, options);
		if (over > 0 && share !== SHARES.at(-1)) continue;
		return bounds.map((from, index) => slice(atoms, from, bounds[index + 1] ?? atoms.costs.length));
	}
	throw new Error('unreachable');
}

/** The best way to cut what stands before an atom. */
interface Way {
	/** Parts that are too high. */
	over: number;
	parts: number;
	cost: number;
	/** The first atom of the last part. */
	from: number;
}

/** Where the parts begin, and how many of them are too high because they cannot be divided. */
function bestBounds(atoms: Atoms, { filling }: SplitOptions): { bounds: number[]; over: number } {
	const count = atoms.costs.length;
	const ways: (Way | undefined)[] = [{ over: 0, parts: 0, cost: 0, from: 0 }];
	for (let from = 0; from < count; from++) {
		const before = ways[from];
		if (!before) continue;
		let some = false;
		for (let to = from + 1; to <= count; to++) {
			if (to < count && atoms.costs[to] === Infinity) continue;
			const filled = filling(slice(atoms, from, to), from === 0);
			if (filled > 1 && some) break;
			some = true;
			const way: Way = {
				over: before.over + (filled > 1 ? 1 : 0),
				parts: before.parts + 1,
				cost: before.cost + filled ** 2 + (atoms.costs[from] ?? 0),
				from,
			};
			if (isBetter(way, ways[to])) ways[to] = way;
			if (filled > 1) break;
		}
	}
	const bounds: number[] = [];
	for (let to = count; to > 0; to = ways[to]!.from) bounds.unshift(ways[to]!.from);
	return { bounds, over: ways[count]?.over ?? 0 };
}

function isBetter(way: Way, known: Way | undefined): boolean {
	if (!known) return true;
	return (way.over - known.over || way.parts - known.parts || way.cost - known.cost) < 0;
}
