import { error } from '@sveltejs/kit';
import { publication } from '#lib/server/theme.ts';
import { message } from '#lib/components/messages.ts';
import { storyShare } from '#lib/server/share.ts';
import { allStories } from '#lib/server/stories.ts';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = true;

export const entries: EntryGenerator = () =>
	allStories().map(({ story: { lang, slug } }) => ({ lang, slug }));

/** The picture that stands for a story in chats and feeds. */
export const GET: RequestHandler = async ({ params: { lang, slug } }) => {
	const png = await storyShare(lang, slug, { name: publication(), credit: message(lang, 'creditsShort') });
	if (!png) error(404, `There is no story "${slug}" in "${lang}".`);
	return new Response(new Uint8Array(png), { headers: { 'content-type': 'image/png' } });
};
