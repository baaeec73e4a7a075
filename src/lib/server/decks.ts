import { deckOf, type DeckOptions } from '#lib/slides/index.ts';
import type { Deck } from '#lib/story/index.ts';
import { story } from './stories';
import { loadMeasure } from './typesetter';

/** One story as slides, split for all screens; `undefined` if there is none. Throws as `story` does. */
export async function deck(
	lang: string,
	slug: string,
	options: Omit<DeckOptions, 'measure'>,
): Promise<Deck | undefined> {
	const found = story(lang, slug);
	return found && deckOf(found.story, { ...options, measure: await loadMeasure() });
}
