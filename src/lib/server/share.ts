import sharp from 'sharp';
import { shareSvg, type ShareOptions } from '#lib/share/index.ts';
import type { View } from '#lib/story/index.ts';
import { frontView } from './front';
import { stillSources } from './stills';
import { story, summaries } from './stories';
import { loadTypesetter } from './typesetter';

/** The words of the interface, which the components know. */
export interface ShareWords {
	/** The publication's. */
	name: string;
	credit: string;
}

/** The picture that stands for a story in chats and feeds, PNG; `undefined` where there is no such story. */
export async function storyShare(lang: string, slug: string, words: ShareWords) {
	const found = story(lang, slug);
	if (!found) return undefined;
	const { title, cover, worldview } = found.story;
	return draw({
		...words,
		view: cover.view,
		shapes: found.shapes,
		lang,
		headline: title,
		dateline: cover.dateline,
		worldview: worldview?.id,
	});
}

/** The same for the front page of a language: the world around its lead. */
export async function frontShare(lang: string, { name, credit, tagline }: ShareWords & { tagline: string }) {
	const lead = summaries(lang)[0];
	const view = (lead && frontView(lead)) ?? NOWHERE;
	const globe: View = { ...view, projection: 'globe', whole: true, zoom: undefined, center: undefined };
	return draw({ view: globe, shapes: {}, lang, headline: name, tagline, credit });
}

const NOWHERE: View = {
	...{ focus: [], projection: 'globe', maxZoom: 6, pitch: 0, bearing: 0 },
	...{ marks: [], highlights: [], routes: [], borders: [], data: [], key: [] },
};

async function draw({
	worldview,
	...options
}: Omit<ShareOptions, 'world' | 'tokens' | 'typeset'> & { worldview?: string }): Promise<Buffer> {
	return rasterise(shareSvg({ ...options, ...stillSources(worldview), typeset: await loadTypesetter() }));
}

/** Pixels of an SVG without text. 128 colours are enough for paper, ink and water, and halve the file. */
export async function rasterise(svg: string): Promise<Buffer> {
	return sharp(Buffer.from(svg)).png({ palette: true, colours: 128, effort: 10, dither: 0 }).toBuffer();
}
