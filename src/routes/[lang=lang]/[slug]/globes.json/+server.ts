import { error, json } from '@sveltejs/kit';
import { globesOf } from '#lib/server/globes.ts';
import { allStories, story } from '#lib/server/stories.ts';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = true;

export const entries: EntryGenerator = () =>
	allStories().map(({ story: { lang, slug } }) => ({ lang, slug }));

/** The small globes that show where the close views of a story are. */
export const GET: RequestHandler = ({ params }) => {
	const found = story(params.lang, params.slug);
	if (!found) error(404, `There is no story "${params.slug}" in "${params.lang}".`);
	return json(globesOf(found.story));
};
