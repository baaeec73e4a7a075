import { fold } from '../fold';

type ByLanguage = Record<string, string>;

/** `geodata/built/lexicon.json`: lists of words between spaces, by language. */
export interface LexiconFile {
	/** By place: words (en), stems and nouns (de), beginnings of words (ru). */
	demonyms: Record<string, ByLanguage>;
	firstNames: string;
	placeFirstNames: string;
	titles: { before: ByLanguage; after: ByLanguage };
	organisations: { tails: ByLanguage; heads: ByLanguage; of: ByLanguage };
	collisions: { never: ByLanguage; locative: ByLanguage; surnames: ByLanguage; people: ByLanguage };
	functionWords: ByLanguage;
	languages: ByLanguage;
	locators: {
		kinds: ByLanguage;
		strong: ByLanguage;
		direction: ByLanguage;
		weak: ByLanguage;
		articled: ByLanguage;
		sport: ByLanguage;
	};
}

/** What is known of the words of one language. Words of sentences in lower case, words of names as they are written. */
export interface Words {
	titlesBefore: ReadonlySet<string>;
	titlesAfter: ReadonlySet<string>;
	tails: ReadonlySet<string>;
	heads: ReadonlySet<string>;
	of: ReadonlySet<string>;
	/** Folded, as the following two are. */
	never: ReadonlySet<string>;
	locative: ReadonlySet<string>;
	surnames: ReadonlySet<string>;
	/** Folded words that look like a town's people, and are none. */
	notPeople: ReadonlySet<string>;
	functionWords: ReadonlySet<string>;
	kinds: ReadonlySet<string>;
	strong: ReadonlySet<string>;
	direction: ReadonlySet<string>;
	weak: ReadonlySet<string>;
	articled: ReadonlySet<string>;
	sport: ReadonlySet<string>;
	/** Whether only names are capitalised. */
	isEnglish: boolean;
}

export interface Lexicon {
	words(lang: string): Words;
	firstNames: ReadonlySet<string>;
	/** First names that are places above all. */
	placeFirstNames: ReadonlySet<string>;
	/** The languages that have a word among their commonest. */
	stopWords: ReadonlyMap<string, string[]>;
	demonyms: Record<string, ByLanguage>;
	/** Surnames that are places, of all languages, folded. */
	surnames: ReadonlySet<string>;
}

/** Months and days are capitalised in English, and are parts of no name. */
const CALENDAR =
	'january february march april may june july august september october november december jan feb mar apr jun jul aug sept sep oct nov dec monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun';

export function readLexicon(file: LexiconFile): Lexicon {
	const cache = new Map<string, Words>();
	const stopWords = new Map<string, string[]>();
	for (const [language, text] of Object.entries(file.languages))
		for (const word of list(text)) stopWords.set(word, [...(stopWords.get(word) ?? []), language]);

	function words(lang: string): Words {
		let known = cache.get(lang);
		if (!known) cache.set(lang, (known = readWords(file, lang)));
		return known;
	}

	return {
		words,
		stopWords,
		firstNames: new Set(list(file.firstNames)),
		placeFirstNames: new Set(list(file.placeFirstNames)),
		demonyms: file.demonyms,
		surnames: new Set(Object.values(file.collisions.surnames).flatMap((text) => list(text).map(fold))),
	};
}

function readWords(file: LexiconFile, lang: string): Words {
	const { titles, organisations, collisions, locators } = file;
	const asWritten = (lists: ByLanguage) => new Set(list(lists[lang]));
	const folded = (lists: ByLanguage) => new Set(list(lists[lang]).map(fold));
	const both = (lists: ByLanguage) => new Set([...list(lists[lang]), ...list(lists.en)]);
	return {
		titlesBefore: both(titles.before),
		titlesAfter: both(titles.after),
		tails: lang === 'de' ? asWritten(organisations.tails) : both(organisations.tails),
		heads: both(organisations.heads),
		of: asWritten(organisations.of),
		never: folded(collisions.never),
		locative: folded(collisions.locative),
		surnames: folded(collisions.surnames),
		notPeople: folded(collisions.people),
		functionWords: new Set([...list(file.functionWords[lang]), ...(lang === 'en' ? list(CALENDAR) : [])]),
		kinds: asWritten(locators.kinds),
		strong: asWritten(locators.strong),
		direction: asWritten(locators.direction),
		weak: asWritten(locators.weak),
		articled: asWritten(locators.articled),
		sport: asWritten(locators.sport),
		isEnglish: lang === 'en',
	};
}

function list(text = ''): string[] {
	return text.split(' ').filter(Boolean);
}
