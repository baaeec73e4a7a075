import { compileStory } from '#lib/compiler/index.ts';
import { loadWorld } from '#lib/server/world.ts';
import type { Problem, Step, View } from '#lib/story/index.ts';
import { parseDocument } from '../../../../src/lib/compiler/1-parse/parse-document';
import { dataFiles } from '../../../../src/lib/compiler/2-resolve/resolve-data';
import { resolveStep } from '../../../../src/lib/compiler/2-resolve/resolve-step';
import { focusOf } from '../../../../src/lib/compiler/3-emit/emit-view';
import { mapsInWords } from '../../../../src/lib/compiler/3-emit/map-in-words/map-in-words';
import { createShapeStore } from '../../../../src/lib/compiler/3-emit/shape-store';

export const { world, gazetteer } = loadWorld();

const store = createShapeStore(world, gazetteer);

/** Compiles map blocks as the steps of one story on the real map. */
export function stepsOf(blocks: string[], lang: string): Step[] {
	const files = { [`src/stories/x/${lang}.md`]: document(blocks) };
	const { story, problems } = compileStory({ files, slug: 'x', lang, gazetteer, world });
	problems.forEach(refuse);
	return story!.steps;
}

/** What maps say, each by itself. No shape is drawn, which would take most of the time. */
export function wordsOf(blocks: string[], lang = 'en', data: Record<string, string> = {}): string[] {
	const draft = parseDocument(`src/stories/x/${lang}.md`, document(blocks), lang);
	draft.problems.forEach(refuse);
	const resolver = { gazetteer, lang, report: refuse };
	return draft.steps.flatMap((step) => {
		const map = resolveStep(step, resolver, dataFiles(data));
		const view: View = {
			focus: focusOf(map, store),
			projection: 'globe',
			...{ maxZoom: 6, pitch: 0, bearing: 0 },
			...{ marks: [], highlights: [], routes: [], borders: [], data: [], key: [] },
		};
		return mapsInWords([{ map, view }], lang, world, gazetteer);
	});
}

export function words(block: string, lang = 'en', data: Record<string, string> = {}): string {
	return wordsOf([block], lang, data)[0]!;
}

function document(blocks: string[]): string {
	const steps = blocks.map((block, index) => `## S${index}\n\n\`\`\`map\n${block}\n\`\`\`\n\nText.\n`);
	return `---\ntitle: T\n---\n\n${steps.join('\n')}`;
}

function refuse({ severity, message }: Problem): void {
	if (severity === 'error') throw new Error(message);
}
