import { error, json } from '@sveltejs/kit';
import { addressOf, basemapOf, SCHEMES, type Scheme } from '#lib/server/own-basemap.ts';
import { protomapsStyle } from '#lib/server/protomaps-style.ts';
import { allStories, story } from '#lib/server/stories.ts';
import { themeTokens } from '#lib/server/theme.ts';
import { isArchiveAddress, type Story } from '#lib/story/index.ts';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = true;

export const entries: EntryGenerator = () =>
	allStories().flatMap(({ story }) =>
		SCHEMES.filter((scheme) => archiveOf(story, scheme)).map((scheme) => ({
			lang: story.lang,
			slug: story.slug,
			scheme,
		})),
	);

/** The style of a story's own archive in the schema of Protomaps. */
export const GET: RequestHandler = ({ params }) => {
	const scheme = params.scheme as Scheme;
	const found = story(params.lang, params.slug);
	const archive = found && archiveOf(found.story, scheme);
	if (!archive) error(404, `The story "${params.slug}" in "${params.lang}" has no archive of its own.`);
	return json(protomapsStyle({ archive, lang: params.lang, scheme, tokens: themeTokens()[scheme] }));
};

/** The address of the archive as this file's neighbours see it, wherever the site is published. */
function archiveOf(story: Story, scheme: Scheme): string | undefined {
	const basemap = basemapOf(story);
	const address = basemap && addressOf(basemap, scheme);
	return address && isArchiveAddress(address) ? address.replace(/^\//, '../../') : undefined;
}
