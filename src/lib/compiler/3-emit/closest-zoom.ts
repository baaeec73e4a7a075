import { hasFrame, isArea, type Place } from '#lib/gazetteer/index.ts';
import type { LonLat } from '#lib/story/index.ts';
import type { Target } from '../2-resolve/resolve-place';

/**
 * How close a map is shown by itself (Web Mercator zooms), by what must be seen. The archive ends at zoom 6: provinces, towns and rivers are
 * what gives a place its surroundings. Those of a large city lie far apart, those of a small town near.
 */
const CLOSEST = { metropolis: 5.2, city: 5.6, spot: 6, places: 6, area: 6.5 };

/** Inhabitants. */
const METROPOLIS = 1_000_000;
const CITY = 100_000;

/** From here on the world in the box has nothing more to show: its coasts and rivers are drawn for zoom 6, and streets there are none. */
export const CLOSEST_SHOWN = 7;

/**
 * @param targets what must be seen
 * @param hasLines whether borders or lines of the author's own count among it
 */
export function closestZoom(targets: Target[], focus: LonLat[], hasLines: boolean): number {
	if (hasLines || targets.some(({ place }) => place && (isArea(place) || hasFrame(place))))
		return CLOSEST.area;
	return focus.length > 1 ? CLOSEST.places : CLOSEST[targets[0] ? sizeOf(targets[0].place) : 'metropolis'];
}

/** Points of the author's own are taken for spots, like landmarks and mountains. */
function sizeOf(place: Place | undefined): 'metropolis' | 'city' | 'spot' {
	if (place?.kind !== 'city') return 'spot';
	if (place.capital === 'country' || place.population >= METROPOLIS) return 'metropolis';
	return place.population >= CITY ? 'city' : 'spot';
}
