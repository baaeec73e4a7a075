import type { LonLat, ProjectionName } from '#lib/story/index.ts';
import { angleBetween, fromVector, toVector, type Vector } from './sphere';

/** A circle on the sphere. `radius` is an angle in degrees, 0…180. */
export interface Cap {
	center: LonLat;
	radius: number;
}

/** A set of points wider than this does not read on a globe: its edge would lie on the limb. Degrees. */
export const WIDEST_GLOBE_CAP = 50;

/**
 * The smallest circle on the sphere around all points, found by walking towards the farthest one with shrinking steps
 * (Bădoiu & Clarkson 2003), to well below a thousandth of a degree where the set fits a hemisphere.
 */
export function enclosingCap(points: LonLat[]): Cap {
	const vectors = points.map(toVector);
	const mean = vectors.reduce<Vector>((sum, v) => [sum[0] + v[0], sum[1] + v[1], sum[2] + v[2]], [0, 0, 0]);
	let center = normalise(Math.hypot(...mean) < 1e-9 ? (vectors[0] ?? [1, 0, 0]) : mean);
	for (let step = 1; step <= 400; step++) {
		const far = farthest(vectors, center);
		const pull = 1 / (step + 1);
		center = normalise([
			center[0] + (far[0] - center[0]) * pull,
			center[1] + (far[1] - center[1]) * pull,
			center[2] + (far[2] - center[2]) * pull,
		]);
	}
	const middle = fromVector(center);
	return { center: middle, radius: Math.max(0, ...points.map((point) => angleBetween(middle, point))) };
}

/** `flat` for sets that no globe can show at once. */
export function projectionFor(points: LonLat[]): ProjectionName {
	return enclosingCap(points).radius > WIDEST_GLOBE_CAP ? 'flat' : 'globe';
}

function farthest(vectors: Vector[], from: Vector): Vector {
	let worst = from;
	let least = Infinity;
	for (const v of vectors) {
		const cosine = v[0] * from[0] + v[1] * from[1] + v[2] * from[2];
		if (cosine < least) {
			least = cosine;
			worst = v;
		}
	}
	return worst;
}

function normalise(v: Vector): Vector {
	const length = Math.hypot(...v) || 1;
	return [v[0] / length, v[1] / length, v[2] / length];
}
