import { distanceKm } from '#lib/geo/index.ts';
import type { Place } from './place';

/** What a place gains in weight when the story names it beyond doubt elsewhere: `Georgia, US` settles `Georgia`. */
const NAMED = 1.5;

/** What it gains when the story names another place of its country. */
const SAME_COUNTRY = 1;

/** What it gains when the story names its country alone. */
const COUNTRY_ALONE = 0.6;

/** What it gains besides when another place lies in its province, and when one is near. */
const SAME_PROVINCE = 1.2;
const NEAR = 0.5;

/** As far as a day's drive, in kilometres. */
const NEARBY = 300;

/** How much likelier a place is meant in a story that names these others; in the unit of `weight`. */
export function contextBonus(place: Place, context: readonly Place[]): number {
	return context.reduce((best, other) => Math.max(best, bonus(place, other)), 0);
}

function bonus(place: Place, other: Place): number {
	if (place.id === other.id) return NAMED;
	if (!place.country || place.country !== other.country) return 0;
	if (other.kind === 'country') return COUNTRY_ALONE;
	const shares = place.parent === other.id || other.parent === place.id || isSameProvince(place, other);
	if (shares) return SAME_COUNTRY + SAME_PROVINCE;
	return SAME_COUNTRY + (distanceKm(place.at, other.at) < NEARBY ? NEAR : 0);
}

function isSameProvince(place: Place, other: Place): boolean {
	return place.parent !== undefined && place.parent === other.parent && place.parent !== place.country;
}
