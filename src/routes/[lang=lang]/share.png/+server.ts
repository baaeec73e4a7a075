import { message } from '#lib/components/messages.ts';
import { publication } from '#lib/server/theme.ts';
import { frontLanguages } from '#lib/server/front.ts';
import { frontShare } from '#lib/server/share.ts';
import { error } from '@sveltejs/kit';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = true;

export const entries: EntryGenerator = () => frontLanguages().map((lang) => ({ lang }));

/** The picture that stands for a front page in chats and feeds. */
export const GET: RequestHandler = async ({ params: { lang } }) => {
	if (!frontLanguages().includes(lang)) error(404, `There is no front page in "${lang}".`);
	const png = await frontShare(lang, {
		name: publication(),
		credit: message(lang, 'creditsShort'),
		tagline: message(lang, 'frontTagline'),
	});
	return new Response(new Uint8Array(png), { headers: { 'content-type': 'image/png' } });
};
