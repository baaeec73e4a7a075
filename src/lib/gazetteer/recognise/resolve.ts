import { distanceKm } from '#lib/geo/index.ts';
import { isNation } from './of-name';
import { isArea, type Place } from '../place';
import type { Match } from '../name-table';
import { weight } from '../weight';

/** A place that a name may mean, and how well it fits; in the unit of `weight`. */
export interface Sense {
	match: Match;
	score: number;
}

/** What the text says of a name beyond the name itself. */
export interface Hint {
	/** Places that it is said to lie in: Paris, Texas. */
	within?: readonly Place[];
	/** A word of kind stands before it: Bundesstaat Washington, province of Luxembourg. */
	kind?: 'city' | 'province' | 'district' | 'country' | 'island' | 'river';
}

/** Places that the text names around a name, and how much each counts. */
export type Context = readonly { place: Place; weight: number }[];

/** England weighs what other countries weigh. */
const NATION = 9.4;

/** So many places of one name are weighed; where the text says in which area, all of them. */
const MOST = 12;

const FOREIGN = 1.2;
const ALIAS = 0.7;

/** In English, of which the gazetteer has most names, a town's alias is an old or a rare one. */
const TOWN_ALIAS = 1.6;

/** Metropolises are written about more than their inhabitants explain. */
const METROPOLIS = 0.5;
const MILLION = 1_000_000;

/** A name that is a state's and its city's (New York, Washington) is the city's; but Wyoming is no town in Michigan. */
const CITY_BEFORE_STATE = 2.4;
const LARGE_CITY = 5;

/** A province that is no better known than its towns. */
const PROVINCE = 0.8;
const PROMINENT_PROVINCE = 4;

/** The Red Sea is the sea before it is the governorate. */
const SEA = 1.5;

const WITHIN = 6;
const KIND = 3;

/** Countries whose newspapers write in a language name their own small towns. */
const HOME: Record<string, Record<string, number>> = {
	de: { DE: 0.8, AT: 0.5, CH: 0.5 },
	en: { US: 0.3, GB: 0.4, CA: 0.2, AU: 0.2, IE: 0.1 },
	ru: { RU: 0.6, UA: 0.2, BY: 0.2 },
	zh: { CN: 0.8, TW: 0.3 },
	fr: { FR: 0.8 },
	es: { ES: 0.6, MX: 0.3, AR: 0.2 },
	it: { IT: 0.8 },
};

const SAME_COUNTRY = 1.3;
const SAME_PROVINCE = 0.9;

/** Dozens of counties are called alike: the state tells them apart. */
const COUNTY_IN_STATE = 2.6;
const NEAR = 0.5;

/** Its country or province is named close by, as `recognise` weighs that. */
const SAID = 0.6;
const CLOSE = 2;
const NEARBY_KM = 250;

/** All senses of a name, the likeliest first. */
export function sensesOf(matches: readonly Match[], lang: string, hint: Hint, context: Context): Sense[] {
	const hasCity = matches.some(({ place }) => place.kind === 'city' && weight(place) >= LARGE_CITY);
	const isDistrict = matches.every(({ place }) => place.kind === 'district');
	const likely =
		matches.length > MOST && !isDistrict
			? [...matches].sort((a, b) => weight(b.place) - weight(a.place)).slice(0, MOST)
			: matches;
	return (hint.within?.length ? matches : likely)
		.map((match) => ({ match, score: scoreOf(match, lang, hint, context, hasCity) }))
		.sort((a, b) => b.score - a.score || (a.match.place.id < b.match.place.id ? -1 : 1));
}

function scoreOf(match: Match, lang: string, hint: Hint, context: Context, hasCity: boolean): number {
	const { place, languages } = match;
	let score = isNation(place) ? NATION : weight(place);
	if (!languages.includes(lang))
		score -= languages.length ? FOREIGN : place.kind === 'city' && lang === 'en' ? TOWN_ALIAS : ALIAS;
	if (place.population >= MILLION && place.kind === 'city') score += METROPOLIS;
	if (place.kind === 'city') score += HOME[lang]?.[place.country ?? ''] ?? 0;
	if (place.kind === 'province' && !isNation(place) && hint.kind !== 'province') {
		if (hasCity) score -= CITY_BEFORE_STATE;
		if (place.rank > PROMINENT_PROVINCE) score -= PROVINCE;
	}
	if (place.kind === 'sea') score += SEA;
	if (hint.kind && hint.kind === place.kind) score += KIND;
	if (hint.within?.some((area) => liesIn(place, area))) score += WITHIN;
	return score + contextBonus(place, context);
}

/** Whether a place is a part of an area, as far as the gazetteer tells. */
export function liesIn(place: Place, area: Place): boolean {
	if (place === area || !isArea(area)) return false;
	return (
		place.parent === area.id ||
		place.country === area.id ||
		area.members?.includes(place.country ?? '') === true
	);
}

function contextBonus(place: Place, context: Context): number {
	if (!context.length || !place.country) return 0;
	let country = 0;
	let isSaid = false;
	let province = 0;
	let near = 0;
	let all = 0;
	for (const { place: other, weight: count } of context) {
		if (!other.country) continue;
		all += count;
		if (other.country !== place.country) continue;
		country += count;
		if (count > CLOSE && (other.id === place.country || other.id === place.parent)) isSaid = true;
		if (other.kind === 'country') continue;
		if (
			!province &&
			other !== place &&
			(other.id === place.parent ||
				other.parent === place.id ||
				(other.parent !== undefined && other.parent !== other.country && other.parent === place.parent))
		)
			province = 1;
		if (!near && other !== place && distanceKm(place.at, other.at) < NEARBY_KM) near = 1;
	}
	if (!all) return 0;
	return (
		(isSaid ? SAID : 0) +
		SAME_COUNTRY * Math.min(1, (2 * country) / all) +
		(place.kind === 'district' ? COUNTY_IN_STATE : SAME_PROVINCE) * province +
		NEAR * near
	);
}
