import { error } from '@sveltejs/kit';
import { allStories, story } from '#lib/server/stories.ts';
import { basemap } from '#lib/server/basemap.ts';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = () =>
	allStories().map(({ story: { lang, slug } }) => ({ lang, slug }));

export const load: PageServerLoad = ({ params }) => {
	const found = story(params.lang, params.slug);
	if (!found) error(404, `There is no story "${params.slug}" in "${params.lang}".`);
	return { story: found.story, archive: basemap().archive };
};
