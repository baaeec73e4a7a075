import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scrollPosition } from '#lib/runtime/scroll/scroll-position.ts';

const cards = (offset: number) =>
	[0, 800, 1700, 2500].map((top) => ({ top: top - offset, bottom: top + 600 - offset }));

describe('scrollPosition', () => {
	it('starts on the cover', () => {
		expect(scrollPosition(cards(0), 500).index).toBe(0);
	});

	it('makes a step active when its card reaches the reading line', () => {
		expect(scrollPosition(cards(299), 500).index).toBe(0);
		expect(scrollPosition(cards(301), 500).index).toBe(1);
	});

	it('stays on the last step after its end', () => {
		expect(scrollPosition(cards(9000), 500)).toEqual({ index: 3, progress: 1 });
	});

	it('is the same whatever way the reader came', () => {
		const positions = fc.array(fc.integer({ min: 0, max: 4000 }), { minLength: 1 });
		fc.assert(
			fc.property(positions, (history) => {
				const seen = history.map((offset) => scrollPosition(cards(offset), 500));
				expect(seen.at(-1)).toEqual(scrollPosition(cards(history.at(-1)!), 500));
			}),
		);
	});

	it('grows from 0 to 1 while the reader goes through a step', () => {
		const along = [1200, 1500, 1800, 1999].map((offset) => scrollPosition(cards(offset), 500).progress);
		expect([...along].sort((a, b) => a - b)).toEqual(along);
		expect(along[0]).toBeCloseTo(0, 2);
		expect(along.at(-1)).toBeGreaterThan(0.9);
	});

	it('knows no story without cards', () => {
		expect(scrollPosition([], 500)).toEqual({ index: 0, progress: 0 });
	});
});
