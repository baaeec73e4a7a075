import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layersAt } from '#lib/runtime/camera/layers-at.ts';
import { routeProgress } from '#lib/runtime/camera/route-progress.ts';
import type { Story } from '#lib/story/index.ts';
import { stories } from './stories';

const CASES = { numRuns: 10_000 };
const scrubbed = stories.filter(({ motion }) => motion === 'scrub');
const share = fc.double({ min: 0, max: 1, noNaN: true });

/** Opacity and route of every step that is drawn. */
function seen(story: Story, progress: number) {
	return new Map(
		layersAt(story, progress).map(({ step, slot, opacity, route }) => [step, { slot, opacity, route }]),
	);
}

describe('the layers', () => {
	it('always show one step, or two neighbours that dissolve into one another and share no slot', () => {
		fc.assert(
			fc.property(stories, share, (story, where) => {
				const layers = layersAt(story, where * (story.steps.length + 0.5));
				expect(layers.length === 1 || layers.length === 2).toBe(true);
				expect(layers.reduce((sum, { opacity }) => sum + opacity, 0)).toBeCloseTo(1, 9);
				expect(new Set(layers.map(({ slot }) => slot)).size).toBe(layers.length);
			}),
			CASES,
		);
	});

	it('come and go by little: neither opacity nor route jumps', () => {
		fc.assert(
			fc.property(scrubbed, share, (story, where) => {
				const progress = where * (story.steps.length + 0.5);
				const [a, b] = [seen(story, progress), seen(story, progress + 0.001)];
				for (const step of new Set([...a.keys(), ...b.keys()])) {
					const [before, after] = [a.get(step), b.get(step)];
					expect(Math.abs((before?.opacity ?? 0) - (after?.opacity ?? 0))).toBeLessThan(0.01);
					if (before && after) {
						expect(Math.abs(before.route - after.route)).toBeLessThan(0.01);
						expect(before.slot).toBe(after.slot);
					}
				}
			}),
			CASES,
		);
	});

	it('stay as they are where a step keeps the view before it', () => {
		fc.assert(
			fc.property(scrubbed, share, (story, where) => {
				story.steps.forEach(({ view }, index) => {
					if (view.kept)
						expect([...seen(story, index + where).keys()].every((step) => step <= index)).toBe(true);
				});
			}),
			{ numRuns: 1000 },
		);
	});

	it('are those of the active step alone where the map flies by itself', () => {
		fc.assert(
			fc.property(stories, share, (story, where) => {
				const layers = layersAt({ ...story, motion: 'step' }, where * story.steps.length);
				expect(layers).toHaveLength(1);
				expect(layers[0]!.opacity).toBe(1);
			}),
			{ numRuns: 1000 },
		);
	});
});

describe('a route', () => {
	it('is nothing at the beginning of a step and complete well before its end', () => {
		expect(routeProgress(0)).toBe(0);
		expect(routeProgress(0.7)).toBe(1);
	});
});
