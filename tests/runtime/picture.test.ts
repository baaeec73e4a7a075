import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { frame, freeArea } from '#lib/geo/index.ts';
import { drawing } from '#lib/runtime/map/drawing.ts';
import { scrollPosition } from '#lib/runtime/scroll/scroll-position.ts';
import { story as readStory } from '#lib/server/stories.ts';

const { story, shapes } = readStory('de', 'two-days-in-china')!;
const steps = [story.cover, ...story.steps];
const heights = steps.map((_, index) => 700 + ((index * 137) % 400));
const tops = heights.map((_, index) => heights.slice(0, index).reduce((sum, height) => sum + height, 0));
const end = tops.at(-1)! + heights.at(-1)!;

const screens = [
	{ screen: { width: 1280, height: 800 }, insets: { top: 72, right: 0, bottom: 36, left: 500 } },
	{ screen: { width: 390, height: 354 }, insets: { top: 0, right: 0, bottom: 26, left: 0 } },
];

/** The picture that the reader sees at rest at a scroll position, as the runtime composes it. */
function pictureAt(scrollY: number, { screen, insets }: (typeof screens)[number]) {
	const cards = tops.map((top, index) => ({ top: top - scrollY, bottom: top + heights[index]! - scrollY }));
	const { index } = scrollPosition(cards, 500);
	const { view } = steps[index]!;
	const camera = frame(view, screen, insets);
	return { index, camera, layers: drawing(view, shapes, { camera, screen, free: freeArea(screen, insets) }) };
}

describe('the picture at rest', () => {
	it('is the same at the end of any history of scroll positions', () => {
		const fresh = new Map<string, string>();
		const history = fc.array(fc.integer({ min: 0, max: end }), { minLength: 1, maxLength: 6 });
		fc.assert(
			fc.property(history, fc.constantFrom(...screens), (positions, where) => {
				const last = positions.map((position) => pictureAt(position, where)).at(-1)!;
				const key = `${where.screen.width} ${last.index}`;
				const known = fresh.get(key) ?? JSON.stringify(last);
				fresh.set(key, known);
				expect(JSON.stringify(last)).toBe(known);
			}),
			{ numRuns: 60 },
		);
	});

	it('draws nothing of one step in another', () => {
		const where = screens[0]!;
		steps.forEach(({ view }, index) => {
			const { layers } = pictureAt(tops[index]!, where);
			expect(layers['story-routes'].features).toHaveLength(view.routes.length);
			expect(layers['story-marks'].features.map(({ properties }) => properties!.label)).toEqual(
				view.marks.map(({ label }) => label),
			);
			expect(layers['story-labels'].features).toHaveLength(view.highlights.length);
		});
	});

	it('hatches only what is hatched, in lines that fill the shape', () => {
		const europe = steps.findIndex(({ id }) => id === 'missiles-europe');
		const talks = steps.findIndex(({ id }) => id === 'talks');
		const [usa] = pictureAt(tops[europe]!, screens[0]!).layers['story-hatch'].features;
		expect((usa!.geometry as GeoJSON.MultiLineString).coordinates.length).toBeGreaterThan(30);
		expect(pictureAt(tops[talks]!, screens[0]!).layers['story-hatch'].features).toEqual([]);
	});
});
