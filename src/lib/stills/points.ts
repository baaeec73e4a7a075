import type { Rect } from '#lib/geo/index.ts';
import type { DataLayer } from '#lib/story/index.ts';
import { placeName, setName, type Label } from './label';
import type { ToldPoint } from './names';
import { short } from './outline';
import { around, overlaps, within, type Occupied } from './room';
import type { Scene } from './scene';

/** Radius of a dot, and from its middle to its name, px. */
const DOT = 3.2;
const GAP = 8;

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
	occupied.add(...seen.map(({ x, y }) => around([x, y], DOT + 1)));
	const placed: PlacedPoints = { svg: '', labels: [], named: [] };
	for (const { x, y, label, meaning } of seen) {
		placed.svg += `<circle class="point-${meaning}" cx="${short(x)}" cy="${short(y)}" r="${DOT}"/>`;
		if (!label) continue;
		const name = setName(label, 'point', lang);
		const spots = [
			placeName(name, x + GAP, y, 'start'),
			placeName(name, x - GAP, y, 'end'),
			placeName(name, x, y - DOT - 2 - name.height / 2),
			placeName(name, x, y + DOT + 2 + name.height / 2),
		].filter(({ box }) => within(scene.bounds, box) && occupied.isFree(box, 1));
		const found = spots.find(({ box }) => !lines.some((line) => overlaps(line, box))) ?? spots[0];
		if (!found) continue;
		occupied.add(found.box);
		placed.labels.push(found.label);
		placed.named.push({ label, x, y });
	}
	return placed;
}
