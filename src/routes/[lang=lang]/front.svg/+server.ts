import { error } from '@sveltejs/kit';
import { frontLanguages, frontStill } from '#lib/server/front.ts';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = true;

export const entries: EntryGenerator = () => frontLanguages().map((lang) => ({ lang }));

/** The map of a language's front page. */
export const GET: RequestHandler = ({ params }) => {
	const svg = frontStill(params.lang);
	if (!svg) error(404, `There is no story in "${params.lang}" to draw a map of.`);
	return new Response(svg, { headers: { 'content-type': 'image/svg+xml' } });
};
