import { deckOf, type DeckOptions } from '#lib/slides/index.ts';
import type { Deck, Story } from '#lib/story/index.ts';
import { story } from './stories';
import { loadMeasure } from './typesetter';

/** The decks of a story as it was last compiled: cutting its text takes a second. */
const cut = new WeakMap<Story, Map<string, Deck>>();

/** One story as slides, split for all screens; `undefined` if there is none. Throws as `story` does. */
export async function deck(
	lang: string,
	slug: string,
	options: Omit<DeckOptions, 'measure'>,
): Promise<Deck | undefined> {
	const found = story(lang, slug);
	if (!found) return undefined;
	const decks = cut.get(found.story) ?? new Map<string, Deck>();
	cut.set(found.story, decks);
	const key = JSON.stringify(options);
	const known = decks.get(key) ?? deckOf(found.story, { ...options, measure: await loadMeasure() });
	decks.set(key, known);
	return known;
}
