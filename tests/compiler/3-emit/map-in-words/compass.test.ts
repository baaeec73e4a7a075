import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { distanceKm } from '#lib/geo/index.ts';
import {
	atLeastKm,
	COMPASS,
	course,
	directionTo,
	roughKm,
	roundKm,
} from '../../../../src/lib/compiler/3-emit/map-in-words/compass';

const point = fc.record({
	lon: fc.double({ min: -180, max: 180, noNaN: true }),
	lat: fc.double({ min: -84, max: 84, noNaN: true }),
});
const turn = (a: number, b: number) => Math.abs(((a - b + 540) % 360) - 180);
const beijing = { lon: 116.4, lat: 39.9 };

describe('a direction', () => {
	test('is the opposite of the way back', () => {
		fc.assert(
			fc.property(point, point, (a, b) => {
				fc.pre(distanceKm(a, b) > 1 && distanceKm(a, b) < 9000);
				fc.pre(turn(a.lon, b.lon) < 179);
				expect(turn(course(a, b), course(b, a))).toBeCloseTo(180, 6);
				const [there, back] = [directionTo(a, b)!, directionTo(b, a)!];
				const apart = Math.abs(COMPASS.indexOf(there) - COMPASS.indexOf(back));
				expect([3, 4, 5]).toContain(apart);
			}),
		);
	});

	test('is what a reader of a map would say', () => {
		expect(directionTo(beijing, { lon: 126.65, lat: 45.75 })).toBe('north-east');
		expect(directionTo({ lon: 30.5, lat: 50.45 }, beijing)).toBe('east');
	});

	test('goes the short way over the antimeridian', () => {
		expect(directionTo({ lon: 179, lat: -17 }, { lon: -175, lat: -18 })).toBe('east');
		expect(directionTo({ lon: -170, lat: 66 }, { lon: 175, lat: 66 })).toBe('west');
	});

	test('is not said at the poles, over half the world, or for the same place', () => {
		expect(directionTo({ lon: 0, lat: -90 }, beijing)).toBeUndefined();
		expect(directionTo(beijing, { lon: -58, lat: -34 })).toBeUndefined();
		expect(directionTo(beijing, beijing)).toBeUndefined();
	});
});

describe('a distance', () => {
	test('is within half of the step that it is rounded to', () => {
		fc.assert(
			fc.property(fc.double({ min: 0, max: 20_000, noNaN: true }), (km) => {
				const step = km < 20 ? 1 : km < 2000 ? 10 : 50;
				expect(Math.abs(roundKm(km) - km)).toBeLessThanOrEqual(step / 2);
				expect(roundKm(km) % step).toBe(0);
			}),
		);
	});

	test('of which only the least is known is never rounded up', () => {
		fc.assert(
			fc.property(fc.double({ min: 1, max: 20_000, noNaN: true }), (km) => {
				expect(atLeastKm(km)).toBeLessThanOrEqual(km);
				expect(atLeastKm(km)).toBeGreaterThan(km * 0.9 - 1);
			}),
		);
	});

	test('that is only rough has two digits', () => {
		expect([7, 94, 347, 5149, 12_800].map(roughKm)).toEqual([10, 90, 350, 5100, 13_000]);
	});
});
