import { error } from '@sveltejs/kit';
import { message } from '#lib/components/messages.ts';
import { basemap } from '#lib/server/basemap.ts';
import { deck } from '#lib/server/decks.ts';
import { addressesOf } from '#lib/server/own-basemap.ts';
import { siteUrl } from '#lib/server/site.ts';
import { allStories, story } from '#lib/server/stories.ts';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = () =>
	allStories().map(({ story: { lang, slug } }) => ({ lang, slug }));

export const load: PageServerLoad = async ({ params }) => {
	const sources = message(params.lang, 'sources');
	const found = await deck(params.lang, params.slug, { toStory: '../', sources });
	if (!found) error(404, `There is no story "${params.slug}" in "${params.lang}".`);
	const { story: told } = story(params.lang, params.slug)!;
	const { archive, relief } = basemap();
	return { deck: found, archive, relief: relief.archive, basemap: addressesOf(told), site: siteUrl() };
};
