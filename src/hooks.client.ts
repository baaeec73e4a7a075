import type { ClientInit, HandleClientError } from '@sveltejs/kit';
import { navigating } from '$app/state';

/**
 * A page comes to life only when all of its script is there. Kit would replace a page of which one file is missing by
 * an error, and the text with it; as it was served, it can be read.
 */
export const init: ClientInit = async () => {
	const files = [...document.querySelectorAll<HTMLLinkElement>('link[rel=modulepreload]')];
	await Promise.all(files.map(({ href }) => import(/* @vite-ignore */ href)));
};

/**
 * Where a link leads to a page of which something does not come, the browser opens it as it was served: Kit would say
 * that there is no such page.
 */
export const handleError: HandleClientError = async ({ error, status }) => {
	const { to } = navigating;
	if (!to || status === 404) return console.error(error);
	location.assign(to.url);
	await new Promise(() => undefined); // this page ends here
};
