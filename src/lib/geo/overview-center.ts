import type { LonLat } from '#lib/story/index.ts';
import { enclosingCap } from './enclosing-cap';
import { wrapLongitude } from './sphere';

/** Degrees between the globes that locators are drawn on. */
const GRID = { lon: 30, lat: 15 };

/** How much nearer to the equator than its place a locator looks: as globes on desks do, which show continents as one knows them. */
const TOWARDS_EQUATOR = 0.6;

/**
 * Where a small globe is looked at on which the place of a focus is well inside: less than 45° from its middle. It knows
 * no screen, so no window moves it; it is rounded, so that steps near one another have the same globe, on which only the
 * mark moves, and the build can draw it.
 */
export function overviewCenter(focus: LonLat[]): LonLat {
	const { lon, lat } = enclosingCap(focus).center;
	return {
		lon: wrapLongitude(Math.round(lon / GRID.lon) * GRID.lon + 360) || 0,
		lat: Math.round((lat * TOWARDS_EQUATOR) / GRID.lat) * GRID.lat || 0,
	};
}

/** Names the globe of a centre among those that the build has drawn. */
export function overviewKey({ lon, lat }: LonLat): string {
	return `${lon},${lat}`;
}
