import { spellings } from './fold';
import type { Place } from './place';

/** The languages of the gazetteer; the bit of each in a row's letter is its place in this list. */
export const LANGUAGES = ['de', 'en', 'zh', 'ru'] as const;

/** `Kyiv (city)` is also called `Kyiv`, and `Kongo (Republik)` just `Kongo`. */
const BRACKETED = /\s*\([^)]*\)$/;

/** A name of a place; the bit of its language, or 0 for an alias. */
export interface WrittenName {
	name: string;
	bit: number;
}

/** All names of a place, those in its languages first. */
export function namesOf(place: Place): WrittenName[] {
	const names = Object.entries(place.names).map(([language, name]) => {
		const index = (LANGUAGES as readonly string[]).indexOf(language);
		return { name, bit: index < 0 ? 0 : 1 << index };
	});
	const aliases = place.aliases.map((name) => ({ name, bit: 0 }));
	const bracketed = [...names, ...(place.kind === 'country' ? aliases : [])]
		.filter(({ name }) => BRACKETED.test(name))
		.map(({ name, bit }) => ({ name: name.replace(BRACKETED, ''), bit }));
	return [...names, ...aliases, ...bracketed];
}

/**
 * The table of names, `geodata/built/names.tsv`: one line for each folded spelling, sorted by code units. After a tab stand
 * the rows of the places that have it, each a number in base 36 and a capital letter: `A` for an alias, else `A` plus
 * the bits of the languages whose name it is. `harbin⇥5kP`
 */
export function writeNames(places: Iterable<Place>): string {
	const index = new Map<string, Map<number, number>>();
	let row = 0;
	for (const place of places) {
		for (const { name, bit } of namesOf(place))
			for (const spelling of spellings(name)) {
				if (!spelling) continue;
				const rows = index.get(spelling) ?? new Map<number, number>();
				rows.set(row, (rows.get(row) ?? 0) | bit);
				index.set(spelling, rows);
			}
		row++;
	}
	const lines = [...index.keys()].sort().map((spelling) => `${spelling}\t${writeRows(index.get(spelling)!)}`);
	return ['name\trows', ...lines, ''].join('\n');
}

function writeRows(rows: Map<number, number>): string {
	return [...rows].map(([row, bits]) => row.toString(36) + String.fromCharCode(65 + bits)).join('');
}
