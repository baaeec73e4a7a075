import { compileStory } from '#lib/compiler/index.ts';
import { loadWorld } from '#lib/server/world.ts';
import type { Step } from '#lib/story/index.ts';

export const { world, gazetteer } = loadWorld();

/** Compiles map blocks as the steps of one story on the real map. */
export function stepsOf(blocks: string[], lang: string, data: Record<string, string> = {}): Step[] {
	const steps = blocks.map((block, index) => `## S${index}\n\n\`\`\`map\n${block}\n\`\`\`\n\nText.\n`);
	const files: Record<string, string> = {
		[`src/stories/x/${lang}.md`]: `---\ntitle: T\n---\n\n${steps.join('\n')}`,
	};
	for (const [name, text] of Object.entries(data)) files[`src/stories/x/${name}`] = text;
	const { story, problems } = compileStory({ files, slug: 'x', lang, gazetteer, world });
	const errors = problems.filter(({ severity }) => severity === 'error');
	if (errors.length) throw new Error(errors.map(({ message }) => message).join('\n'));
	return story!.steps;
}

/** What one map says by itself. */
export function words(block: string, lang = 'en', data: Record<string, string> = {}): string {
	return stepsOf([block], lang, data)[0]!.describe;
}
