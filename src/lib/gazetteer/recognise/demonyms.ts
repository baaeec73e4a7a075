import type { Gazetteer } from '../create-gazetteer';
import { type Place, nameOf } from '../place';
import { weight } from '../weight';
import type { Lexicon } from './lexicon';
import { foldWord } from './tokens';

/** The place that an adjective or the name of a people belongs to. */
export type Demonyms = (word: string, lang: string) => Place | undefined;

/** Texts repeat their words: so many are looked up once. */
const MOST_WORDS = 50_000;

const ADJECTIVE_ENDING = /(?:e[nrsm]?)?$/;

/** A town that lends its name to its people by -er has at least so many inhabitants, or every `Bauer` would be one. */
const GERMAN_TOWN = 20_000;
const FOREIGN_TOWN = 50_000;

/** Shorter foreign names that lose their e hide in too many German nouns. */
const FOREIGN_BASE = 5;

/** Two towns are both hidden in a German word in -er: Zürich-er, Brem-en. */
const GERMAN_BASES: ((stem: string) => string)[] = [
	(stem) => stem,
	(stem) => `${stem}e`,
	(stem) => `${stem}en`,
];

const OF_TOWN = /er(?:n|s|in|innen)?$/;

export function openDemonyms(gazetteer: Gazetteer, lexicon: Lexicon): Demonyms {
	const words = new Map<string, string>();
	const stems = new Map<string, string>();
	const beginnings = new Map<string, string>();
	const nouns = lexicon.words('de').notPeople;
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
		if (!/^\p{Lu}/u.test(word) || !OF_TOWN.test(folded) || nouns.has(folded)) return undefined;
		const base = folded.replace(OF_TOWN, '');
		if (base.length < 3 || nouns.has(`${base}er`)) return undefined;
		for (const complete of GERMAN_BASES) {
			const place = townOf(gazetteer, complete(base), base);
			if (place) return place.id;
		}
		return undefined;
	}

	function russian(folded: string): string | undefined {
		for (let length = folded.length; length >= 3; length--) {
			const id = beginnings.get(folded.slice(0, length));
			if (id && isRussianForm(folded.slice(0, length), folded.slice(length))) return id;
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

/** Of nouns and adjectives, folded, which makes й an и; without them чехол would be a Czech. */
const RUSSIAN_ENDING =
	/^(?:[аеуыи]|[оеы][ми]|ов|ев|ами?|ах|ин(?:[аеуы]|ом)?|[ыи][имхе]|[ыи]ми|ого|ому|ая|ую|ою|ое)?$/;
const RUSSIAN_WOMAN = /^к(?:[аиеу]|ои|ам|ами|ах)$/;

function isRussianForm(stem: string, ending: string): boolean {
	if (RUSSIAN_WOMAN.test(ending)) return /(?:[ая]н|швед|серб|румын)$/.test(stem);
	return RUSSIAN_ENDING.test(ending) && (ending !== '' || !stem.endsWith('ск'));
}

/** The town that its people are called by: the largest of those that bear the plain name, Frankfurt am Main before Frankfurt (Oder). */
function townOf(gazetteer: Gazetteer, name: string, base: string): Place | undefined {
	const towns = gazetteer.names.get(name)?.filter(({ place, languages }) => {
		const { kind, population, country } = place;
		if (kind !== 'city') return false;
		if (/^(?:DE|AT|CH)$/.test(country ?? ''))
			return population >= GERMAN_TOWN && foldWord(nameOf(place, 'de')).startsWith(name);
		const isWhole = name === base || (name === `${base}e` && base.length >= FOREIGN_BASE);
		return isWhole && languages.includes('de') && isLarge(place);
	});
	return towns?.map(({ place }) => place).sort((a, b) => weight(b) - weight(a))[0];
}

/** The largest town of this name. */
function cityNamed(gazetteer: Gazetteer, name: string): Place | undefined {
	return gazetteer.names
		.get(foldWord(name))
		?.map(({ place }) => place)
		.filter((place) => place.kind === 'city' && isLarge(place))
		.sort((a, b) => weight(b) - weight(a))[0];
}

function isLarge({ population, capital }: Place): boolean {
	return population >= FOREIGN_TOWN || capital === 'country';
}

function list(text: string): string[] {
	return text.split(' ').filter(Boolean);
}
