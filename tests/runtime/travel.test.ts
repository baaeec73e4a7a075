import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { travelTime } from '#lib/runtime/map/travel.ts';

describe('the time of a flight', () => {
	it('is between 900 and 2200 ms by its length for who reads', () => {
		expect(travelTime(0.1, Infinity)).toBe(900);
		expect(travelTime(2, Infinity)).toBe(1700);
		expect(travelTime(9, Infinity)).toBe(2200);
		expect(travelTime(9, 60_000)).toBe(2200);
	});

	it('leaves who goes on fast a while to see where it led', () => {
		expect(travelTime(9, 2000)).toBe(1200);
		expect(travelTime(9, 1000)).toBe(600);
		expect(travelTime(9, 50)).toBe(400);
	});

	it('is never longer for a shorter way or a faster reader', () => {
		const length = fc.double({ min: 0, max: 20, noNaN: true });
		const since = fc.double({ min: 0, max: 20_000, noNaN: true });
		fc.assert(
			fc.property(length, length, since, since, (a, b, x, y) => {
				expect(travelTime(Math.min(a, b), x)).toBeLessThanOrEqual(travelTime(Math.max(a, b), x));
				expect(travelTime(a, Math.min(x, y))).toBeLessThanOrEqual(travelTime(a, Math.max(x, y)));
			}),
		);
	});
});
