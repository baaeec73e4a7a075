import { error } from '@sveltejs/kit';
import { imageCopy, imageEntries } from '#lib/server/images.ts';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = true;

export const entries: EntryGenerator = () =>
	imageEntries().map(({ file, ...story }) => ({ ...story, file: file.replace(/\.webp$/, '') }));

/** A copy of one of the story's images: `harbour-800.webp`. */
export const GET: RequestHandler = async ({ params: { lang, slug, file } }) => {
	const copy = await imageCopy(lang, slug, `${file}.webp`);
	if (!copy) error(404, `There is no image "${file}.webp" in "${slug}".`);
	return new Response(new Uint8Array(copy), { headers: { 'content-type': 'image/webp' } });
};
