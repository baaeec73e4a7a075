import { spellings } from './fold';
import type { Place } from './place';
import { lineStarts } from './read-places';
import { LANGUAGES, namesOf } from './write-names';

/** A place found under a name, and whether that is its name in some language or only an alias. */
export interface Match {
	place: Place;
	/** The name as it is written in the gazetteer. */
	name: string;
	/** The languages whose name it is; empty for an alias. */
	languages: string[];
}

/** Places by folded name. */
export interface NameTable {
	get(folded: string): readonly Match[] | undefined;
	/** Whether some name is this, or begins with it: a recogniser that walks through a text knows when to stop. */
	startsWith(folded: string): boolean;
	/** The folded names, sorted by code units. */
	keys(): Iterable<string>;
	[Symbol.iterator](): Iterator<readonly [string, readonly Match[]]>;
}

const TAB = 9;

/**
 * Opens a table of names as `writeNames` has written it. Names are found by bisection in the text itself: nothing is built
 * at opening but the list of its lines.
 *
 * @param placeAt the place of a row of `places.tsv`
 */
export function openNames(tsv: string, placeAt: (row: number) => Place): NameTable {
	const starts = Int32Array.from(lineStarts(tsv));
	const size = starts.length - 1;
	const known = new Map<string, Match[]>();

	/** The first line whose name is not before the one sought. */
	function lowerBound(folded: string): number {
		let low = 0;
		let high = size;
		while (low < high) {
			const middle = (low + high) >>> 1;
			if (isBefore(tsv, starts[middle]!, folded)) low = middle + 1;
			else high = middle;
		}
		return low;
	}

	function get(folded: string): readonly Match[] | undefined {
		const found = known.get(folded);
		if (found || !folded) return found;
		const line = lowerBound(folded);
		if (line >= size) return undefined;
		const start = starts[line]!;
		if (tsv.charCodeAt(start + folded.length) !== TAB || !tsv.startsWith(folded, start)) return undefined;
		const matches = matchesIn(tsv.slice(start + folded.length + 1, starts[line + 1]! - 1), folded);
		known.set(folded, matches);
		return matches;
	}

	function matchesIn(rows: string, folded: string): Match[] {
		return [...rows.matchAll(/([0-9a-z]+)([A-P])/g)].map(([, row, letter]) =>
			matchOf(placeAt(parseInt(row!, 36)), letter!.charCodeAt(0) - 65, folded),
		);
	}

	function* keys(): Iterable<string> {
		for (let line = 0; line < size; line++) {
			const start = starts[line]!;
			yield tsv.slice(start, tsv.indexOf('\t', start));
		}
	}

	return {
		get,
		startsWith(folded) {
			const line = lowerBound(folded);
			return line < size && tsv.startsWith(folded, starts[line]);
		},
		keys,
		*[Symbol.iterator]() {
			for (const name of keys()) yield [name, get(name)!] as const;
		},
	};
}

/** Several tables as one. The matches of earlier tables come first. */
export function joinTables(tables: readonly NameTable[]): NameTable {
	function get(folded: string): readonly Match[] | undefined {
		const found = tables.map((table) => table.get(folded)).filter((matches) => matches !== undefined);
		return found.length > 1 ? found.flat() : found[0];
	}

	function* keys(): Iterable<string> {
		const [first, ...others] = tables;
		if (first) yield* first.keys();
		for (const [index, table] of others.entries())
			for (const name of table.keys())
				if (!tables.slice(0, index + 1).some((earlier) => earlier.get(name))) yield name;
	}

	return {
		get,
		startsWith: (folded) => tables.some((table) => table.startsWith(folded)),
		keys,
		*[Symbol.iterator]() {
			for (const name of keys()) yield [name, get(name)!] as const;
		},
	};
}

/** Whether the line at `start` begins with a name that sorts before `folded`. */
function isBefore(tsv: string, start: number, folded: string): boolean {
	for (let i = 0; i < folded.length; i++) {
		const difference = tsv.charCodeAt(start + i) - folded.charCodeAt(i);
		if (difference !== 0) return difference < 0;
	}
	return false;
}

function matchOf(place: Place, bits: number, folded: string): Match {
	const written = namesOf(place).find(({ name, bit }) => {
		return (bits === 0 || (bit & bits) !== 0) && spellings(name).includes(folded);
	});
	const languages = LANGUAGES.filter((_, index) => bits & (1 << index));
	return { place, name: written?.name ?? folded, languages };
}
