import { error } from '@sveltejs/kit';
import { siteFiles } from '#lib/server/site-files.ts';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = true;

export const entries: EntryGenerator = () => Object.keys(siteFiles()).map((file) => ({ file }));

/** What search engines read. */
export const GET: RequestHandler = ({ params: { file } }) => {
	const text = siteFiles()[file];
	if (text === undefined) error(404, `There is no ${file} while DATELINE_URL is not set.`);
	const type = file.endsWith('.xml') ? 'application/xml' : 'text/plain';
	return new Response(text, { headers: { 'content-type': type } });
};
