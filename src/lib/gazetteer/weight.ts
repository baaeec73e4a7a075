import type { Place } from './place';

/** Two places whose weights differ by less are both what a reader may think of: a factor of five in inhabitants. */
export const COMPARABLE = 0.7;

/** A province with this rank or a lower one is as well known as a country: the states of the USA, of Brazil, of India. */
const PROMINENT_PROVINCE = 4;

/** Capitals of fewer inhabitants, mostly of islands and territories, are not better known than large towns. */
const SMALL_CAPITAL = 20_000;

/**
 * How likely a writer means this place when several share a name: countries before regions, provinces and towns.
 * The unit is the logarithm of a town's inhabitants, so a town of a million weighs 6.
 */
export function weight(place: Place): number {
	switch (place.kind) {
		case 'country':
			return 9.5;
		case 'continent':
		case 'region':
		case 'organisation':
			return 9.3;
		case 'province':
			return place.rank <= PROMINENT_PROVINCE ? 9 : 7.5 - 0.2 * place.rank;
		case 'district':
			return 6.6 - 0.2 * place.rank;
		case 'sea':
			return 7.5;
		case 'river':
			return 7.3 - 0.15 * place.rank;
		case 'island':
			return 7 - 0.2 * place.rank;
		case 'mountain':
			return 6.8 - 0.2 * place.rank;
		case 'poi':
			return 6.2 - 0.2 * place.rank;
		case 'city':
			return cityWeight(place);
	}
}

function cityWeight({ rank, capital, population }: Place): number {
	if (rank === 0) return 9.2;
	const size = Math.log10(Math.max(population, 1000));
	if (capital !== 'country') return size;
	return Math.max(size + 1, population < SMALL_CAPITAL ? 5.5 : 6.5);
}
