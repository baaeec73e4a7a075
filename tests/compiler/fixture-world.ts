import { readdirSync, readFileSync } from 'node:fs';
import { compileStory, createWorld, languageOf, type ImageFacts } from '#lib/compiler/index.ts';
import { createGazetteer, type Worldview } from '#lib/gazetteer/index.ts';
import { servedBasemaps } from '#lib/server/served-basemaps.ts';
import { imageFactsOf, imagePaths } from '#lib/server/image-files.ts';

/** Where the fixtures are: a folder each, which one can open. */
export const FIXTURES = 'tests/compiler/fixtures';

const read = (name: string) => readFileSync(`${FIXTURES}/world/${name}`, 'utf8');

/** A world of six squares and a dozen places. */
export const gazetteer = createGazetteer({
	placesTsv: read('places.tsv'),
	regions: JSON.parse(read('regions.json')),
});

export const world = createWorld(JSON.parse(read('world.topo.json')));

/** The worldviews as they are built. */
export const worldviews: Worldview[] = JSON.parse(readFileSync('geodata/built/worldviews.json', 'utf8'));

/** Compiles Markdown given by language, `{ de: '…' }`, with GeoJSON given by the name of its file. */
export function compile(
	texts: Record<string, string>,
	lang = Object.keys(texts)[0]!,
	data: Record<string, string | Uint8Array> = {},
	images: Record<string, ImageFacts> = {},
) {
	const files = Object.fromEntries([
		...Object.entries(texts).map(([name, text]) => [`src/stories/x/${name}.md`, text]),
		...Object.entries(data).map(([name, text]) => [`src/stories/x/${name}`, text]),
	]) as Record<string, string>;
	const byPath = Object.fromEntries(
		Object.entries(images).map(([name, facts]) => [`src/stories/x/${name}`, facts]),
	);
	return compileStory({ files, images: byPath, slug: 'x', lang, gazetteer, world, worldviews });
}

/** Compiles a fixture folder in every language that it has. */
export function compileFixture(name: string) {
	const names = readdirSync(`${FIXTURES}/${name}`);
	const files = Object.fromEntries(
		names
			.filter((file) => /\.(md|geojson)$/.test(file))
			.map((file) => [`src/stories/${name}/${file}`, readFileSync(`${FIXTURES}/${name}/${file}`)]),
	);
	const folder = `${FIXTURES}/${name}`;
	const images = Object.fromEntries(
		Object.entries(imageFactsOf(imagePaths(folder))).map(([path, facts]) => [
			path.replace(FIXTURES, 'src/stories'),
			facts,
		]),
	);
	const basemaps = servedBasemaps(`${folder}/static`);
	const stories = names.filter((file) => file.endsWith('.md'));
	return stories.map((file) => {
		const lang = languageOf(file);
		return {
			lang,
			...compileStory({ files, images, basemaps, slug: name, lang, gazetteer, world, worldviews }),
		};
	});
}

/** A story with one step and this map block. */
export function storyWith(map: string, prose = 'Text.'): string {
	return `---\ntitle: Titel\n---\n\n## Schritt\n\n\`\`\`map\n${map}\n\`\`\`\n\n${prose}\n`;
}
