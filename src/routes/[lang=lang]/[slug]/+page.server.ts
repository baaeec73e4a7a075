import { error } from '@sveltejs/kit';
import { withLinkNotes } from '#lib/components/link-notes.ts';
import { allStories, story, summaries } from '#lib/server/stories.ts';
import { addressesOf } from '#lib/server/own-basemap.ts';
import { siteUrl } from '#lib/server/site.ts';
import type { Step, Story } from '#lib/story/index.ts';
import { basemap } from '#lib/server/basemap.ts';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = () =>
	allStories().map(({ story: { lang, slug } }) => ({ lang, slug }));

/** How many other stories stand at the end of one. */
const MORE = 3;

export const load: PageServerLoad = ({ params }) => {
	const found = story(params.lang, params.slug);
	if (!found) error(404, `There is no story "${params.slug}" in "${params.lang}".`);
	return {
		story: forPage(found.story),
		more: summaries(params.lang)
			.filter(({ slug }) => slug !== params.slug)
			.slice(0, MORE),
		archive: basemap().archive,
		relief: basemap().relief.archive,
		basemap: addressesOf(found.story),
		site: siteUrl(),
	};
};

/**
 * With the addresses of links for paper, which the browser need not work out. The presenter's notes are not for the reader,
 * nor for who looks into the page's source.
 */
function forPage(story: Story): Story {
	const shown = (step: Step): Step => ({ ...step, html: withLinkNotes(step.html), note: undefined });
	return { ...story, basemap: undefined, cover: shown(story.cover), steps: story.steps.map(shown) };
}
