import type { PlanePoint, Rect } from '#lib/geo/index.ts';
import { grow, within, type Occupied } from '#lib/labels/index.ts';
import { boxAt, nameIn, placeName, setName, type SetName } from './label';
import { areaOf, contains, signedArea, trace } from './outline';
import { streamFor } from './projection';
import { roomiest, samples } from './room';
import type { Scene } from './scene';
import type { Territory } from './world';

/** How much of a name must lie within its territory; see {@link roomiest}. */
const LEAST_ROOM = 0.95;

/** An island country this large on the screen is named beside itself where its name finds no room inside, px². */
const LEAST_AREA_BESIDE = 900;

/** Between the names of territories and all other names, px. */
const TERRITORY_GAP = 14;

/** A territory as it lies within the bounds. */
export interface SightedTerritory {
	territory: Territory;
	rings: PlanePoint[][];
	area: number;
}

/** What of each territory lies within the bounds, the largest first. */
export function inSight(scene: Scene, territories: Territory[]): SightedTerritory[] {
	const stream = streamFor(scene.camera, scene.screen, scene.bounds);
	return territories
		.filter((territory) => scene.mayShow(territory))
		.map((territory) => {
			const rings = trace(stream, territory.geometry, { tolerance: 1.5, leastArea: 60 }).map(
				({ points }) => points,
			);
			return { territory, rings, area: areaOf(rings) };
		})
		.filter(({ area }) => area > 500)
		.sort((a, b) => b.area - a.area);
}

/** What a territory's name has to respect. */
export interface Surroundings {
	lang: string;
	/** Highlighted shapes: their own name is enough. */
	avoid: PlanePoint[][][];
	/** All land on the screen. */
	land: PlanePoint[][];
	occupied: Occupied;
}

/** Finds room for a name inside its territory, loosely or tightly set; or beside an island. */
export function placeTerritory(
	scene: Scene,
	kind: 'country' | 'province',
	{ territory, rings, area }: SightedTerritory,
	{ lang, avoid, land, occupied }: Surroundings,
) {
	const text = nameIn(territory.names, lang);
	const own = scene.project(territory.at);
	const prefer = own.visible ? own : undefined;
	const share = Math.min(1, Math.sqrt(area) / 300);
	const loose = { size: 13 + 3 * share, spacing: 0.16 + 0.1 * share };
	const tight = { size: 12, spacing: 0.08 };
	const isFree = (box: Rect) =>
		scene.onMap(box) &&
		occupied.isFree(grow(box, TERRITORY_GAP), 0) &&
		!avoid.some((shape) => samples(box).some((point) => contains(shape, point)));
	for (const choice of kind === 'country' ? [loose, tight] : [{}]) {
		const name = setName(text, kind, lang, choice);
		const spot = roomiest(rings, name, scene.bounds, { avoid, prefer }).find(
			({ x, y, room }) => room > LEAST_ROOM && isFree(boxAt(name, x, y)),
		);
		if (spot) return placeName(name, spot.x, spot.y);
	}
	const isNamed = avoid.some((shape) => contains(shape, [own.x, own.y]));
	if (!territory.isIsland || isNamed || area < LEAST_AREA_BESIDE) return undefined;
	const name = setName(text, kind, lang, tight);
	const isAtSea = (box: Rect) => !samples(box).some((point) => contains(land, point));
	const beside = offshore(rings, name).find(({ x, y }) => {
		const box = boxAt(name, x, y);
		return within(scene.bounds, box) && isFree(box) && isAtSea(box);
	});
	return beside && placeName(name, beside.x, beside.y);
}

/** Places just off the coast of a country too narrow for its name, the nearest to its middle first. */
function offshore(rings: PlanePoint[][], { width }: SetName): { x: number; y: number }[] {
	const largest = rings.reduce(
		(a, b) => (Math.abs(signedArea(b)) > Math.abs(signedArea(a)) ? b : a),
		rings[0] ?? [],
	);
	const middleX = largest.reduce((sum, [x]) => sum + x, 0) / largest.length;
	const middleY = largest.reduce((sum, [, y]) => sum + y, 0) / largest.length;
	return largest
		.flatMap(([x, y]) => [
			{ x: x + width / 2 + 9, y },
			{ x: x - width / 2 - 9, y },
		])
		.sort((a, b) => Math.hypot(a.x - middleX, a.y - middleY) - Math.hypot(b.x - middleX, b.y - middleY));
}
