import type { Handle, HandleServerError, RequestEvent, ServerInit } from '@sveltejs/kit';
import { dirOf } from '#lib/story/index.ts';
import { worldFaults } from '#lib/server/basemap.ts';
import { allowOrigins, allowOriginsInPage } from '#lib/server/content-policy.ts';
import { defaultBasemap, originsOf } from '#lib/server/own-basemap.ts';
import { siteUrl } from '#lib/server/site.ts';
import { story, StoryMistakes } from '#lib/server/stories.ts';

/** The faces that every page shows at once; all others come when a character asks for them. */
const FIRST_FACES = /\/(literata|literata-display|dateline-sans)-core\./;

/** The pages with a live map. */
const WITH_MAP = ['/[lang=lang]/[slug]', '/[lang=lang]/[slug]/slides'];

/** A wrong `DATELINE_URL` or `DATELINE_BASEMAP` stops the build before its first page; a damaged world does not. */
export const init: ServerInit = () => {
	siteUrl();
	defaultBasemap();
	for (const fault of worldFaults()) console.warn(`\n${fault}\n`);
};

/** Gives every page its language and direction, lets its faces be fetched along with its styles, and its map ask its basemap's hosts. */
export const handle: Handle = async ({ event, resolve }) => {
	const lang = event.params.lang ?? (event.route.id === '/world' ? 'en' : 'de');
	const dir = dirOf(lang);
	const origins = mapOrigins(event);
	const response = await resolve(event, {
		transformPageChunk: ({ html }) =>
			allowOriginsInPage(html.replace('%lang%', lang).replace('%dir%', dir), origins),
		preload: ({ type, path }) =>
			type === 'css' || type === 'js' || (type === 'font' && FIRST_FACES.test(path)),
	});
	const policy = response.headers.get('content-security-policy');
	if (policy) response.headers.set('content-security-policy', allowOrigins(policy, origins));
	return response;
};

/** Of a story with mistakes there is no map; they are told where its page is made. */
function mapOrigins({ route, params }: RequestEvent): string[] {
	if (!route.id || !WITH_MAP.includes(route.id)) return [];
	try {
		const found = story(params.lang!, params.slug!);
		return found ? originsOf(found.story) : [];
	} catch (error) {
		if (error instanceof StoryMistakes) return [];
		throw error;
	}
}

/** An author's mistakes are listed in terminal and page, without a stack trace; all else is a developer's. */
export const handleError: HandleServerError = ({ error, status, message }) => {
	if (error instanceof StoryMistakes) {
		console.error(`\n${error.message}\n`);
		return { message: error.message };
	}
	if (status !== 404) console.error(error);
	return { message };
};
