import type { Rect } from '#lib/geo/index.ts';
import { around, placePoint, POINT, POINT_HANGS, type Occupied } from '#lib/labels/index.ts';
import type { DataLayer } from '#lib/story/index.ts';
import { ANCHORS, placeName, setName, type Label } from './label';
import type { ToldPoint } from './names';
import { short } from './outline';
import type { Scene } from './scene';

export interface PlacedPoints {
	svg: string;
	labels: Label[];
	/** Those whose name is on the picture. */
	named: ToldPoint[];
}

/**
 * The points of the author's own: a small dot each, and beside it the name, where there is room for it.
 *
 * @param lines what names cross only where they fit nowhere else
 */
export function placePoints(
	scene: Scene,
	data: DataLayer[],
	lang: string,
	lines: Rect[],
	occupied: Occupied,
): PlacedPoints {
	const seen = data.flatMap(({ points, meaning }) =>
		points.flatMap(({ at, label }) => {
			const { x, y, visible } = scene.project(at);
			return visible ? [{ x, y, label, meaning }] : [];
		}),
	);
	occupied.add(...seen.map(({ x, y }) => around([x, y], POINT.dot + 1)));
	const placed: PlacedPoints = { svg: '', labels: [], named: [] };
	for (const { x, y, label, meaning } of seen) {
		placed.svg += `<circle class="point-${meaning}" cx="${short(x)}" cy="${short(y)}" r="${POINT.dot}"/>`;
		if (!label) continue;
		const name = setName(label, 'point', lang);
		const found = placePoint({ x, y }, name, { bounds: scene.bounds, lines, occupied });
		if (!found) continue;
		const { toward, name: box } = found;
		occupied.add(box);
		const middle = (box.top + box.bottom) / 2;
		placed.labels.push(placeName(name, x + POINT_HANGS[toward].x, middle, ANCHORS[toward]).label);
		placed.named.push({ label, x, y });
	}
	return placed;
}
