import type { PlanePoint, Rect } from '#lib/geo/index.ts';
import { within, type Occupied } from '#lib/labels/index.ts';
import { boxAt, nameIn, placeName, setName, type Label } from './label';
import { contains, squaredDistance, type Outline } from './outline';
import { samples, turned } from './room';
import type { Scene } from './scene';
import type { World } from './world';

/** How many names of a kind a picture bears at most. */
const MOST = { sea: 5, river: 3 };

/** What of the base map names keep to or off. */
export interface Ground {
	land: Outline[];
	rivers: Outline[];
	borders: Outline[];
}

/** Of the fifteen points that {@link samples} gives for the name of a sea. */
const MOST_ON_LAND = 2;

/** A river's name runs this far from its line, px, and stands at most so far from where it was asked for. */
const RIVER_LIFTS = [9, 16];
const RIVER_REACH = 14;

/** Names seas where they lie open, rivers along their line. */
export function placeWaters(
	scene: Scene,
	world: World,
	lang: string,
	ground: Ground,
	occupied: Occupied,
	put: (placed: { label: Label; box: Rect }) => void,
): void {
	const land = ground.land.map(({ points }) => points);
	const lines = [...ground.rivers, ...ground.borders];
	const isAtSea = (box: Rect) => samples(box).filter((point) => contains(land, point)).length <= MOST_ON_LAND;
	const shown = { river: 0, sea: 0 };
	for (const water of [...world.waters].sort((a, b) => a.rank - b.rank)) {
		const kind = water.kind === 'river' ? 'river' : 'sea';
		if (shown[kind] >= MOST[kind] || scene.level < (water.rank && water.rank + 0.4)) continue;
		const name = setName(nameIn(water.names, lang), kind, lang);
		for (const at of water.at.map(scene.project).filter(({ visible }) => visible)) {
			const spot = (kind === 'sea' ? [{ ...at, angle: 0 }] : besideLine(at, name.width, lines)).find(
				({ x, y, angle }) => {
					const box = turned(boxAt(name, x, y), angle);
					return (
						within(scene.bounds, box) &&
						scene.onMap(box) &&
						occupied.isFree(box, 3) &&
						(kind === 'river' || isAtSea(box))
					);
				},
			);
			if (!spot) continue;
			const { label, box } = placeName(name, spot.x, spot.y);
			put({ label: { ...label, angle: spot.angle }, box: turned(box, spot.angle) });
			shown[kind]++;
			break;
		}
	}
}

/** Places along the line nearest to a point, turned like the chord as long as the name; never upside down. */
function besideLine({ x, y }: { x: number; y: number }, width: number, lines: Outline[]) {
	let best: { line: PlanePoint[]; index: number } | undefined;
	let least = RIVER_REACH ** 2;
	for (const { points } of lines) {
		for (let i = 1; i < points.length; i++) {
			const distance = squaredDistance([x, y], points[i - 1]!, points[i]!);
			if (distance < least) {
				least = distance;
				best = { line: points, index: i };
			}
		}
	}
	if (!best) return [];
	const near = best.line.filter(([px, py]) => Math.hypot(px - x, py - y) < width / 2);
	const [a, b] =
		near.length > 1 ? [near[0]!, near.at(-1)!] : [best.line[best.index - 1]!, best.line[best.index]!];
	const [west, east] = a[0] <= b[0] ? [a, b] : [b, a];
	const angle = Math.atan2(east[1] - west[1], east[0] - west[0]);
	const ys = near.length ? near : [a, b];
	const heights = ys.map(([px, py]) => (px - x) * Math.sin(angle) - (py - y) * Math.cos(angle));
	return RIVER_LIFTS.flatMap((gap) => [Math.max(...heights) + gap, Math.min(...heights) - gap]).map(
		(lift) => ({
			x: x + lift * Math.sin(angle),
			y: y - lift * Math.cos(angle),
			angle: (angle * 180) / Math.PI,
		}),
	);
}
