import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { globeRadius, mercator, radiusForLimb, type Camera } from '#lib/geo/index.ts';
import { lookLimits } from '#lib/runtime/map/look-limits.ts';

const screen = { width: 1280, height: 800 };
const FINEST = 6;

const real = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const sights = fc.record({
	center: fc.record({ lon: real(-180, 180), lat: real(-90, 90) }),
	zoom: real(-3, 22),
});

function cameras(projection: Camera['projection']) {
	return fc.record({
		center: fc.record({ lon: real(-180, 180), lat: real(-84, 84) }),
		zoom: real(-1, 9),
		projection: fc.constant(projection),
		pitch: fc.constant(0),
		bearing: fc.constant(0),
		offset: fc.record({ x: real(-300, 300), y: real(-200, 200) }),
	});
}

const flat: Camera = {
	center: { lon: 100, lat: 30 },
	zoom: 2,
	projection: 'flat',
	pitch: 0,
	bearing: 0,
	offset: { x: 0, y: 0 },
};

describe('the limits of looking around', () => {
	it('leave the story’s own picture as it is, wherever that is', () => {
		fc.assert(
			fc.property(fc.oneof(cameras('globe'), cameras('flat')), (start) => {
				const { center, zoom } = lookLimits(start, FINEST)(start, screen);
				expect(zoom).toBeCloseTo(start.zoom, 9);
				expect(center.lat).toBeCloseTo(start.center.lat, 9);
				expect(center.lon).toBe(start.center.lon);
			}),
		);
	});

	it('hold what they gave, so that a camera at the limit does not creep', () => {
		fc.assert(
			fc.property(fc.oneof(cameras('globe'), cameras('flat')), sights, (start, wanted) => {
				const limit = lookLimits(start, FINEST);
				const once = limit(wanted, screen);
				const twice = limit(once, screen);
				expect(twice.zoom).toBeCloseTo(once.zoom, 9);
				expect(twice.center.lat).toBeCloseTo(once.center.lat, 9);
			}),
		);
	});

	it('end one zoom beyond the finest tiles, or at the story’s own zoom', () => {
		const near = { center: flat.center, zoom: 22 };
		for (const projection of ['globe', 'flat'] as const) {
			expect(lookLimits({ ...flat, projection }, FINEST)(near, screen).zoom).toBe(7);
			expect(lookLimits({ ...flat, projection, zoom: 8.5 }, FINEST)(near, screen).zoom).toBe(8.5);
		}
	});

	it('keep the whole globe on the screen, as large as it fits, at every latitude', () => {
		const limit = lookLimits({ ...flat, projection: 'globe', zoom: 5 }, FINEST);
		for (const lat of [-70, 0, 40, 84]) {
			const { zoom } = limit({ center: { lon: 0, lat }, zoom: -3 }, screen);
			expect(globeRadius(zoom, lat)).toBeCloseTo(radiusForLimb(360, screen), 6);
		}
	});

	it('show no edge of the flat map, north or south, unless the story does', () => {
		fc.assert(
			fc.property(sights, (wanted) => {
				const { center, zoom } = lookLimits(flat, FINEST)(wanted, screen);
				const pixels = (512 * 2 ** zoom) / (2 * Math.PI);
				const { y } = mercator(center);
				expect((Math.PI - y) * pixels).toBeGreaterThanOrEqual(screen.height / 2 - 1e-6);
				expect((Math.PI + y) * pixels).toBeGreaterThanOrEqual(screen.height / 2 - 1e-6);
			}),
		);
	});

	it('follow the screen: what fills a phone does not fill a hall', () => {
		const limit = lookLimits(flat, FINEST);
		const far = { center: { lon: 0, lat: 0 }, zoom: -3 };
		expect(limit(far, { width: 390, height: 844 }).zoom).toBeCloseTo(Math.log2(844 / 512), 9);
		expect(limit(far, { width: 1920, height: 1080 }).zoom).toBeCloseTo(Math.log2(1920 / 512), 9);
	});
});
