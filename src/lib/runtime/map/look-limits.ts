import {
	clampLatitude,
	fromMercator,
	globeRadius,
	mercator,
	radiusForLimb,
	zoomForRadius,
	type Camera,
	type Screen,
} from '#lib/geo/index.ts';
import type { LonLat } from '#lib/story/index.ts';

/** What a reader who looks around may change of the ground that is seen. */
export interface Sight {
	center: LonLat;
	zoom: number;
}

/** How much of the shorter side of the screen the globe takes where it is seen as a whole. */
const WHOLE_GLOBE = 0.9;

/**
 * How far a reader may go who looks around from `start`: as near as the map has something to show, as far as the whole
 * world, and on the flat map not over its edge. Where the story itself goes beyond, up to there.
 *
 * @param finest zoom of the finest tiles
 */
export function lookLimits(start: Camera, finest: number): (sight: Sight, screen: Screen) => Sight {
	const nearest = Math.max(start.zoom, finest + 1);
	return start.projection === 'globe' ? onGlobe(start, nearest) : onPlane(start, nearest);
}

function onGlobe(start: Camera, nearest: number): (sight: Sight, screen: Screen) => Sight {
	const startRadius = globeRadius(start.zoom, start.center.lat);
	return ({ center, zoom }, screen) => {
		const lat = clampLatitude(center.lat);
		const whole = radiusForLimb((Math.min(screen.width, screen.height) / 2) * WHOLE_GLOBE, screen);
		const farthest = zoomForRadius(Math.min(startRadius, whole), lat);
		return { center: { lon: center.lon, lat }, zoom: clamp(zoom, farthest, nearest) };
	};
}

function onPlane({ center: { lat }, zoom: startZoom, offset }: Camera, nearest: number) {
	const startY = mercator({ lon: 0, lat }).y;
	return ({ center, zoom: wanted }: Sight, { width, height }: Screen): Sight => {
		const farthest = Math.min(startZoom, Math.log2(Math.max(width, height) / 512));
		const zoom = clamp(wanted, farthest, nearest);
		const pixels = (512 * 2 ** zoom) / (2 * Math.PI);
		const north = Math.PI - (height / 2 + offset.y) / pixels;
		const south = (height / 2 - offset.y) / pixels - Math.PI;
		const y = clamp(mercator(center).y, Math.min(south, startY), Math.max(north, startY));
		return { center: { lon: center.lon, lat: fromMercator({ x: 0, y }).lat }, zoom };
	};
}

function clamp(value: number, least: number, most: number): number {
	return Math.max(least, Math.min(most, value));
}
