import type { LonLat, ProjectionName, View } from '#lib/story/index.ts';
import { longitudeSpan } from './antimeridian';
import {
	clampLatitude,
	fromMercator,
	globeRadius,
	mercator,
	projector,
	radiusForLimb,
	recenter,
	zoomForRadius,
	type Camera,
	type Insets,
	type Screen,
} from './camera';
import { enclosingCap } from './enclosing-cap';
import { freeArea, type Rect } from './free-area';

/** What of a {@link View} decides where the camera stands. */
export type Framing = Pick<
	View,
	'focus' | 'projection' | 'maxZoom' | 'center' | 'zoom' | 'pitch' | 'bearing' | 'whole'
>;

/** How far a cover's globe reaches from its middle to its limb, as a share of the free area. */
const WHOLE_GLOBE = { height: 0.7, width: 0.7 };

/** A label needs this much room around the outermost point of the focus, as a share of the free area and in px. */
const MARGIN = { share: 0.09, least: 14, most: 72 };

/** The search for the closest camera ends when the scale is known this exactly: a thousandth is less than a pixel. */
const SCALE_PRECISION = 1e-3;

/** The smallest globe, px: below it nobody could tell the continents apart. */
const LEAST_RADIUS = 24;

/**
 * The closest camera that shows every point of the focus inside what the insets leave free, with room for labels.
 * Pure: the same view and screen give the same camera. Author's overrides hold as long as the focus stays visible.
 */
export function frame(view: Framing, screen: Screen, insets: Insets): Camera {
	const free = freeArea(screen, insets);
	const target = shrink(free);
	const start: Camera = {
		center: view.center ?? startingCenter(view.focus, view.projection),
		zoom: 0,
		projection: view.projection,
		pitch: view.pitch,
		bearing: view.bearing,
		offset: {
			x: (free.left + free.right - screen.width) / 2,
			y: (free.top + free.bottom - screen.height) / 2,
		},
	};
	const attempt = (radius: number, from = start) => settle(withRadius(from, radius), view, screen, target);

	const wished = wishedRadius(view, start, free, screen);
	const best = attempt(wished);
	if (best.fits) return best.camera;

	let low = Math.log(Math.min(LEAST_RADIUS, wished / 2));
	let high = Math.log(wished);
	let found = attempt(Math.exp(low)).camera;
	while (high - low > SCALE_PRECISION) {
		const middle = (low + high) / 2;
		// From where the last camera that fits stands, the centre is near.
		const tried = attempt(Math.exp(middle), found);
		if (tried.fits) {
			low = middle;
			found = tried.camera;
		} else {
			high = middle;
		}
	}
	return found;
}

/** The largest globe radius that view and overrides allow, px. */
function wishedRadius(view: Framing, start: Camera, free: Rect, screen: Screen): number {
	const closest = globeRadius(view.zoom ?? view.maxZoom, start.center.lat);
	if (!view.whole || view.zoom !== undefined) return closest;
	const height = (free.bottom - free.top) * WHOLE_GLOBE.height;
	const width = (free.right - free.left) * WHOLE_GLOBE.width;
	return Math.min(closest, radiusForLimb(Math.min(height, width), screen));
}

/** Moves the centre until the points lie around the middle of the target; an explicit centre stays where it is. */
function settle(
	start: Camera,
	view: Framing,
	screen: Screen,
	target: Rect,
): { camera: Camera; fits: boolean } {
	let camera = start;
	const rounds = view.center ? 1 : 12;
	for (let round = 0; ; round++) {
		const project = projector(camera, screen);
		const seen = view.focus.map(project);
		const box = bounds(seen);
		const right = (box.left + box.right - target.left - target.right) / 2;
		const down = (box.top + box.bottom - target.top - target.bottom) / 2;
		if (round + 1 >= rounds || Math.hypot(right, down) < 0.05) {
			return { camera, fits: seen.every(({ visible }) => visible) && contains(target, box) };
		}
		camera = recenter(camera, right, down);
	}
}

function withRadius(camera: Camera, radius: number): Camera {
	return { ...camera, zoom: zoomForRadius(radius, camera.center.lat) };
}

function startingCenter(focus: LonLat[], projection: ProjectionName): LonLat {
	if (projection === 'globe') {
		const { center } = enclosingCap(focus);
		return { lon: center.lon, lat: clampLatitude(center.lat) };
	}
	const { west, east } = longitudeSpan(focus);
	const heights = focus.map((point) => mercator(point).y);
	const y = (Math.min(...heights) + Math.max(...heights)) / 2;
	return fromMercator({ x: (((west + east) / 2) * Math.PI) / 180, y });
}

function shrink(free: Rect): Rect {
	const width = free.right - free.left;
	const height = free.bottom - free.top;
	const margin = (length: number) =>
		Math.max(Math.min(MARGIN.least, length / 4), Math.min(MARGIN.most, length * MARGIN.share));
	return {
		left: free.left + margin(width),
		right: free.right - margin(width),
		top: free.top + margin(height),
		bottom: free.bottom - margin(height),
	};
}

function bounds(points: { x: number; y: number }[]): Rect {
	const xs = points.map(({ x }) => x);
	const ys = points.map(({ y }) => y);
	return { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) };
}

/** Half a pixel of tolerance: the centring stops short of perfection. */
function contains(outer: Rect, inner: Rect): boolean {
	const slack = 0.5;
	return (
		inner.left >= outer.left - slack &&
		inner.right <= outer.right + slack &&
		inner.top >= outer.top - slack &&
		inner.bottom <= outer.bottom + slack
	);
}
