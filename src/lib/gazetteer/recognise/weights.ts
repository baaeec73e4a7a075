/**
 * What each sign adds to the log-odds that words name a place, in the order in which they are looked for. Set by hand on own texts of
 * news: what alone decides weighs 4, what merely speaks for or against it 1.
 */
export const WEIGHTS = {
	/** Before anything is known: half of the words that the gazetteer has mean something else. */
	bias: -0.6,

	// How well known it is.
	country: 3,
	continent: 3,
	region: 2.4,
	prominentProvince: 2.4,
	province: 1.2,
	/** Counties, departments, landscapes. */
	district: 0.6,
	/** Its name says what it is: Los Angeles County, Vogelsbergkreis. */
	namedKind: 2,
	sea: 2.2,
	river: 0.8,
	/** The Amazon is a river; Amazon is not. */
	bareRiver: -1.8,
	island: 1,
	mountain: 0.8,
	poi: 1.8,
	metropolis: 2.6,
	largeCity: 1.7,
	city: 1,
	town: 0.3,
	smallTown: -0.5,
	village: -1,
	/** A town of a country whose newspapers write in this language. */
	ownTown: 0.6,
	/** Names of several words are rarely anything else. */
	severalWords: 1.2,
	foreignName: -1.6,
	alias: -0.6,
	isPart: -0.6,

	// What stands before it.
	strongPreposition: 2.3,
	direction: 1.3,
	weakPreposition: 0.6,
	kindWord: 2.6,
	articled: 1.3,
	article: -2.4,
	firstName: -5,
	placeFirstName: -3.2,
	title: -4,
	initial: -4,
	particle: -1.5,
	unknownCapitalBefore: -2.4,
	organisationHead: -4.5,
	organisationOf: -4.5,
	unknownOf: -1.2,

	// What stands after it.
	qualifier: 3,
	isQualifier: 3,
	role: 1,
	based: 2.5,
	tail: -6,
	disease: -6,
	/** The text calls a disease by this name. */
	diseaseElsewhere: -3.2,
	unknownCapitalAfter: -3.2,
	kindWordAfter: 1.8,
	/** Ukraine-Krise, Russia-backed: as good as an adjective. */
	prefixed: -0.3,
	personVerb: -1,
	aged: -2.6,

	// The line.
	dateline: 4.5,
	/** In front of a report, before a full stop or a dash. */
	head: 2.3,
	quoted: -3.2,
	capitals: -0.8,
	/** DIR, ROM, OS: short, in capitals, and no name that is written so. */
	acronym: -4,
	teamInSport: -3,
	teamVerb: -2.6,
	inResults: -4.5,

	// The word.
	never: -6,
	locativeOnly: -2.6,
	/** The same word where it is likelier a place: after `between`, or with a capital within an English sentence. */
	rarelyLocative: -0.9,
	surname: -1.3,
	isFirstName: -2.6,
	seenInLowerCase: -2,

	// The rest of the text.
	knownPerson: -3.2,
	/** A known person's name where a place is expected: from Jordan. */
	knownPersonLocated: -1.4,
	listed: 1.2,
	/** The preposition before the first of a row counts for all: in Berlin, Hamburg und Köln. */
	inherited: 2,
	sameName: 1.4,
	inNamedCountry: 0.9,
} as const;

export type Sign = keyof typeof WEIGHTS;

/** The chance that a sum of weights stands for, 0 to 1. */
export function chanceOf(score: number): number {
	return 1 / (1 + Math.exp(-score));
}

export function sum(signs: readonly Sign[]): number {
	return signs.reduce((total, sign) => total + WEIGHTS[sign], 0);
}

const LOCATING = new Set<Sign>([
	'strongPreposition',
	'inherited',
	'head',
	'kindWord',
	'qualifier',
	'isQualifier',
	'dateline',
	'based',
	'articled',
]);
const EXCLUDING = new Set((Object.keys(WEIGHTS) as Sign[]).filter((sign) => WEIGHTS[sign] <= -2));

/** Signs that only a place has. */
export function isLocating(sign: Sign): boolean {
	return LOCATING.has(sign);
}

/** Prepositions and articles. */
export function isLeading(sign: Sign): boolean {
	return isLocating(sign) || sign === 'direction';
}

/** Signs that only something else has. */
export function isExcluding(sign: Sign): boolean {
	return EXCLUDING.has(sign);
}
