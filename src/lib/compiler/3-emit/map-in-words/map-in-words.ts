import type { Gazetteer } from '#lib/gazetteer/index.ts';
import type { World } from '../world';
import { createAtlas, type Atlas } from './atlas';
import { compose, type Sentences } from './compose';
import { german } from './de';
import { english } from './en';
import type { MapFacts } from './facts';
import { mapFacts, type Standing } from './map-facts';
import { plainWords } from './plain';

const LANGUAGES: Record<string, Sentences> = { de: german, en: english };

/** Kept with the world, for the other languages of a story and its next edit. */
const atlases = new WeakMap<World, Atlas>();

/** Tells someone who cannot see the maps what each of them shows: one text for each step, the cover's first. */
export function mapsInWords(steps: Standing[], lang: string, world: World, gazetteer: Gazetteer): string[] {
	const atlas = atlases.get(world) ?? createAtlas(world, gazetteer);
	atlases.set(world, atlas);
	let drawn: Standing | undefined;
	return steps.map(({ map, view }) => {
		const before = drawn;
		drawn = { map: map.keepsView && before ? before.map : map, view };
		return inWords(mapFacts(drawn, before, atlas), lang);
	});
}

/** Facts as prose in a language whose grammar is known here, else as names and numbers. */
export function inWords(facts: MapFacts, lang: string): string {
	const words = LANGUAGES[lang] ?? LANGUAGES[lang.split('-')[0] ?? ''];
	return words ? compose(facts, words) : plainWords(facts, lang);
}
