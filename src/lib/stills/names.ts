import type { PlanePoint, Rect } from '#lib/geo/index.ts';
import { grow, within, type Occupied } from '#lib/labels/index.ts';
import type { Highlight } from '#lib/story/index.ts';
import type { PlacedHighlight } from './drawings';
import { boxAt, nameIn, placeName, setName, type Label, type LabelStyle, type SetName } from './label';
import { areaOf, short } from './outline';
import { alongLines, roomiest } from './room';
import type { Scene } from './scene';
import { inSight, placeTerritory } from './territory-names';
import { placeWaters, type Ground } from './water-names';
import type { Territory, World } from './world';

/** How many names of a kind a picture bears at most. When in doubt take away a label. */
const MOST = { country: 9, province: 8, city: 9 };

/** Scales from which on names of a kind help; see {@link Scene.level}. */
const PROVINCES_FROM = 4.6;
const CITIES_FROM = 3.6;

/** Towns keep this far from each other and from marks, px. */
const CITY_SPACING = 58;

const RING = 2.2;

/** A point that the story names itself. */
export interface ToldPoint {
	/** The gazetteer's id; absent for the author's own. */
	id?: string;
	label: string;
	x: number;
	y: number;
}

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
	ground: Ground,
	marks: ToldPoint[],
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

function placeTowns(
	scene: Scene,
	world: World,
	lang: string,
	marks: ToldPoint[],
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
