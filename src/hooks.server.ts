import type { Handle } from '@sveltejs/kit';

const RIGHT_TO_LEFT = /^(ar|dv|fa|he|ku|ps|ur|yi)\b/;

/** Gives every page its language and direction. */
export const handle: Handle = ({ event, resolve }) => {
	const lang = event.params.lang ?? 'de';
	const dir = RIGHT_TO_LEFT.test(lang) ? 'rtl' : 'ltr';
	return resolve(event, { transformPageChunk: ({ html }) => html.replace('%lang%', lang).replace('%dir%', dir) });
};
