import { resolve } from '$app/paths';

/** Addresses of pages end in a slash: without it a host's redirect would cost every reader a round trip. */
const page = (address: string) => address.replace(/\/?$/, '/');

/** The front page of a language. */
export function frontAddress(lang: string): string {
	return page(resolve('/[lang=lang]', { lang }));
}

/** A story in a language. Its stills and shapes lie below it. */
export function storyAddress(lang: string, slug: string): string {
	return page(resolve('/[lang=lang]/[slug]', { lang, slug }));
}
