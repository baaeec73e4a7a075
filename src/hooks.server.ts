import type { Handle, HandleServerError, ServerInit } from '@sveltejs/kit';
import { dirOf } from '#lib/story/index.ts';
import { siteUrl } from '#lib/server/site.ts';
import { StoryMistakes } from '#lib/server/stories.ts';

/** The faces that every page shows at once; all others come when a character asks for them. */
const FIRST_FACES = /\/(literata|literata-display|dateline-sans)-core\./;

/** A wrong `DATELINE_URL` stops the build before its first page. */
export const init: ServerInit = () => void siteUrl();

/** Gives every page its language and direction, and lets its faces be fetched along with its styles. */
export const handle: Handle = ({ event, resolve }) => {
	const lang = event.params.lang ?? (event.route.id === '/world' ? 'en' : 'de');
	const dir = dirOf(lang);
	return resolve(event, {
		transformPageChunk: ({ html }) => html.replace('%lang%', lang).replace('%dir%', dir),
		preload: ({ type, path }) =>
			type === 'css' || type === 'js' || (type === 'font' && FIRST_FACES.test(path)),
	});
};

/** An author's mistakes are listed in terminal and page, without a stack trace; all else is a developer's. */
export const handleError: HandleServerError = ({ error, status, message }) => {
	if (error instanceof StoryMistakes) {
		console.error(`\n${error.message}\n`);
		return { message: error.message };
	}
	if (status !== 404) console.error(error);
	return { message };
};
