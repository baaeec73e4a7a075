import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { compileStory, languageOf, type Compiled, type StoryImage } from '#lib/compiler/index.ts';
import { formatProblem, type Problem, type Shapes, type Story, type StorySummary } from '#lib/story/index.ts';
import { imageFactsOf, imagePaths } from './image-files';
import { servedBasemaps } from './served-basemaps';
import { loadWorld } from './world';

/** Where the stories lie: `src/stories`, or the folder that DATELINE_STORIES names, such as `tests/fixtures/stories`. */
const STORIES = process.env.DATELINE_STORIES?.trim().replace(/[\\/]+$/, '') || 'src/stories';

/** A story that may be published. */
export interface Published {
	story: Story;
	shapes: Shapes;
	summary: StorySummary;
	/** The images that its text shows. */
	images: StoryImage[];
}

/** What came of a file, problems included. */
export interface CompiledFile extends Compiled {
	file: string;
	slug: string;
	lang: string;
}

/** Mistakes of an author's; the message lists them all, as the terminal does. */
export class StoryMistakes extends Error {
	override name = 'StoryMistakes';

	constructor(readonly problems: Problem[]) {
		super(`Mistakes in a story:\n${problems.map(formatProblem).join('\n')}`);
	}
}

const cache = new Map<string, { stamp: string; compiled: CompiledFile[] }>();

/**
 * Every story in every language, in the order of their folders.
 *
 * @throws with all problems of all stories in its message, if one of them is an error
 */
export function allStories(): Published[] {
	return storyFolders().flatMap(published);
}

/** One story, `undefined` if there is none. Throws as {@link allStories} does. */
export function story(lang: string, slug: string): Published | undefined {
	const folder = `${STORIES}/${slug}`;
	if (!existsSync(folder)) return undefined;
	return published(folder).find((found) => found.story.lang === lang);
}

/** What stories there are and in which languages, as their files are called: nothing is read. */
export function toldStories(): { slug: string; languages: string[] }[] {
	return storyFolders().map((folder) => ({
		slug: basename(folder),
		languages: markdownFiles(folder).map(languageOf),
	}));
}

/** What the front page says of the stories in a language, the newest first. */
export function summaries(lang: string): StorySummary[] {
	return allStories()
		.map(({ summary }) => summary)
		.filter((summary) => summary.lang === lang)
		.sort((a, b) => (b.date ?? '').localeCompare(a.date ?? '') || a.slug.localeCompare(b.slug));
}

/** Compiles the stories in these folders, all of them if none is named. Throws nothing that an author can cause. */
export function compileFolders(folders: string[] = storyFolders()): CompiledFile[] {
	return folders.flatMap(compileFolder);
}

/** The problems of several files, each told once. */
export function problemsOf(files: Compiled[]): Problem[] {
	const all = files.flatMap(({ problems }) => problems);
	return [...new Map(all.map((problem) => [formatProblem(problem), problem])).values()];
}

function published(folder: string): Published[] {
	const compiled = compileFolder(folder);
	const problems = problemsOf(compiled).filter(({ severity }) => severity === 'error');
	if (problems.length) throw new StoryMistakes(problems);
	return compiled.flatMap(({ story, summary, shapes, images }) =>
		story && summary ? [{ story, summary, shapes, images }] : [],
	);
}

function compileFolder(folder: string): CompiledFile[] {
	const markdown = markdownFiles(folder);
	const paths = [...markdown, ...dataFiles(folder)];
	const pictures = imagePaths(folder);
	const basemaps = servedBasemaps();
	const times = [...paths, ...pictures].map((path) => `${path} ${statSync(path).mtimeMs}`);
	const stamp = [...times, JSON.stringify(basemaps)].join('\n');
	const known = cache.get(folder);
	if (known?.stamp === stamp) return known.compiled;
	const files = Object.fromEntries(paths.map((path) => [path, readFileSync(path)]));
	const images = imageFactsOf(pictures);
	const slug = basename(folder);
	const compiled = markdown.map((file) => {
		const lang = languageOf(file);
		return { file, slug, lang, ...compileStory({ files, images, basemaps, slug, lang, ...loadWorld() }) };
	});
	cache.set(folder, { stamp, compiled });
	return compiled;
}

function storyFolders(): string[] {
	return existsSync(STORIES) ? storiesBelow(STORIES) : [];
}

function storiesBelow(folder: string): string[] {
	return readdirSync(folder, { withFileTypes: true })
		.filter((entry) => entry.isDirectory())
		.map((entry) => `${folder}/${entry.name}`)
		.filter((below) => markdownFiles(below).length > 0)
		.sort();
}

/** The Markdown files of a folder, all but its `README.md`. The compiler says which of them are misnamed. */
function markdownFiles(folder: string): string[] {
	return readdirSync(folder)
		.filter((name) => /\.md$/i.test(name) && !/^readme\.md$/i.test(name))
		.map((name) => `${folder}/${name}`)
		.sort();
}

/** What `data` may name: the author's own GeoJSON. */
function dataFiles(folder: string): string[] {
	return readdirSync(folder)
		.filter((name) => /\.geojson$/i.test(name))
		.map((name) => `${folder}/${name}`)
		.sort();
}

/** The folders of the stories at a path: a story's file, its folder, or the folder of several stories. */
export function foldersAt(path: string): string[] {
	const folder = (statSync(path).isDirectory() ? path : dirname(path))
		.replaceAll('\\', '/')
		.replace(/\/+$/, '');
	return markdownFiles(folder).length ? [folder] : storiesBelow(folder);
}
