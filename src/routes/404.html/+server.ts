import { message } from '#lib/components/messages.ts';
import { notFoundPage } from '#lib/server/not-found.ts';
import type { RequestHandler } from './$types';

export const prerender = true;

/** What hosts send for an address that does not exist. */
export const GET: RequestHandler = () => {
	const words = ['de', 'en'].map((lang) => ({
		lang,
		title: message(lang, 'notFound'),
		text: message(lang, 'notFoundText'),
		toFront: message(lang, 'toFront'),
	}));
	return new Response(notFoundPage(words), { headers: { 'content-type': 'text/html;charset=utf-8' } });
};
