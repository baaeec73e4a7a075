import { describe, expect, it } from 'vitest';
import { compileStory } from '#lib/compiler/index.ts';
import { loadWorld } from '#lib/server/world.ts';
import { benchStory } from '../../src/cli/bench-stories.js';

describe('a story for the bench', () => {
	it('has as many steps as it should, and no mistake', () => {
		const text = benchStory(40, 'step');
		const { gazetteer, world } = loadWorld();
		const { story, problems } = compileStory({
			files: { 'bench/en.md': text },
			slug: 'bench',
			lang: 'en',
			gazetteer,
			world,
		});
		expect(problems).toEqual([]);
		expect(story?.steps).toHaveLength(40);
		expect(story?.steps.some(({ view }) => view.routes.length)).toBe(true);
		expect(story?.steps.some(({ view }) => view.highlights.length)).toBe(true);
		expect(benchStory(40, 'step')).toBe(text);
		expect(benchStory(40, 'scrub')).toContain('\nmotion: scrub\n');
	});
});
