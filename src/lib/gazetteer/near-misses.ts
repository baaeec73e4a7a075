import { editDistance, tolerance } from './edit-distance';
import { spellings } from './fold';
import type { Match, NameTable } from './name-table';
import type { Place } from './place';
import { weight } from './weight';

/** `Frankfurt` for `Frankfurt am Main`, `Korea` for `South Korea`: a word left out is likelier than a slip of the finger. */
const WORD_LEFT_OUT = 0.9;

/** A wrong first letter is rarer than a wrong letter further on. */
const FIRST_LETTER = 0.5;

/** Few writers mean an alias, unless nothing else comes near. */
const ALIAS = 0.5;

/** A name in another language is as near as one in the writer's own that is a quarter of a letter further off. */
const FOREIGN = 0.25;

/** What lies outside the country or province that was written with the name (`Harbn, China`) is rarely meant. */
const ELSEWHERE = 1;

export interface NearMissOptions {
	/** The language of the text. */
	lang: string;
	/** Whether a place lies where the writer says that it does. */
	fits?: (place: Place) => boolean;
	count?: number;
}

/** The places whose names come nearest to what was written, best first, each place once. */
export function nearMisses(
	written: string,
	names: NameTable,
	{ lang, fits = () => true, count = 3 }: NearMissOptions,
): Match[] {
	const best = new Map<string, { match: Match; distance: number }>();
	for (const word of spellings(written)) {
		const most = tolerance(word);
		for (const name of names.keys()) {
			const distance = wordDistance(word, name, most);
			if (distance === Infinity) continue;
			for (const match of names.get(name) ?? []) {
				const total = distance + strangeness(match, lang) + (fits(match.place) ? 0 : ELSEWHERE);
				const known = best.get(match.place.id);
				if (!known || total < known.distance) best.set(match.place.id, { match, distance: total });
			}
		}
	}
	const found = [...best.values()];
	const nearest = Math.min(...found.map(({ distance }) => distance));
	return found
		.filter(({ distance }) => distance < nearest + ALIAS)
		.sort((a, b) => a.distance - b.distance || weight(b.match.place) - weight(a.match.place))
		.map(({ match }) => match)
		.filter(({ name }, index, all) => all.findIndex((other) => other.name === name) === index)
		.slice(0, count);
}

function strangeness({ languages }: Match, lang: string): number {
	if (!languages.length) return ALIAS;
	return languages.includes(lang) ? 0 : FOREIGN;
}

function wordDistance(word: string, name: string, most: number): number {
	if (word.length >= 4 && (name.startsWith(`${word} `) || name.endsWith(` ${word}`))) return WORD_LEFT_OUT;
	const distance = editDistance(word, name, most);
	if (distance >= word.length) return Infinity;
	return word[0] === name[0] ? distance : distance + FIRST_LETTER;
}
