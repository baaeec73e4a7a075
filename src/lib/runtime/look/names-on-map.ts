import type { LonLat, Position, StoryWorldview } from '#lib/story/index.ts';
import type { Looked } from '../map/look-around';
import { chooseName, type Candidate, type Told } from './choose-name';
import { isInside, type Area } from './inside';

interface Point {
	x: number;
	y: number;
}

/** A feature as MapLibre hands it out, as far as it is of use here. */
interface Feature {
	geometry: GeoJSON.Geometry;
	properties: Record<string, unknown>;
	sourceLayer?: string;
	state?: { told?: boolean };
}

/** How near a finger or a pointer has to come, px: first what lies under it, then further out. */
const REACH = { fine: [1, 6, 12], coarse: [1, 10, 20, 28] };

/** How far from its name a water is still known by it, px. */
const WATER = 240;

/** On the way to a water's name so many points are looked at, whether there is land. */
const SOUNDINGS = 24;

const KINDS: Record<string, Candidate['kind']> = {
	places: 'town',
	water_labels: 'river',
	province_labels: 'province-name',
	country_labels: 'country-name',
};

/**
 * Tells what is where on the map that a reader looks around: of the story's own, and of the world in the box, as far as
 * its tiles are there. Names are those that the map would set, in the story's language and by its worldview.
 */
export class NamesOnMap {
	readonly #looked: Looked;
	readonly #lang: string;
	readonly #worldview: Pick<StoryWorldview, 'unnamed' | 'renamed'>;
	/** Names of countries and provinces by code; a name may be known before the map shows its country close by. */
	readonly #known = new Map<string, string>();
	/** What was asked of the tiles for one answer, since unpacking them takes long. */
	readonly #unpacked = new Map<string, Feature[]>();

	constructor(looked: Looked, lang: string, worldview: StoryWorldview | undefined) {
		this.#looked = looked;
		this.#lang = lang;
		this.#worldview = worldview ?? { unnamed: [], renamed: {} };
		this.learn();
	}

	/** Remembers the names that have come; to be called when the map has come to rest elsewhere. */
	learn(): void {
		this.#unpacked.clear();
		for (const layer of ['country_labels', 'province_labels'])
			for (const { properties } of this.#tiles(layer)) {
				const name = this.#nameOf(properties);
				if (name) this.#known.set(String(properties.code), name);
			}
	}

