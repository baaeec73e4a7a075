import { contextBonus } from './context-bonus';
import type { Match } from './name-table';
import { isArea, type Place } from './place';
import { COMPARABLE, weight } from './weight';

/** Whether a name is wanted for a point (a place to mark, a dateline) or for an area (to highlight). */
export type Preference = 'point' | 'area';

/** What an alias, or a name in another language, weighs less than the name in the story's own. */
const FOREIGN = 0.3;
const ALIAS = 0.7;

/** What a province weighs less than a city where a point is wanted: Washington is a city before it is a state. */
const AREA_AS_POINT = 1.5;

/** A city of so many inhabitants counts there; the village of Georgia in Vermont does not. */
const LEAST_CITY = 100_000;

/** Provinces from this rank on, which maps name last, are less known than their towns: Beyla in Guinea. */
const LITTLE_KNOWN = 8;

/** Of all places with one name, those that a writer may mean, the likeliest first. One, if there is no doubt. */
export function choose(
	matches: readonly Match[],
	lang: string,
	prefer: Preference,
	context: readonly Place[] = [],
): Match[] {
	const eligible = dropContained(preferKind(matches, prefer), prefer);
	const handicap = prefer === 'point' && eligible.some(({ place }) => isLargeCity(place)) ? AREA_AS_POINT : 0;
	const scored = eligible
		.map((match) => {
			const { place } = match;
			const own = score(match, lang) - (place.kind === 'province' ? handicap : 0);
			return { match, score: own + contextBonus(place, context) };
		})
		.sort((a, b) => b.score - a.score);
	const best = scored[0]?.score ?? 0;
	return scored.filter(({ score }) => best - score < COMPARABLE).map(({ match }) => match);
}

function isLargeCity({ kind, population, capital }: Place): boolean {
	return kind === 'city' && (population >= LEAST_CITY || capital !== undefined);
}

function preferKind(matches: readonly Match[], prefer: Preference): readonly Match[] {
	if (prefer === 'point') return matches;
	const areas = matches.filter(({ place }) => isArea(place));
	return areas.length ? areas : matches;
}

/**
 * Beijing the city and Beijing the municipality are no two answers, nor are Mexico and its state of that name, or Crete
 * the region and Crete the island.
 */
function dropContained(matches: readonly Match[], prefer: Preference): Match[] {
	return matches.filter(({ place, languages }) => {
		if (place.kind === 'province' && matches.some((other) => other.place.id === place.country)) return false;
		if (isArea(place))
			return !matches.some(
				(other) =>
					other.place.kind === 'city' &&
					isIn(other.place, place) &&
					givesWay(place, other.place, other.languages, prefer),
			);
		return !matches.some(
			(other) =>
				isArea(other.place) && isIn(place, other.place) && !givesWay(other.place, place, languages, prefer),
		);
	});
}

/**
 * A province gives way to its city of the same name, a country only to a city that has the very name, and no alias. Small
 * towns are no match for them: Brandenburg is the state, and Colombia no town in Colombia.
 */
function givesWay(area: Place, other: Place, itsNameIn: string[], prefer: Preference): boolean {
	if (prefer === 'area' || other.kind !== 'city') return false;
	if (area.kind === 'province') return isLargeCity(other) || area.rank >= LITTLE_KNOWN;
	return isLargeCity(other) && itsNameIn.length > 0;
}

function isIn(place: Place, area: Place): boolean {
	return place.parent === area.id || place.country === area.id;
}

function score({ place, languages }: Match, lang: string): number {
	return weight(place) - (languages.includes(lang) ? 0 : languages.length ? FOREIGN : ALIAS);
}
