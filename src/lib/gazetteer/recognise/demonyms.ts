import type { Gazetteer } from '../create-gazetteer';
import type { Place } from '../place';
import { weight } from '../weight';
import type { Lexicon } from './lexicon';
import { foldWord } from './tokens';

/** The place that an adjective or the name of a people belongs to. */
export type Demonyms = (word: string, lang: string) => Place | undefined;

/** Texts repeat their words: so many are looked up once. */
const MOST_WORDS = 50_000;

const ADJECTIVE_ENDING = /(?:e[nrsm]?)?$/;

/** Endings of Russian adjectives and nouns. */
const RUSSIAN_ENDING = 4;

/** A town that lends its name to its people by -er has at least so many inhabitants, or every `Bauer` would be one. */
const GERMAN_TOWN = 50_000;

/** Two towns are both hidden in a German word in -er: Zürich-er, Brem-en. */
const GERMAN_BASES: ((stem: string) => string)[] = [
	(stem) => stem,
	(stem) => `${stem}e`,
	(stem) => `${stem}en`,
];

const NOT_OF_TOWNS = /^(?:sieger|hamburger|bauer|berger|kieler|feldner|halter|ulmer|hager)$/;

export function openDemonyms(gazetteer: Gazetteer, lexicon: Lexicon): Demonyms {
	const words = new Map<string, string>();
	const stems = new Map<string, string>();
	const beginnings = new Map<string, string>();
	for (const [key, { en = '', de = '', ru = '' }] of Object.entries(lexicon.demonyms)) {
		const id = key.startsWith('city:') ? cityNamed(gazetteer, key.slice(5))?.id : key;
		if (!id || !gazetteer.byId(id)) continue;
		for (const word of list(en)) {
			words.set(`en ${foldWord(word)}`, id);
			words.set(`en ${foldWord(word)}s`, id);
		}
		for (const word of list(de)) {
			if (/sch$/.test(word)) stems.set(foldWord(word), id);
			else for (const form of germanForms(word)) words.set(`de ${foldWord(form)}`, id);
		}
		for (const word of list(ru)) beginnings.set(foldWord(word), id);
	}

	function german(folded: string, word: string): string | undefined {
		const stem = folded.replace(ADJECTIVE_ENDING, '');
		const ofStem = stems.get(stem) ?? stems.get(folded);
		if (ofStem) return ofStem;
		if (!/^\p{Lu}/u.test(word) || !/er(?:n|s|in|innen)?$/.test(folded) || NOT_OF_TOWNS.test(folded))
			return undefined;
		const base = folded.replace(/er(?:n|s|in|innen)?$/, '');
		if (base.length < 3) return undefined;
		for (const complete of GERMAN_BASES) {
			const place = cityNamed(gazetteer, complete(base), 'de');
			if (place) return place.id;
		}
		return undefined;
	}

	function russian(folded: string): string | undefined {
		for (let length = folded.length; length >= 3 && length >= folded.length - RUSSIAN_ENDING; length--) {
			const id = beginnings.get(folded.slice(0, length));
			if (id) return id;
		}
		return undefined;
	}

	const known = new Map<string, Place | undefined>();

	function find(word: string, lang: string): Place | undefined {
		const folded = foldWord(word);
		let id = words.get(`${lang} ${folded}`);
		if (!id && lang === 'de') id = german(folded, word);
		if (!id && lang === 'ru') id = russian(folded);
		return id ? gazetteer.byId(id) : undefined;
	}

	return (word, lang) => {
		const key = `${lang}${word}`;
		if (known.has(key)) return known.get(key);
		if (known.size > MOST_WORDS) known.clear();
		const place = find(word, lang);
		known.set(key, place);
		return place;
	};
}

function germanForms(word: string): string[] {
	if (word.endsWith('er')) return [word, `${word}n`, `${word}s`, `${word}in`, `${word}innen`];
	if (!word.endsWith('e')) return [word];
	const stem = word.slice(0, -1);
	return [word, `${word}n`, `${stem}in`, `${stem}innen`];
}

/** The largest town of this name. */
function cityNamed(gazetteer: Gazetteer, name: string, lang = 'en'): Place | undefined {
	return gazetteer.names
		.get(foldWord(name))
		?.filter(({ place, languages }) => place.kind === 'city' && (lang === 'en' || languages.includes(lang)))
		.map(({ place }) => place)
		.filter(
			({ population, capital, country }) =>
				population >= GERMAN_TOWN ||
				capital === 'country' ||
				(population > 15_000 && /^(?:DE|AT|CH)$/.test(country ?? '')),
		)
		.sort((a, b) => weight(b) - weight(a))[0];
}

function list(text: string): string[] {
	return text.split(' ').filter(Boolean);
}
