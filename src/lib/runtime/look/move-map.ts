import type { Looked } from '../map/look-around';
import type { ListedPlace } from './listed-places';

/** Close enough to see what lies around a place. */
const CLOSE = 5;

/** How long a flight and a single step take, ms; with reduced motion MapLibre cuts. */
const FLIGHT = 1200;
const STEP = 300;

export function zoomBy({ map }: Looked, zooms: 1 | -1): void {
	map.easeTo({ zoom: map.getZoom() + zooms, duration: STEP });
}

export function turnNorth({ map }: Looked): void {
	map.easeTo({ bearing: 0, pitch: 0, duration: STEP });
}

/** Back to where the looking began; one looks on from there. */
export function reset({ map, start: { center, zoom, bearing, pitch } }: Looked): void {
	map.flyTo({ center, zoom, bearing, pitch, duration: FLIGHT });
}

/** Brings a place to the middle of the map: a region as a whole, a point at least {@link CLOSE}, and never further off. */
export function goTo({ map, frame }: Looked, { at, extent }: ListedPlace): void {
	const { center, zoom } = extent.length
		? frame(extent)
		: { center: at, zoom: Math.max(CLOSE, map.getZoom()) };
	map.flyTo({ center, zoom, duration: FLIGHT });
}

/** Whether north is elsewhere than up, or the map is tilted. */
export function isTurned({ map }: Looked): boolean {
	return Math.abs(map.getBearing()) > 0.1 || map.getPitch() > 0.1;
}
