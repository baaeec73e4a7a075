import type { Gazetteer } from '#lib/gazetteer/index.ts';
import { formatProblem, type Problem, type Shapes, type Story, type StorySummary } from '#lib/story/index.ts';
import { parseDocument } from './1-parse/parse-document';
import { assignIds } from './2-resolve/assign-ids';
import { pairTranslation } from './2-resolve/pair-translation';
import { emitStory } from './3-emit/emit-story';
import type { World } from './3-emit/world';
import type { Draft } from './draft';
import { problems as catalogue } from './problems';

export interface CompileInput {
	/** The Markdown files of one story by path, `src/stories/china/de.md`. The file's name is its language. */
	files: Record<string, string>;
	slug: string;
	lang: string;
	gazetteer: Gazetteer;
	world: World;
}

export interface Compiled {
	/** Absent only if there is nothing to show: no file in this language, or no steps. */
	story?: Story;
	summary?: StorySummary;
	shapes: Shapes;
	/** All problems of this file and of its original, sorted by position. With an error among them, do not publish. */
	problems: Problem[];
}

/** Turns the Markdown of a story into what the reader gets in one language. Throws nothing that an author can cause. */
export function compileStory({ files, slug, lang, gazetteer, world }: CompileInput): Compiled {
	const drafts = new Map(
		Object.entries(files).map(([path, text]) => [
			languageOf(path),
			parseDocument(path, text, languageOf(path)),
		]),
	);
	const draft = drafts.get(lang);
	if (!draft) return { shapes: {}, problems: [] };
	const found: Problem[] = [...draft.problems];
	const report = (problem: Problem) => void found.push(problem);
	const original = originalOf(draft, drafts, report);
	if (original) found.push(...original.problems);
	const ids = assignIds(original ?? draft, report);
	const complete = original ? pairTranslation(draft, original, report) : draft;
	if (complete.steps.length === 0) return { shapes: {}, problems: inOrder(found) };
	const languages = languagesOf(original ?? draft, drafts);
	const emitted = emitStory(complete, { slug, languages, ids, gazetteer, world, report });
	return { ...emitted, problems: inOrder(found) };
}

/** `src/stories/china/de.md` → `de`. */
export function languageOf(path: string): string {
	return path
		.slice(path.lastIndexOf('/') + 1)
		.replace(/\.md$/i, '')
		.toLowerCase();
}

function originalOf(
	draft: Draft,
	drafts: Map<string, Draft>,
	report: (problem: Problem) => void,
): Draft | undefined {
	const { translates } = draft.front;
	const others = [...drafts.keys()].filter((lang) => lang !== draft.lang).sort();
	if (!translates) {
		const originals = others.filter((lang) => !drafts.get(lang)!.front.translates);
		if (originals.length)
			report(
				catalogue.translatesMissing(
					{ file: draft.file, line: 1, column: 1 },
					originals.map((lang) => `${lang}.md`),
				),
			);
		return undefined;
	}
	const original = others.includes(translates.value) ? drafts.get(translates.value) : undefined;
	if (!original) {
		report(catalogue.translatesUnknown(translates.at, translates.value, others));
		return undefined;
	}
	if (!original.front.translates) return original;
	const first = original.front.translates.value;
	report(catalogue.translatesChain(translates.at, original.lang, first));
	return drafts.get(first) === draft ? undefined : drafts.get(first);
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
