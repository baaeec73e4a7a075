import { asset, resolve } from '$app/paths';
import type { BasemapAddresses } from '#lib/story/index.ts';

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

/** A story's own basemap as its pages find it: `static/` is served at the root of the site, and what the build made lies below the story. */
export function basemapAddresses(
	basemap: BasemapAddresses | null,
	story: string,
): BasemapAddresses | undefined {
	if (!basemap) return undefined;
	const find = (address: string) => {
		if (address.startsWith('/')) return asset(address);
		return address.includes(':') ? address : story + address;
	};
	return { ...basemap, light: find(basemap.light), dark: basemap.dark && find(basemap.dark) };
}
