/** A city of at least this population has the rank of its place in the list, counted from 1. */
const CITY_STEPS = [10e6, 5e6, 2e6, 1e6, 500e3, 250e3, 100e3, 50e3, 15e3];

/** Importance of a city's label: 0 for the capitals of the world, 10 for a small town. */
export function cityRank({ population, capital, world, ownRank }) {
	if (ownRank !== undefined) return ownRank;
	if (world) return 0;
	const step = CITY_STEPS.findIndex((least) => population >= least);
	const rank = step < 0 ? 10 : step + 1;
	if (capital === 'country')
		return population < 20_000 ? Math.min(rank, 6) : Math.max(1, Math.min(rank - 2, 3));
	if (capital === 'province' && population >= 200_000) return Math.max(1, rank - 1);
	return rank;
}

/** Area in square degrees on the globe (plane area times the cosine of the latitude) that ranks a country's label. */
const COUNTRY_STEPS = [600, 130, 45, 18, 6, 2, 0.5, 0.05];
/** A country with this many inhabitants is one rank more important than its area says. */
const POPULOUS = 40e6;

export function countryRank(area, population) {
	const step = COUNTRY_STEPS.findIndex((least) => area >= least);
	const rank = step < 0 ? COUNTRY_STEPS.length : step;
	return Math.max(0, population >= POPULOUS ? rank - 1 : rank);
}

/** Natural Earth's `min_label` is the zoom at which a province's name appears. */
export const provinceRank = (minLabel) => Math.max(3, Math.min(10, Math.round(minLabel ?? 10)));
