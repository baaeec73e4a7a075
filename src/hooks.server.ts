import type { Handle } from '@sveltejs/kit';

const RIGHT_TO_LEFT = /^(ar|dv|fa|he|ku|ps|ur|yi)\b/;

/** The two faces that every page shows at once; all others come when a character asks for them. */
const FIRST_FACES = /(literata-latin-opsz|source-sans-3-latin-wght)-normal/;

/** Gives every page its language and direction, and lets its faces be fetched along with its styles. */
export const handle: Handle = ({ event, resolve }) => {
	const lang = event.params.lang ?? 'de';
	const dir = RIGHT_TO_LEFT.test(lang) ? 'rtl' : 'ltr';
	return resolve(event, {
		transformPageChunk: ({ html }) => html.replace('%lang%', lang).replace('%dir%', dir),
		preload: ({ type, path }) =>
			type === 'css' || type === 'js' || (type === 'font' && FIRST_FACES.test(path)),
	});
};
