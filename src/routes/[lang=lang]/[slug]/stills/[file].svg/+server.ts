import { error } from '@sveltejs/kit';
import { still } from '#lib/server/stills.ts';
import { allStories } from '#lib/server/stories.ts';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = true;

const CROPS = ['3x2', '4x5'] as const;

export const entries: EntryGenerator = () =>
	allStories().flatMap(({ story: { lang, slug, cover, steps } }) =>
		[cover, ...steps].flatMap(({ id }) => CROPS.map((crop) => ({ lang, slug, file: `${id}-${crop}` }))),
	);

/** The still map of a step: `harbin-3x2.svg`, `harbin-4x5.svg`. */
export const GET: RequestHandler = ({ params }) => {
	const [, step, crop] = /^(.+)-(3x2|4x5)$/.exec(params.file) ?? [];
	const svg = step && still(params.lang, params.slug, step, crop as (typeof CROPS)[number]);
	if (!svg) error(404, `There is no still map "${params.file}.svg".`);
	return new Response(svg, { headers: { 'content-type': 'image/svg+xml' } });
};
