import type { PlanePoint, Rect } from '#lib/geo/index.ts';
import type { Highlight, Mark } from '#lib/story/index.ts';
import type { PlacedHighlight } from './drawings';
import { boxAt, placeName, setName, type Label, type LabelStyle, type SetName } from './label';
import { short, signedArea, trace } from './outline';
import { streamFor } from './projection';
import { grow, Occupied, roomiest, within } from './room';
import type { Scene } from './scene';
import type { Names, Territory, World } from './world';

/** How many names of a kind a picture bears at most. When in doubt take away a label. */
const MOST = { country: 9, province: 8, city: 9, sea: 5 };

/** Scales from which on names of a kind help; see {@link Scene.level}. */
const PROVINCES_FROM = 4.6;
const CITIES_FROM = 3.6;

/** Towns keep this far from each other and from marks, px. */
const CITY_SPACING = 58;

const RING = 2.2;

/** Names given to the picture so far, and the drawing of what belongs to them. */
export interface NameLayer {
	labels: Label[];
	/** Rings of towns. */
	towns: string;
}

/** Places names greedily: highlights, countries, provinces, towns, waters. Marks are in `occupied` already. */
export function placeNames(
	scene: Scene,
	world: World,
	lang: string,
	highlights: PlacedHighlight[],
	marks: (Mark & { x: number; y: number })[],
	occupied: Occupied,
): NameLayer {
	const labels: Label[] = [];
	const put = ({ label, box }: { label: Label; box: Rect }) => {
		labels.push(label);
		occupied.add(box);
	};
	const avoid = highlights.map(({ rings }) => rings).filter((rings) => rings.length > 0);
	for (const placed of [...highlights].sort((a, b) => areaOf(a.rings) - areaOf(b.rings))) {
		const found = placeHighlight(scene, placed, lang, occupied);
		if (found) put(found);
	}
	const told = new Set([...highlights.map(({ highlight }) => highlight.id)]);
	const said = new Set(highlights.map(({ highlight }) => highlight.label));
	const isTold = (territory: Territory) => told.has(territory.id) || said.has(nameIn(territory.names, lang));
	const territories = (kind: 'country' | 'province', items: Territory[]) => {
		let count = 0;
		for (const { territory, rings, area } of inSight(scene, items.filter((item) => !isTold(item)))) {
			if (count >= MOST[kind]) return;
			const found = placeTerritory(scene, kind, nameIn(territory.names, lang), lang, rings, area, avoid, occupied);
			if (!found) continue;
			put(found);
			count++;
		}
	};
	territories('country', world.countries());
	if (scene.level >= PROVINCES_FROM) territories('province', world.provinces());
	const towns = scene.level >= CITIES_FROM ? placeTowns(scene, world, lang, marks, occupied, put) : '';
	placeWaters(scene, world, lang, occupied, put);
	return { labels, towns };
}

export function nameIn(names: Names, lang: string): string {
	return names[lang] ?? names[lang.split('-')[0]!] ?? names['en'] ?? Object.values(names)[0] ?? '';
}

function placeHighlight(scene: Scene, { highlight, rings }: PlacedHighlight, lang: string, occupied: Occupied) {
	const name = highlightName(highlight, rings, lang);
	const color = colorOf(highlight);
	const finish = (x: number, y: number) => {
		const placed = placeName(name, x, y);
		return { ...placed, label: { ...placed.label, color } };
	};
	const own = scene.project(highlight.labelAt);
	const fits = (x: number, y: number) => within(scene.bounds, boxAt(name, x, y)) && occupied.isFree(boxAt(name, x, y), 4);
	if (own.visible && fits(own.x, own.y)) return finish(own.x, own.y);
	const spot = roomiest(clipTo(rings, scene.bounds), name, scene.bounds).find(({ x, y }) => fits(x, y));
	if (spot) return finish(spot.x, spot.y);
	if (!own.visible) return undefined;
	const beside = besidePoints(own, name).find(([x, y]) => fits(x, y));
	return beside && finish(...beside);
}

