import { error } from '@sveltejs/kit';
import { allStories, story } from '#lib/server/stories.ts';
import { siteUrl } from '#lib/server/site.ts';
import type { Step, Story } from '#lib/story/index.ts';
import { basemap } from '#lib/server/basemap.ts';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = () =>
	allStories().map(({ story: { lang, slug } }) => ({ lang, slug }));

export const load: PageServerLoad = ({ params }) => {
	const found = story(params.lang, params.slug);
	if (!found) error(404, `There is no story "${params.slug}" in "${params.lang}".`);
	return { story: withoutNotes(found.story), archive: basemap().archive, site: siteUrl() };
};

/** The presenter's notes are not for the reader, nor for who looks into the page's source. */
function withoutNotes(story: Story): Story {
	const bare = (step: Step): Step => ({ ...step, note: undefined });
	return { ...story, cover: bare(story.cover), steps: story.steps.map(bare) };
}
