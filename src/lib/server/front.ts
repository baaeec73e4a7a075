import { greatCircle } from '#lib/geo/index.ts';
import type { CropName } from '#lib/stills/index.ts';
import type { StorySummary, View } from '#lib/story/index.ts';
import { siteUrl } from './site';
import { drawStill } from './stills';
import { allStories, summaries } from './stories';

/** What the front page of a language shows. */
export function frontPage(lang: string) {
	return { lang, stories: summaries(lang), languages: frontLanguages(), site: siteUrl() };
}

/** Languages with a front page: those of the stories, and always German and English. */
export function frontLanguages(): string[] {
	return [...new Set(['de', 'en', ...allStories().map(({ story }) => story.lang)])];
}

/** The map of the front page as SVG: the lead story's places, its dateline's in the very middle. */
export function frontStill(lang: string, crop: CropName): string | undefined {
	const lead = summaries(lang)[0];
	const view = lead && frontView(lead);
	if (!view) return undefined;
	return drawStill({ view, shapes: {}, lang, crop, title: lead.title });
}

/** A quarter of the world around the lead's first place. */
const FRONT_ZOOM = 2.2;

/** The lead's places, its first in the middle; `undefined` where it has none. */
export function frontView({ path }: StorySummary): View | undefined {
	const [first, ...rest] = path;
	if (!first) return undefined;
	const stops = path.map(({ at }) => at);
	return {
		focus: [first.at],
		center: first.at,
		zoom: FRONT_ZOOM,
		maxZoom: FRONT_ZOOM,
		projection: 'flat',
		pitch: 0,
		bearing: 0,
		marks: path,
		highlights: [],
		routes: rest.length ? [{ stops, line: greatCircle(stops) }] : [],
		borders: [],
		data: [],
		key: [],
	};
}
