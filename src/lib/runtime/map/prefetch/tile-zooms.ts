import { mercator, type Camera, type Screen } from '#lib/geo/index.ts';
import type { Tile } from './covering-tiles';

const TILE_SIZE = 512;
const RADIANS = Math.PI / 180;

/** MapLibre's vertical field of view. */
const FIELD = 2 * Math.atan(1 / 3);

/** Beyond this zoom MapLibre takes coarser tiles far from the middle of the globe. */
const VARIES_FROM = 5;

/** The steepest that MapLibre looks up, from its `maxMercatorHorizonAngle`. */
const HORIZON = 89.25 * RADIANS;

/** Its `createCalculateTileZoomFunction(9.314, 3)`: how much coarser tiles get with the angle at which they are seen. */
const LEVELS = 9.314;
const COUNT_RATIO = 3;
const STEEPNESS = 2 * ((LEVELS - 1) / Math.log2(Math.cos(HORIZON - FIELD) / Math.cos(HORIZON)) - 1);

/** Gives the zoom that a tile is wanted in: one for all, but close to the globe, where it falls with the distance. */
export function tileZooms(camera: Camera, screen: Screen, finest: number): (tile: Tile) => number {
	const within = (zoom: number) => Math.min(finest, Math.max(0, Math.floor(zoom)));
	const nominal = within(camera.zoom);
	if (camera.projection === 'flat' || Math.floor(camera.zoom) < VARIES_FROM) return () => nominal;

	const { x, y } = mercator(camera.center);
	const distance = (1.5 * screen.height) / (TILE_SIZE * 2 ** camera.zoom);
	const pitch = camera.pitch * RADIANS;
	const bearing = camera.bearing * RADIANS;
	const height = distance * Math.cos(pitch);
	const back = distance * Math.sin(pitch);
	const lensX = 0.5 + x / (2 * Math.PI) - back * Math.sin(bearing);
	const lensY = 0.5 - y / (2 * Math.PI) + back * Math.cos(bearing);

	const highest = Math.min(HORIZON, pitch + FIELD / 2);
	const lowest = Math.min(highest, pitch - FIELD / 2);
	const count = integral(lowest, highest);
	const many = Math.log2(Math.max(1, count / (2 * integral(0, FIELD / 2)) / COUNT_RATIO)) / 2;
	return (tile) => {
		const size = 2 ** -tile.z;
		const aside = Math.max(
			Math.min(...[-1, 0, 1].map((world) => outside(lensX, tile.x * size + world, size))),
			outside(lensY, tile.y * size, size),
		);
		const away = Math.hypot(aside, height);
		const tilt = Math.atan(aside / height);
		const nearer = Math.log2(distance / away / Math.max(0.5, Math.cos(FIELD / 2)));
		return within(camera.zoom + nearer + (STEEPNESS * Math.log2(Math.cos(tilt))) / 2 - many);
	};
}

/** Of the cosine's power, as MapLibre takes it: by the middles of ten steps. */
function integral(from: number, to: number): number {
	const step = (to - from) / 10;
	let sum = 0;
	for (let i = 0; i < 10; i++) sum += step * Math.cos(from + (i + 0.5) * step) ** (STEEPNESS - 1);
	return sum;
}

function outside(at: number, from: number, size: number): number {
	return Math.max(0, from - at, at - from - size);
}
