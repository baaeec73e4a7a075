import { error } from '@sveltejs/kit';
import { message } from '#lib/components/messages.ts';
import { basemap } from '#lib/server/basemap.ts';
import { deck } from '#lib/server/decks.ts';
import { siteUrl } from '#lib/server/site.ts';
import { allStories } from '#lib/server/stories.ts';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = () =>
	allStories().map(({ story: { lang, slug } }) => ({ lang, slug }));

export const load: PageServerLoad = async ({ params }) => {
	const sources = message(params.lang, 'sources');
	const found = await deck(params.lang, params.slug, { toStory: '../', sources });
	if (!found) error(404, `There is no story "${params.slug}" in "${params.lang}".`);
	return { deck: found, archive: basemap().archive, relief: basemap().relief.archive, site: siteUrl() };
};