/** Ink on a fill, where the accent would not read; a region of open sea is named as water. */
function colorOf({ style, meaning, shape }: Highlight): string | undefined {
	if (shape === undefined || style === 'fill' || style === 'mention') return undefined;
	return meaning === 1 ? 'accent' : 'second';
}

function highlightName(highlight: Highlight, rings: PlanePoint[][], lang: string): SetName {
	if (highlight.shape === undefined) return setName(highlight.label, 'sea', lang, { size: 18 });
	const share = Math.min(1, Math.sqrt(areaOf(rings)) / 260);
	return setName(highlight.label, 'region', lang, { size: 15 + 5 * share, spacing: 0.14 + 0.06 * share });
}

function besidePoints({ x, y }: { x: number; y: number }, { width, height }: SetName): [number, number][] {
	return [
		[x, y - height],
		[x, y + height],
		[x + width / 2 + 10, y],
		[x - width / 2 - 10, y],
		[x, y - 2 * height],
		[x, y + 2 * height],
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
			const rings = trace(stream, territory.geometry, { tolerance: 1.5, leastArea: 60 }).map(({ points }) => points);
			return { territory, rings, area: areaOf(rings) };
		})
		.filter(({ area }) => area > 500)
		.sort((a, b) => b.area - a.area);
}

function placeTerritory(
	scene: Scene,
	kind: 'country' | 'province',
	text: string,
	lang: string,
	rings: PlanePoint[][],
	area: number,
	avoid: PlanePoint[][][],
	occupied: Occupied,
) {
	const share = kind === 'country' ? Math.min(1, Math.sqrt(area) / 300) : 0;
	const name = setName(text, kind, lang, kind === 'country' ? { size: 13 + 3 * share, spacing: 0.16 + 0.1 * share } : {});
	const spots = roomiest(rings, name, scene.bounds, avoid);
	const spot = spots.find(({ x, y, room }) => room > 0.62 && occupied.isFree(boxAt(name, x, y), 10));
	return spot && placeName(name, spot.x, spot.y);
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
		if (!at.visible || !within(grow(scene.bounds, -4), { left: at.x, right: at.x, top: at.y, bottom: at.y })) continue;
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

const KINDS = ['ocean', 'sea', 'lake', 'river'] as const;

function placeWaters(
	scene: Scene,
	world: World,
	lang: string,
	occupied: Occupied,
	put: (placed: { label: Label; box: Rect }) => void,
): void {
	let count = 0;
	const wanted = world.waters
		.filter(({ minZoom, maxZoom }) => scene.level >= minZoom && scene.level <= maxZoom)
		.sort((a, b) => KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) || a.minZoom - b.minZoom);
	for (const water of wanted) {
		if (count >= MOST.sea) return;
		const at = scene.project(water.at);
		if (!at.visible) continue;
		const name = setName(nameIn(water.names, lang), water.kind === 'river' ? 'river' : 'sea', lang);
		const placed = placeName(name, at.x, at.y);
		const box = water.angle ? turned(placed.box, water.angle) : placed.box;
		if (!within(scene.bounds, box) || !occupied.isFree(box, 4)) continue;
		put({ label: { ...placed.label, angle: water.angle }, box });
		count++;
	}
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

/** Rings that have anything inside the bounds; roomiest() itself keeps to the bounds. */
function clipTo(rings: PlanePoint[][], bounds: Rect): PlanePoint[][] {
	return rings.filter((ring) => ring.some(([x, y]) => within(bounds, { left: x, right: x, top: y, bottom: y })) || Math.abs(signedArea(ring)) > 1e4);
}

function areaOf(rings: PlanePoint[][]): number {
	return Math.abs(rings.reduce((sum, ring) => sum + signedArea(ring), 0));
}
