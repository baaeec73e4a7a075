import { spellings } from './fold';
import type { Place } from './place';

/** A place found under a name, and whether that is its name in some language or only an alias. */
export interface Match {
	place: Place;
	/** The name as it is written in the gazetteer. */
	name: string;
	/** The languages whose name it is; empty for an alias. */
	languages: string[];
}

/** Matches by folded name. */
export type NameIndex = Map<string, Match[]>;

/** `Kyiv (city)` is also called `Kyiv`, and `Kongo (Republik)` just `Kongo`. */
const BRACKETED = /\s*\([^)]*\)$/;

/** Lists every place under each spelling of each of its names. */
export function indexNames(places: Iterable<Place>): NameIndex {
	const index: NameIndex = new Map();
	for (const place of places) {
		for (const [language, name] of Object.entries(place.names)) add(index, place, name, language);
		for (const alias of place.aliases) add(index, place, alias);
		const bracketed = [...Object.values(place.names), ...(place.kind === 'country' ? place.aliases : [])];
		for (const name of bracketed) if (BRACKETED.test(name)) add(index, place, name.replace(BRACKETED, ''));
	}
	return index;
}

function add(index: NameIndex, place: Place, name: string, language?: string): void {
	for (const spelling of spellings(name)) {
		if (!spelling) continue;
		const matches = index.get(spelling);
		const known = matches?.find((match) => match.place === place);
		if (known) {
			if (language) known.languages.push(language);
			continue;
		}
		const match = { place, name, languages: language ? [language] : [] };
		if (matches) matches.push(match);
		else index.set(spelling, [match]);
	}
}
