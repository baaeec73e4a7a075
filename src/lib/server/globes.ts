import { geoGraticule, geoOrthographic } from 'd3-geo';
import { enclosingCap, overviewCenter, overviewKey } from '#lib/geo/index.ts';
import { pathData, trace } from '#lib/stills/index.ts';
import type { LonLat, Story } from '#lib/story/index.ts';
import { stillSources } from './stills';

/** Radius of the globe in the units of its paths. */
const RADIUS = 200;

/** The largest radius that a locator has on a page, px: its coasts are as fine as that shows. */
const SHOWN = 42;

/** How far a coast may be from the true one, and islands that vanish, in the units of the paths: a third of a pixel, and 1 px². */
const DETAIL = { tolerance: 1.6, leastArea: 22 };

/** A focus wider than this has no close view on any screen, and so no locator. Degrees. */
const WIDEST = 30;

/** Land and graticule of one small globe, as SVG paths around its middle. */
export interface Globe {
	land: string;
	graticule: string;
}

const globes = new Map<string, Globe>();

/** The small globes that the locators of a story may need, by `overviewKey`. `Locator.svelte` shows them. */
export function globesOf({ cover, steps }: Story): Record<string, Globe> {
	const close = [cover, ...steps].filter(({ view }) => enclosingCap(view.focus).radius <= WIDEST);
	for (const { view } of close) {
		const center = overviewCenter(view.focus);
		const key = overviewKey(center);
		if (!globes.has(key)) globes.set(key, drawGlobe(center));
	}
	const keys = close.map(({ view }) => overviewKey(overviewCenter(view.focus)));
	return Object.fromEntries(keys.map((key) => [key, globes.get(key)!]));
}

function drawGlobe({ lon, lat }: LonLat): Globe {
	const projection = geoOrthographic().rotate([-lon, -lat]).scale(RADIUS).translate([0, 0]).clipAngle(90);
	const { land } = stillSources().world.layers(SHOWN);
	return {
		land: pathData(
			land.flatMap(({ geometry }) => trace(projection, geometry, DETAIL)),
			1,
		),
		graticule: pathData(trace(projection, geoGraticule().step([30, 30])(), DETAIL), 1),
	};
}
