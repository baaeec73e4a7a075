import { error } from '@sveltejs/kit';
import { frontStill } from '#lib/server/front.ts';
import { allStories } from '#lib/server/stories.ts';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = true;

const CROPS = ['3x2', 'wide'] as const;

export const entries: EntryGenerator = () => {
	const languages = new Set(allStories().map(({ story }) => story.lang));
	return [...languages].flatMap((lang) => CROPS.map((crop) => ({ lang, crop })));
};

/** The map of a language's front page. */
export const GET: RequestHandler = ({ params }) => {
	const crop = CROPS.find((name) => name === params.crop);
	const svg = crop && frontStill(params.lang, crop);
	if (!svg) error(404, `There is no front page map "${params.crop}" in "${params.lang}".`);
	return new Response(svg, { headers: { 'content-type': 'image/svg+xml' } });
};
