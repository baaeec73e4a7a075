import type { PlanePoint, Rect } from '#lib/geo/index.ts';
import type { Highlight, Mark } from '#lib/story/index.ts';
import type { PlacedHighlight } from './drawings';
import { boxAt, placeName, setName, type Label, type LabelStyle, type SetName } from './label';
import { contains, short, signedArea, squaredDistance, trace, type Outline } from './outline';
import { streamFor } from './projection';
import { alongLines, grow, type Occupied, roomiest, within } from './room';
import type { Scene } from './scene';
import type { Names, Territory, World } from './world';

/** How many names of a kind a picture bears at most. When in doubt take away a label. */
const MOST = { country: 9, province: 8, city: 9, sea: 5, river: 3 };

/** Scales from which on names of a kind help; see {@link Scene.level}. */
const PROVINCES_FROM = 4.6;
const CITIES_FROM = 3.6;

/** Towns keep this far from each other and from marks, px. */
const CITY_SPACING = 58;

/** How much of a name must lie within its territory; see {@link roomiest}. */
const LEAST_ROOM = 0.95;

/** An island country this large on the screen is named beside itself where its name finds no room inside, px². */
const LEAST_AREA_BESIDE = 900;

/** Between the names of territories and all other names, px. */
const TERRITORY_GAP = 14;

const RING = 2.2;

/** Names given to the picture so far, and the drawing of what belongs to them. */
export interface NameLayer {
	labels: Label[];
	/** Rings of towns. */
	towns: string;
}

/** What of the base map names keep to or off. */
export interface Ground {
	land: Outline[];
	rivers: Outline[];
	borders: Outline[];
}

/** Places names greedily: highlights, countries, provinces, towns, waters. Marks are in `occupied` already. */
export function placeNames(
	scene: Scene,
	world: World,
	lang: string,
	highlights: PlacedHighlight[],
	ground: Ground,
	marks: (Mark & { x: number; y: number })[],
	occupied: Occupied,
): NameLayer {
	const labels: Label[] = [];
	const put = ({ label, box }: { label: Label; box: Rect }) => {
		labels.push(label);
		occupied.add(box);
	};
	const land = ground.land.map(({ points }) => points);
	const avoid = highlights.map(({ rings }) => rings).filter((rings) => rings.length > 0);
	for (const placed of [...highlights].sort((a, b) => areaOf(a.rings) - areaOf(b.rings))) {
		const found = placeHighlight(
			scene,
			placed,
			lang,
			avoid.filter((rings) => rings !== placed.rings),
			occupied,
		);
		if (found) put(found);
	}
	for (const { highlight, edge } of highlights)
		if (highlight.style === 'outline') occupied.add(...alongLines(edge, 6));
	const told = new Set([...highlights.map(({ highlight }) => highlight.id)]);
	const said = new Set(highlights.map(({ highlight }) => highlight.label));
	for (const { label } of marks) said.add(label);
	// "Beijing (municipality)" beside "Beijing" tells nobody anything.
	const isTold = ({ id, names }: Territory) =>
		told.has(id) || said.has(nameIn(names, lang).replace(/ \(.*\)$/, ''));
	const territories = (kind: 'country' | 'province', items: Territory[]) => {
		let count = 0;
		for (const sighted of inSight(
			scene,
			items.filter((item) => !isTold(item)),
		)) {
			if (count >= MOST[kind]) return;
			const found = placeTerritory(scene, kind, sighted, { lang, avoid, land, occupied });
			if (!found) continue;
			put(found);
			count++;
		}
	};
	territories('country', world.countries());
	if (scene.level >= PROVINCES_FROM) territories('province', world.provinces());
	const towns = scene.level >= CITIES_FROM ? placeTowns(scene, world, lang, marks, occupied, put) : '';
	placeWaters(scene, world, lang, ground, occupied, put);
	return { labels, towns };
}

export function nameIn(names: Names, lang: string): string {
	return names[lang] ?? names[lang.split('-')[0]!] ?? names['en'] ?? Object.values(names)[0] ?? '';
}

function placeHighlight(
	scene: Scene,
	{ highlight, rings }: PlacedHighlight,
	lang: string,
	avoid: PlanePoint[][][],
	occupied: Occupied,
) {
	const name = highlightName(highlight, rings, lang);
	const own = scene.project(highlight.labelAt);
	const inside = roomiest(rings, name, scene.bounds, { avoid, prefer: own });
	const spots = [...inside, ...(own.visible ? [own, ...besidePoints(own, name)] : [])];
	const spot = spots.find(
		({ x, y }) => within(scene.bounds, boxAt(name, x, y)) && occupied.isFree(boxAt(name, x, y), 4),
	);
	if (!spot) return undefined;
	const { label, box } = placeName(name, spot.x, spot.y);
	return { label: { ...label, color: colorOf(highlight) }, box };
}

/** Ink on a fill, where the accent would not read; a region of open sea is named as water. */
function colorOf({ style, meaning, shape }: Highlight): string | undefined {
	if (shape === undefined || style === 'fill' || style === 'mention') return undefined;
	return meaning === 1 ? 'accent' : 'second';
}

