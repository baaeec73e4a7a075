import { error, json } from '@sveltejs/kit';
import { allStories, story } from '#lib/server/stories.ts';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = true;

export const entries: EntryGenerator = () =>
	allStories().map(({ story: { lang, slug } }) => ({ lang, slug }));

/** The geometry that the steps of a story draw. */
export const GET: RequestHandler = ({ params }) => {
	const found = story(params.lang, params.slug);
	if (!found) error(404, `There is no story "${params.slug}" in "${params.lang}".`);
	return json(found.shapes);
};
