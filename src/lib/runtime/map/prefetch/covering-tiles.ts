import { fromMercator, lens, mercator, middleOfLens, type Camera, type Screen } from '#lib/geo/index.ts';
import { tileZooms } from './tile-zooms';

/** A tile of the Mercator grid, counted from the north-west. */
export interface Tile {
	z: number;
	x: number;
	y: number;
}

/**
 * The tiles that MapLibre asks for to draw what a camera sees, those in the middle first; see its
 * `src/geo/projection/covering_tiles.ts`, whose bounding volumes are now and then a tile wider.
 *
 * @param finest zoom of the finest tiles
 */
export function coveringTiles(camera: Camera, screen: Screen, finest: number): Tile[] {
	if (!(screen.width > 0 && screen.height > 0)) return [];
	const isSeen = sight(camera, screen);
	const zoomOf = tileZooms(camera, screen, finest);
	const center = unitMercator(camera.center);
	const found = new Map<string, { tile: Tile; distance: number }>();
	// In the copies of the flat world beside the first, x runs on.
	const copies = camera.projection === 'globe' ? [0] : [0, -1, 1];
	const open: Tile[] = copies.map((x) => ({ z: 0, x, y: 0 }));
	for (let tile = open.pop(); tile; tile = open.pop()) {
		if (!isSeen(tile)) continue;
		const { z, x, y } = tile;
		const count = 2 ** z;
		if (z < zoomOf(tile)) {
			for (const [right, down] of [
				[0, 0],
				[1, 0],
				[0, 1],
				[1, 1],
			] as const)
				open.push({ z: z + 1, x: 2 * x + right, y: 2 * y + down });
			continue;
		}
		const wrapped = ((x % count) + count) % count;
		const aside = Math.abs((x + 0.5) / count - center.x);
		const east = camera.projection === 'globe' ? Math.min(aside, 1 - aside) : aside;
		const distance = Math.hypot(east, (y + 0.5) / count - center.y);
		const key = `${z}/${wrapped}/${y}`;
		const known = found.get(key);
		if (!known || known.distance > distance) found.set(key, { tile: { z, x: wrapped, y }, distance });
	}
	return [...found.values()].sort((a, b) => a.distance - b.distance).map(({ tile }) => tile);
}

/** Samples of a tile are at most this far apart, so that the globe does not bulge between them. */
const SAMPLES_OF_WORLD = 32;

/** A tile is out of sight only where all of it lies beyond the same edge of the screen, or behind the horizon. */
function sight(camera: Camera, screen: Screen): (tile: Tile) => boolean {
	const seen = lens(camera, screen);
	const middle = middleOfLens(camera, screen);
	return ({ z, x, y }) => {
		const count = 2 ** z;
		const steps = Math.max(2, SAMPLES_OF_WORLD / count);
		const beyond = [true, true, true, true, true, true];
		for (let i = 0; i <= steps; i++) {
			for (let j = 0; j <= steps; j++) {
				const point = pointAt(
					(x + i / steps) / count,
					(y + j / steps) / count,
					camera.projection === 'globe',
				);
				const { right, up, depth, facing } = seen(point);
				beyond[0] &&= right < -middle.x * depth;
				beyond[1] &&= right > (screen.width - middle.x) * depth;
				beyond[2] &&= up > middle.y * depth;
				beyond[3] &&= up < (middle.y - screen.height) * depth;
				beyond[4] &&= depth <= 0;
				beyond[5] &&= !facing;
				if (!beyond.includes(true)) return true;
			}
		}
		return !beyond.includes(true);
	};
}

/** A point of the Mercator square, 0…1 from the north-west. On the globe its edges are the poles. */
function pointAt(x: number, y: number, isGlobe: boolean) {
	const { lon, lat } = fromMercator({ x: (x - 0.5) * 2 * Math.PI, y: (0.5 - y) * 2 * Math.PI });
	if (isGlobe && (y <= 0 || y >= 1)) return { lon, lat: y <= 0 ? 90 : -90 };
	return { lon, lat };
}

function unitMercator(place: Camera['center']) {
	const { x, y } = mercator(place);
	return { x: 0.5 + x / (2 * Math.PI), y: 0.5 - y / (2 * Math.PI) };
}