/** The larger the region on the screen, the larger its name; but no wider than most of it. */
function highlightName(highlight: Highlight, rings: PlanePoint[][], lang: string): SetName {
	if (highlight.shape === undefined) return setName(highlight.label, 'sea', lang, { size: 18 });
	const share = Math.min(1, Math.sqrt(areaOf(rings)) / 260);
	const name = setName(highlight.label, 'region', lang, {
		size: 15 + 5 * share,
		spacing: 0.14 + 0.06 * share,
	});
	const xs = rings.flat().map(([x]) => x);
	const width = xs.reduce((a, b) => Math.max(a, b), 0) - xs.reduce((a, b) => Math.min(a, b), Infinity);
	const size = Math.max(15, Math.min(name.size, (name.size * width * 0.6) / name.width));
	return size === name.size ? name : setName(highlight.label, 'region', lang, { size, spacing: 0.14 });
}

function besidePoints(
	{ x, y }: { x: number; y: number },
	{ width, height }: SetName,
): { x: number; y: number }[] {
	return [
		{ x, y: y - height },
		{ x, y: y + height },
		{ x: x + width / 2 + 10, y },
		{ x: x - width / 2 - 10, y },
		{ x, y: y - 2 * height },
		{ x, y: y + 2 * height },
	];
}

interface SightedTerritory {
	territory: Territory;
	rings: PlanePoint[][];
	area: number;
}

/** What of each territory lies within the bounds, the largest first. */
function inSight(scene: Scene, territories: Territory[]): SightedTerritory[] {
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

interface Surroundings {
	lang: string;
	/** Highlighted shapes: their own name is enough. */
	avoid: PlanePoint[][][];
	/** All land on the screen. */
	land: PlanePoint[][];
	occupied: Occupied;
}

function placeTerritory(
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

/** Points all over a box. */
function samples({ left, right, top, bottom }: Rect): PlanePoint[] {
	const xs = [0, 0.25, 0.5, 0.75, 1].map((t) => left + (right - left) * t);
	return [top, (top + bottom) / 2, bottom].flatMap((y) => xs.map((x): PlanePoint => [x, y]));
}

function placeTowns(
	scene: Scene,
	world: World,
	lang: string,
	marks: (Mark & { x: number; y: number })[],
	occupied: Occupied,
	put: (placed: { label: Label; box: Rect }) => void,
): string {
	const least = 250_000 * 3 ** (5 - scene.level);
	const marked = new Set(marks.map(({ id }) => id));
	const shown: { x: number; y: number }[] = [...marks];
	let svg = '';
	let count = 0;
	for (const city of world.cities) {
		if (count >= MOST.city || city.population * (city.capital ? 4 : 1) < least) continue;
		if (marked.has(city.id)) continue;
		const at = scene.project(city.at);
		if (!at.visible || !within(grow(scene.bounds, -4), { left: at.x, right: at.x, top: at.y, bottom: at.y }))
			continue;
		if (shown.some((other) => Math.hypot(other.x - at.x, other.y - at.y) < CITY_SPACING)) continue;
		const style: LabelStyle = city.capital ? 'capital' : 'city';
		const name = setName(nameIn(city.names, lang), style, lang);
		const ring = { left: at.x - 4, right: at.x + 4, top: at.y - 4, bottom: at.y + 4 };
		const placed = [placeName(name, at.x + 7, at.y, 'start'), placeName(name, at.x - 7, at.y, 'end')].find(
			({ box }) => within(scene.bounds, box) && occupied.isFree(box, 3),
		);
		if (!placed || !occupied.isFree(ring, 1)) continue;
		put(placed);
		occupied.add(ring);
		shown.push(at);
		svg += `<circle class="town" cx="${short(at.x)}" cy="${short(at.y)}" r="${RING}"/>`;
		count++;
	}
	return svg;
}

/** Of the fifteen points that {@link samples} gives for the name of a sea. */
const MOST_ON_LAND = 2;

/** A river's name runs this far from its line, px, and stands at most so far from where it was asked for. */
const RIVER_LIFTS = [9, 16];
const RIVER_REACH = 14;

function placeWaters(
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

/** The upright box around a box turned about its middle. */
function turned(box: Rect, degrees: number): Rect {
	const angle = (degrees * Math.PI) / 180;
	const width = (box.right - box.left) / 2;
	const height = (box.bottom - box.top) / 2;
	const x = (box.left + box.right) / 2;
	const y = (box.top + box.bottom) / 2;
	const dx = Math.abs(width * Math.cos(angle)) + Math.abs(height * Math.sin(angle));
	const dy = Math.abs(width * Math.sin(angle)) + Math.abs(height * Math.cos(angle));
	return { left: x - dx, right: x + dx, top: y - dy, bottom: y + dy };
}

function areaOf(rings: PlanePoint[][]): number {
	return Math.abs(rings.reduce((sum, ring) => sum + signedArea(ring), 0));
}
