import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { topologySeenFrom } from '#lib/compiler/index.ts';
import type { Worldview } from '#lib/gazetteer/index.ts';
import { readPlaces } from '#lib/gazetteer/read-places.ts';
import {
	prepareWorld,
	renderStill,
	type CropName,
	type StillOptions,
	type Tokens,
	type Water,
	type World,
} from '#lib/stills/index.ts';
import type { Topology } from 'topojson-specification';
import { story } from './stories';
import { themeTokens } from './theme';
import { loadWorld } from './world';

type NamedWater = { id: string; rank: number; at: [number, number][]; on?: string } & Record<string, unknown>;

/** Inhabitants of the smallest towns that maps may show; the gazetteer finds smaller ones. */
const LEAST_DRAWN = 75_000;

/** The still maps' world, as the recipes in `geodata/` have built it. Takes a second; keep it. */
export function readWorld(root = process.cwd(), worldview?: Worldview): World {
	const read = (path: string) => readFileSync(join(root, 'geodata', path), 'utf8');
	const places = readPlaces(read('built/places.tsv'));
	const { unnamed = [], renamed = {}, towns = [] } = worldview ?? {};
	const named = (kind: string) =>
		new Map(
			places
				.filter((place) => place.kind === kind && !unnamed.includes(place.id))
				.map(({ id, names, at }) => [id, { names: renamed[id] ?? names, at }]),
		);
	const topology: Topology = JSON.parse(read('built/world.topo.json'));
	return prepareWorld({
		world: worldview ? topologySeenFrom(topology, worldview) : topology,
		water: JSON.parse(read('built/water.topo.json')),
		countries: named('country'),
		provinces: named('province'),
		cities: places
			.filter(({ kind, population, capital }) => kind === 'city' && (population >= LEAST_DRAWN || capital))
			.map(({ id, names, at, population, capital }) => ({
				id,
				names,
				at,
				population,
				capital: capital === 'country' && !towns.includes(id),
			})),
		waters: readWaters(read('water-labels.yaml')),
	});
}

function readWaters(yaml: string): Water[] {
	const groups = parse(yaml) as Record<Water['kind'], NamedWater[]>;
	return Object.entries(groups).flatMap(([kind, waters]) =>
		waters.map(({ id: _, rank, at, on: __, also: ___, ...names }) => ({
			kind: kind as Water['kind'],
			names: names as Water['names'],
			at: at.map(([lon, lat]) => ({ lon, lat })),
			rank,
		})),
	);
}

const worlds = new Map<string, World>();
const drawn = new Map<string, string>();

/**
 * The still map of one step as an SVG file; `undefined` where there is no such story or step.
 *
 * @param step the step's id; the cover's is `cover`
 */
export function still(lang: string, slug: string, step: string, crop: CropName): string | undefined {
	const found = story(lang, slug);
	const shown = found && [found.story.cover, ...found.story.steps].find(({ id }) => id === step);
	if (!shown) return undefined;
	const { worldview } = found.story;
	const { view, heading: title } = shown;
	return drawStill({ view, shapes: found.shapes, lang, crop, title, worldview: worldview?.id });
}

export interface DrawOptions extends Omit<StillOptions, 'world' | 'tokens'> {
	/** The code of a worldview; the house's own rule if absent. */
	worldview?: string;
}

/** Draws a view in the colours of the theme; the same view twice is drawn once. */
export function drawStill({ worldview, ...options }: DrawOptions): string {
	const sources = stillSources(worldview);
	const { view, lang, crop, title } = options;
	const key = JSON.stringify([view, lang, crop, sources.tokens, title, worldview]);
	const known = drawn.get(key);
	if (known) return known;
	const svg = renderStill({ ...options, ...sources });
	drawn.set(key, svg);
	return svg;
}

/** What every picture is drawn with: the theme as it is now, and the world, which is read once. */
export function stillSources(worldview = ''): { tokens: Tokens; world: World } {
	const chosen = worldview ? loadWorld().worldviews.find(({ id }) => id === worldview) : undefined;
	const world = worlds.get(worldview) ?? readWorld(undefined, chosen);
	worlds.set(worldview, world);
	return { tokens: themeTokens(), world };
}
