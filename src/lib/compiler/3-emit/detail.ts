import { enclosingCap } from '#lib/geo/index.ts';
import type { LonLat, ProjectionName } from '#lib/story/index.ts';

/** Half of what a screen of 1600×1000 leaves free beside the text, px. */
const FREE_RADIUS = 400;

/** A bay or a cape is left out if its triangle is smaller than the square of this, px on that screen. */
const TOLERANCE = 0.7;

/** Size of the world at zoom 0, px (Web Mercator, 512 px tiles). */
const WORLD_SIZE = 512;

const RADIANS = Math.PI / 180;

/** How finely a step's shapes are drawn. */
export interface Detail {
	/**
	 * The zoom at the equator with the same scale, in halves: few levels, so that steps share shapes and neighbours
	 * meet.
	 */
	level: number;
	/** What is smaller may be left out, radians on the sphere. */
	tolerance: number;
	/** A pixel, degrees on the sphere. */
	pixel: number;
}

/** The detail that a focus asks for on a screen of 1600×1000, where the text leaves half of it free. */
export function detailFor(focus: LonLat[], projection: ProjectionName, maxZoom: number): Detail {
	const { center, radius } = enclosingCap(focus);
	const angle = Math.min(Math.max(radius, 0.01), 90) * RADIANS;
	const globe = FREE_RADIUS / (projection === 'flat' ? angle : Math.sin(angle));
	const fitting = Math.log2((2 * Math.PI * globe) / WORLD_SIZE);
	const closest = maxZoom - Math.log2(Math.cos(Math.min(Math.abs(center.lat), 75) * RADIANS));
	return detailAt(Math.max(0, Math.round(2 * Math.min(fitting, closest)) / 2));
}

export function detailAt(level: number): Detail {
	const pixel = 360 / (WORLD_SIZE * 2 ** level);
	return { level, tolerance: TOLERANCE * pixel * RADIANS, pixel };
}

/** Half the detail: a contour is drawn 2 px wide, and finer bays would only clot it. */
export function coarser({ level }: Detail): Detail {
	return detailAt(Math.max(0, level - 1));
}
