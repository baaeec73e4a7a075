import { nearest, seenFrom, type Gazetteer, type Worldview } from '#lib/gazetteer/index.ts';
import {
	formatProblem,
	isLanguage,
	isLanguageTag,
	type Problem,
	type Shapes,
	type Story,
	type StorySummary,
} from '#lib/story/index.ts';
import { parseDocument } from './1-parse/parse-document';
import { assignIds } from './2-resolve/assign-ids';
import { pairTranslation } from './2-resolve/pair-translation';
import { dataFiles } from './2-resolve/resolve-data';
import type { ServedBasemaps } from './2-resolve/resolve-basemap';
import { imageFiles, type ImageFacts, type StoryImage } from './2-resolve/resolve-image';
import { emitStory } from './3-emit/emit-story';
import type { World } from './3-emit/world';
import type { Draft } from './draft';
import { problems as catalogue } from './problems';

export interface CompileInput {
	/**
	 * The files of one story by path: its Markdown, `src/stories/china/de.md`, whose name is the language, and the
	 * author's own GeoJSON beside it. Bytes, or text where somebody has decoded it already.
	 */
	files: Record<string, string | Uint8Array>;
	/** What is known of the images beside them, by path. */
	images?: Record<string, ImageFacts>;
	/** What is known of the styles and archives below `static/`, by address; not looked up if absent. */
	basemaps?: ServedBasemaps;
	slug: string;
	lang: string;
	gazetteer: Gazetteer;
	world: World;
	/** Those that a story may choose. */
	worldviews?: Worldview[];
}

export interface Compiled {
	/** Absent only if there is nothing to show: no file in this language, or no steps. */
	story?: Story;
	summary?: StorySummary;
	shapes: Shapes;
	/** The images that the story shows, and what copies of them it needs. */
	images: StoryImage[];
	/** All problems of this file and of its original, sorted by position. With an error among them, do not publish. */
	problems: Problem[];
}

/** Turns the Markdown of a story into what the reader gets in one language. Throws nothing that an author can cause. */
export function compileStory(input: CompileInput): Compiled {
	const { files, images = {}, basemaps, slug, lang, worldviews = [] } = input;
	const drafts = new Map(
		Object.entries(files)
			.filter(([path]) => /\.md$/i.test(path) && isLanguage(languageOf(path)))
			.map(([path, text]) => [languageOf(path), parseDocument(path, text, languageOf(path))]),
	);
	const draft = drafts.get(lang);
	if (!draft) return { shapes: {}, images: [], problems: misnamed(Object.keys(files), lang) };
	const found: Problem[] = [...draft.problems];
	const report = (problem: Problem) => void found.push(problem);
	const original = originalOf(draft, drafts, report);
	if (original) found.push(...original.problems);
	const ids = assignIds(original ?? draft, report);
	const complete = original ? pairTranslation(draft, original, report) : draft;
	if (complete.steps.length === 0) return { shapes: {}, images: [], problems: inOrder(found) };
	const languages = languagesOf(original ?? draft, drafts);
	const worldview = worldviewOf(complete, worldviews, report);
	const emitted = emitStory(complete, {
		slug,
		languages,
		ids,
		files: dataFiles(files),
		images: imageFiles(images),
		basemaps,
		gazetteer: worldview ? seenFrom(input.gazetteer, worldview) : input.gazetteer,
		world: worldview ? input.world.seenFrom(worldview) : input.world,
		worldview,
		report,
	});
	return { ...emitted, problems: inOrder(found) };
}

/** Tells of a worldview that nobody has written down, and of what one leaves out. */
function worldviewOf(
	{ front }: Draft,
	worldviews: Worldview[],
	report: (problem: Problem) => void,
): Worldview | undefined {
	if (!front.worldview) return undefined;
	const { value, at } = front.worldview;
	const chosen = worldviews.find(({ id }) => id === value);
	const codes = worldviews.map(({ id }) => id);
	if (!chosen) report(catalogue.valueUnknown(at, 'worldview', value, codes, nearest(value, codes)[0]));
	else if (chosen.missing) report(catalogue.worldviewIncomplete(at, value, chosen.missing));
	return chosen;
}

/** `src/stories/china/de.md` → `de`. */
export function languageOf(path: string): string {
	return path
		.slice(path.lastIndexOf('/') + 1)
		.replace(/\.md$/i, '')
		.toLowerCase();
}

/** Tells of the file of this language that it is none. */
function misnamed(paths: string[], lang: string): Problem[] {
	const file = paths.find((path) => /\.md$/i.test(path) && languageOf(path) === lang);
	if (file === undefined || isLanguage(lang)) return [];
	const at = { file, line: 1, column: 1 };
	const name = file.slice(file.lastIndexOf('/') + 1);
	return [isLanguageTag(lang) ? catalogue.languageUnknown(at, lang) : catalogue.fileName(at, name)];
}

function originalOf(
	draft: Draft,
	drafts: Map<string, Draft>,
	report: (problem: Problem) => void,
): Draft | undefined {
	const { translates } = draft.front;
	const others = [...drafts.keys()].filter((lang) => lang !== draft.lang).sort();
	if (!translates) {
		const originals = others.filter(
			(lang) => isRead(drafts.get(lang)!) && !drafts.get(lang)!.front.translates,
		);
		if (isRead(draft) && originals.length)
			report(
				catalogue.translatesMissing(
					{ file: draft.file, line: 1, column: 1 },
					originals.map((lang) => `${lang}.md`),
				),
			);
		return undefined;
	}
	if (translates.value === draft.lang) {
		report(catalogue.translatesItself(translates.at, draft.lang));
		return undefined;
	}
	const original = others.includes(translates.value) ? drafts.get(translates.value) : undefined;
	if (!original) {
		report(catalogue.translatesUnknown(translates.at, translates.value, others));
		return undefined;
	}
	if (!original.front.translates) return original;
	const chain = chainFrom(original, drafts);
	const root = chain.find(({ front }) => !front.translates);
	if (chain.includes(draft)) report(catalogue.translatesCircle(translates.at, draft.lang, original.lang));
	else report(catalogue.translatesChain(translates.at, original.lang, root?.lang));
	return root;
}

/** Whether anything of a file could be read. */
function isRead({ problems }: Draft): boolean {
	return !problems.some(({ code }) => code === 'file-empty' || code === 'file-not-utf8');
}

/** A file, what it translates, what that translates, and so on, each once. */
function chainFrom(first: Draft, drafts: Map<string, Draft>): Draft[] {
	const chain = new Set<Draft>();
	for (let next: Draft | undefined = first; next && !chain.has(next);) {
		chain.add(next);
		next = drafts.get(next.front.translates?.value ?? '');
	}
	return [...chain];
}

/** The original's language, then its translations. */
function languagesOf(original: Draft, drafts: Map<string, Draft>): string[] {
	const translations = [...drafts.keys()].filter((lang) => lang !== original.lang).sort();
	return [original.lang, ...translations];
}

/** By file, line and column; what is found twice is told once, and what follows from another mistake is not told. */
function inOrder(problems: Problem[]): Problem[] {
	const isBroken = problems.some(({ severity, code }) => severity === 'error' && code !== 'focus-missing');
	const told = problems.filter(({ code }) => code !== 'focus-missing' || !isBroken);
	const unique = new Map(told.map((problem) => [formatProblem(problem), problem]));
	return [...unique.values()].sort(
		(a, b) => a.file.localeCompare(b.file) || a.line - b.line || a.column - b.column,
	);
}
