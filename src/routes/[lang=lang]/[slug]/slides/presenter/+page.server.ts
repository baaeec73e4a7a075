import { error } from '@sveltejs/kit';
import { message } from '#lib/components/messages.ts';
import { deck } from '#lib/server/decks.ts';
import { allStories } from '#lib/server/stories.ts';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = () =>
	allStories().map(({ story: { lang, slug } }) => ({ lang, slug }));

export const load: PageServerLoad = async ({ params }) => {
	const sources = message(params.lang, 'sources');
	const found = await deck(params.lang, params.slug, {
		toStory: '../../',
		sources,
		withNotes: true,
		preview: true,
	});
	if (!found) error(404, `There is no story "${params.slug}" in "${params.lang}".`);
	return { deck: found };
};
