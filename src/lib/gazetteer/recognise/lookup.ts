import type { Match, NameTable } from '../name-table';

/** What the gazetteer has under a folded name. */
export interface Known {
	/** Whether some name is this, or begins with it. */
	begins: boolean;
	matches: readonly Match[] | undefined;
}

export type Lookup = (folded: string) => Known;

/** Texts repeat their words: so many are looked up once. */
const MOST = 60_000;

const NOTHING: Known = { begins: false, matches: undefined };

const lookups = new WeakMap<NameTable, Lookup>();

/** A table of names that remembers what it has been asked, misses above all. */
export function lookupIn(names: NameTable): Lookup {
	let lookup = lookups.get(names);
	if (!lookup) lookups.set(names, (lookup = remembering(names)));
	return lookup;
}

function remembering(names: NameTable): Lookup {
	const asked = new Map<string, Known>();
	return (folded) => {
		let known = asked.get(folded);
		if (!known) {
			if (asked.size > MOST) asked.clear();
			known = names.startsWith(folded) ? { begins: true, matches: names.get(folded) } : NOTHING;
			asked.set(folded, known);
		}
		return known;
	};
}