	/** @param point px from the map's top left corner */
	at(point: Point, pointer: 'fine' | 'coarse'): Told | undefined {
		const { map, project } = this.#looked;
		this.learn();
		const { lng: lon, lat } = map.unproject([point.x, point.y]);
		const ground = { lon, lat };
		const there = project(ground);
		const onGlobe = Math.hypot(there.x - point.x, there.y - point.y) < 2;
		const names = this.#names(point, pointer);
		const told = chooseName(names);
		if (!onGlobe) return told;
		const around = told?.at ?? ground;
		return chooseName([...names, ...this.#areas(around, told !== undefined)]);
	}

	/** What is set in letters near a point, the story's and the basemap's. */
	#names(point: Point, pointer: 'fine' | 'coarse'): Candidate[] {
		const { map, view } = this.#looked;
		const layers = map.getLayersOrder().filter((id) => {
			const layer = map.getLayer(id);
			if (!layer || (layer.type !== 'symbol' && layer.type !== 'circle')) return false;
			return layer.source.startsWith('story-') || (!this.#looked.isOwn && layer.source === 'world');
		});
		const own = new Set(
			[...view.marks, ...view.highlights, ...view.data.flatMap(({ points }) => points)].map(
				({ label }) => label,
			),
		);
		return REACH[pointer].flatMap((distance) => {
			const box: [[number, number], [number, number]] = [
				[point.x - distance, point.y - distance],
				[point.x + distance, point.y + distance],
			];
			const found = map.queryRenderedFeatures(box, { layers }) as unknown as Feature[];
			return found.flatMap(({ geometry, properties, sourceLayer, state }): Candidate[] => {
				if (geometry.type !== 'Point' || state?.told) return [];
				const at = pointOf(geometry.coordinates);
				if (!sourceLayer || !KINDS[sourceLayer]) {
					const label = properties.label as string | undefined;
					return label && own.has(label) ? [{ kind: 'story', name: label, at, distance }] : [];
				}
				const name = this.#nameOf(properties);
				return name ? [{ kind: KINDS[sourceLayer], name, at, distance }] : [];
			});
		});
	}

	/** What lies around a point: areas of the basemap and of the story, or a water. */
	#areas(at: LonLat, isNamed: boolean): Candidate[] {
		const { view, shapes = {}, isOwn } = this.#looked;
		const regions = view.highlights.flatMap(({ label, shape }): Candidate[] => {
			const area = shape ? shapes[shape] : undefined;
			const isAround = area?.type === 'MultiPolygon' && isInside(at, area);
			return isAround ? [{ kind: 'region', name: label, at, distance: 0 }] : [];
		});
		if (isOwn) return regions;
		const inLayer = (layer: string, kind: 'province' | 'country'): Candidate[] => {
			const code = String(this.#around(layer, at)?.properties.code);
			const name = this.#worldview.unnamed.includes(code) ? undefined : this.#known.get(code);
			return name ? [{ kind, name, at, distance: 0 }] : [];
		};
		const areas = [...inLayer('provinces', 'province'), ...inLayer('countries', 'country'), ...regions];
		return isNamed || areas.length || !this.#isWater(at) ? areas : this.#waters(at);
	}

	/** The names of waters to which there is a way over water. */
	#waters(from: LonLat): Candidate[] {
		const { project } = this.#looked;
		const start = project(from);
		const waters = this.#tiles('water_labels').flatMap(({ geometry, properties }) => {
			const name = this.#nameOf(properties);
			if (geometry.type !== 'Point' || properties.kind === 'river' || !name) return [];
			const at = pointOf(geometry.coordinates);
			const { x, y, visible } = project(at);
			return visible ? [{ name, at, distance: Math.hypot(x - start.x, y - start.y) }] : [];
		});
		const nearest = waters
			.filter(({ distance }) => distance < WATER)
			.sort((a, b) => a.distance - b.distance)
			.find(({ at }) => this.#isWaterAllTheWay(from, at));
		return nearest ? [{ ...nearest, kind: 'water', at: from }] : [];
	}

	#isWaterAllTheWay(from: LonLat, to: LonLat): boolean {
		const east = ((to.lon - from.lon + 540) % 360) - 180;
		return Array.from({ length: SOUNDINGS }, (_, index) => (index + 1) / SOUNDINGS).every((part) =>
			this.#isWater({ lon: from.lon + east * part, lat: from.lat + (to.lat - from.lat) * part }),
		);
	}

	#isWater(at: LonLat): boolean {
		return !this.#around('land', at) || this.#around('lakes', at) !== undefined;
	}

	#around(layer: string, at: LonLat): Feature | undefined {
		return this.#tiles(layer).find(
			({ geometry }) =>
				(geometry.type === 'Polygon' || geometry.type === 'MultiPolygon') && isInside(at, geometry as Area),
		);
	}

	/** All of a layer in the tiles that are there. */
	#tiles(sourceLayer: string): Feature[] {
		const { map, isOwn } = this.#looked;
		if (isOwn || !map.getSource('world')) return [];
		const features =
			this.#unpacked.get(sourceLayer) ??
			(map.querySourceFeatures('world', { sourceLayer }) as unknown as Feature[]);
		this.#unpacked.set(sourceLayer, features);
		return features;
	}

	#nameOf(properties: Record<string, unknown>): string | undefined {
		const code = String(properties.code);
		if (this.#worldview.unnamed.includes(code)) return undefined;
		const name = this.#worldview.renamed[code] ?? properties[`name_${this.#lang}`] ?? properties.name;
		return typeof name === 'string' ? name : undefined;
	}
}

function pointOf(position: GeoJSON.Position): LonLat {
	const [lon, lat] = position as Position;
	return { lon, lat };
}
