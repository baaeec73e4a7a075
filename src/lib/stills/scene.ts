import type { GeoPermissibleObjects, GeoStreamWrapper } from 'd3-geo';
import {
	angleBetween,
	globeRadius,
	projector,
	type Camera,
	type Rect,
	type Screen,
	type ScreenPoint,
} from '#lib/geo/index.ts';
import type { LonLat } from '#lib/story/index.ts';
import { trace, type Outline } from './outline';
import { limbRadius, middleOf, reach, streamFor, worldScale } from './projection';
import type { Bounded } from './world';

/** Geometry runs on this far beyond the edge, so that no stroke shows where it was cut. Px. */
const BLEED = 26;

/** Seen from this far, the coasts of half the world are in the picture: they are drawn with a broader pen. */
const WORLD_LEVEL = 3.2;
const WORLD_DETAIL = { tolerance: 0.7, leastArea: 3 };

/** One picture's camera and what it can see. */
export interface Scene {
	camera: Camera;
	screen: Screen;
	/** Names stay inside; px. */
	bounds: Rect;
	/** Radius of the globe, px. */
	radius: number;
	/** Web Mercator zoom at the equator that has this scale; unlike a camera's zoom, comparable between latitudes. */
	level: number;
	stream: GeoStreamWrapper;
	project: (point: LonLat) => ScreenPoint;
	/** True where nothing of the box lies beyond the globe's limb, with room to spare. */
	onMap(box: Rect): boolean;
	/** How far the copies of a flat world lie aside that also reach into the picture, px. */
	copies: number[];
	/** False for what lies wholly out of sight. */
	mayShow(bounded: Bounded<unknown>): boolean;
}

export function createScene(camera: Camera, screen: Screen, bounds: Rect): Scene {
	const radius = globeRadius(camera.zoom, camera.center.lat);
	const copies = copiesOf(camera, screen);
	const clip = {
		left: -BLEED - Math.max(0, ...copies),
		top: -BLEED,
		right: screen.width + BLEED - Math.min(0, ...copies),
		bottom: screen.height + BLEED,
	};
	const sight = reach(camera, screen, clip);
	return {
		camera,
		screen,
		bounds,
		radius,
		level: Math.log2((2 * Math.PI * radius) / 512),
		stream: streamFor(camera, screen, clip),
		project: projector(camera, screen),
		copies,
		onMap: camera.projection === 'globe' && camera.pitch === 0 ? insideDisc(camera, screen) : () => true,
		mayShow: ({ center, radius: size }) => angleBetween(center, camera.center) < sight + size + 0.5,
	};
}

export function traceVisible(scene: Scene, items: Bounded<GeoPermissibleObjects>[]): Outline[] {
	const detail = scene.level < WORLD_LEVEL ? WORLD_DETAIL : {};
	return items.flatMap((item) => (scene.mayShow(item) ? trace(scene.stream, item.geometry, detail) : []));
}

/** Names near the limb would lie on land seen edgeways. */
const LIMB_MARGIN = 0.96;

function insideDisc(camera: Camera, screen: Screen): (box: Rect) => boolean {
	const [x, y] = middleOf(camera, screen);
	const radius = limbRadius(camera, screen) * LIMB_MARGIN;
	return ({ left, top, right, bottom }) =>
		Math.hypot(Math.max(x - left, right - x), Math.max(y - top, bottom - y)) < radius;
}

function copiesOf(camera: Camera, screen: Screen): number[] {
	if (camera.projection === 'globe' || camera.pitch > 0 || camera.bearing !== 0) return [];
	const width = 2 * Math.PI * worldScale(camera);
	const [x] = middleOf(camera, screen);
	return [...(x - width / 2 > 0 ? [-width] : []), ...(x + width / 2 < screen.width ? [width] : [])];
}
