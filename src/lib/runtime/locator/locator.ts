import {
	angleBetween,
	enclosingCap,
	groundAt,
	overviewCenter,
	overviewKey,
	type Camera,
	type Rect,
	type Screen,
} from '#lib/geo/index.ts';
import type { LonLat, View } from '#lib/story/index.ts';
import { freeCorner } from './free-corner';
import { storyRoom } from './story-room';

/** A small globe that shows where a close view is. */
export interface Locator {
	/** Which globe, see `overviewKey`. */
	globe: string;
	/** The square it takes, CSS px from the map's top left corner. */
	left: number;
	top: number;
	size: number;
	/** What marks the view, in radii of the globe from its middle, y downwards: the outline of its ground, or the place alone. */
	mark: { x: number; y: number }[];
}

/** The picture at rest that a locator belongs to. */
export interface LocatorSetting {
	camera: Camera;
	screen: Screen;
	/** What cards, bars and controls leave free. */
	free: Rect;
	/** Controls that lie over the free area. */
	over?: Rect[];
	/** Whether the page reads from right to left. */
	rtl?: boolean;
}

/**
 * Ground less than this far across tells nobody which continent it is on. In the flagship the close views (a city, a
 * province, a day's journey) are 7 to 20° on all screens, the nearest of the others (Europe) 40°. Degrees.
 */
const CLOSE = 28;

/** Side of the globe, CSS px: on phones and in bands the smaller. */
const SIZES = { wide: 84, narrow: 56 };

/** A free area with less than this on its shorter side is narrow, with less than that has no room for a globe. CSS px. */
const NARROW = 420;
const LEAST_FREE = 150;

/** Ground smaller than this on the globe is marked by a dot, CSS px. */
const LEAST_OUTLINE = 8;

/** Points along each side of the outline. */
const PER_SIDE = 4;

/**
 * The locator of a view, seen from where it comes to rest; `undefined` where the view is an overview itself, and where no
 * corner is free. A pure function of the view and the screen.
 */
export function locatorOf(view: View, setting: LocatorSetting): Locator | undefined {
	const { camera, screen, free } = setting;
	const room = Math.min(free.right - free.left, free.bottom - free.top);
	if (room < LEAST_FREE) return undefined;
	const ground = groundAt(camera, screen);
	const across = Math.min(...spans(free, ground));
	if (!(across < CLOSE)) return undefined;
	const size = room < NARROW ? SIZES.narrow : SIZES.wide;
	const at = freeCorner(size, setting, storyRoom(view, setting));
	if (!at) return undefined;

	const center = overviewCenter(view.focus);
	const outline = outlineOf(free, ground);
	const isSeen = 2 * Math.sin((across * Math.PI) / 360) * (size / 2) >= LEAST_OUTLINE;
	const mark = isSeen && outline ? outline : [enclosingCap(view.focus).center];
	const onGlobe = mark.map(orthographic(center));
	return {
		globe: overviewKey(center),
		...at,
		size,
		mark: onGlobe.every(({ front }) => front) ? onGlobe.map(({ x, y }) => ({ x, y })) : [],
	};
}

type Ground = ReturnType<typeof groundAt>;

/** How far the ground in the free area reaches through its middle, degrees; infinite where the sky is in the picture. */
function spans({ left, right, top, bottom }: Rect, ground: Ground): [across: number, along: number] {
	const middle = { x: (left + right) / 2, y: (top + bottom) / 2 };
	const span = (a: LonLat | undefined, b: LonLat | undefined) => (a && b ? angleBetween(a, b) : Infinity);
	return [
		span(ground({ x: left, y: middle.y }), ground({ x: right, y: middle.y })),
		span(ground({ x: middle.x, y: top }), ground({ x: middle.x, y: bottom })),
	];
}

/** The edge of the ground in the free area, clockwise; `undefined` where some of it is the sky. */
function outlineOf({ left, right, top, bottom }: Rect, ground: Ground): LonLat[] | undefined {
	const corners = [
		{ x: left, y: top },
		{ x: right, y: top },
		{ x: right, y: bottom },
		{ x: left, y: bottom },
	];
	const edge = corners.flatMap((from, index) => {
		const to = corners[(index + 1) % corners.length]!;
		return Array.from({ length: PER_SIDE }, (_, step) => {
			const share = step / PER_SIDE;
			return ground({ x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share });
		});
	});
	return edge.every((place) => place !== undefined) ? edge : undefined;
}

/** The globe seen from far away, as the build draws it; `front` is false for what lies beyond its limb. */
function orthographic(center: LonLat): (place: LonLat) => { x: number; y: number; front: boolean } {
	const radians = Math.PI / 180;
	const cos = Math.cos(center.lat * radians);
	const sin = Math.sin(center.lat * radians);
	return ({ lon, lat }) => {
		const east = (lon - center.lon) * radians;
		const north = lat * radians;
		return {
			x: Math.cos(north) * Math.sin(east),
			y: sin * Math.cos(north) * Math.cos(east) - cos * Math.sin(north),
			front: sin * Math.sin(north) + cos * Math.cos(north) * Math.cos(east) > 0,
		};
	};
}
