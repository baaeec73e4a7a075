import type { ClientInit } from '@sveltejs/kit';

/**
 * A page comes to life only when all of its script is there. Kit would replace a page of which one file is missing by
 * an error, and the text with it; as it was served, it can be read.
 */
export const init: ClientInit = async () => {
	const files = [...document.querySelectorAll<HTMLLinkElement>('link[rel=modulepreload]')];
	await Promise.all(files.map(({ href }) => import(/* @vite-ignore */ href)));
};
