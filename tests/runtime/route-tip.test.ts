import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { distanceKm, greatCircle, mercator } from '#lib/geo/index.ts';
import { routeTip, routeTips } from '#lib/runtime/map/route-tip.ts';
import type { LonLat, Position } from '#lib/story/index.ts';

const TOKYO = { lon: 139.69, lat: 35.69 };
const LOS_ANGELES = { lon: -118.24, lat: 34.05 };
const AUCKLAND = { lon: 174.76, lat: -36.85 };
const SANTIAGO = { lon: -70.65, lat: -33.45 };

/** Length in the Mercator plane from the beginning of the line to the point on it that is nearest to `tip`, as a share of all. */
function shareAt(line: Position[], tip: LonLat): { share: number; off: number } {
	const plane = [...line].map(([lon, lat]) => mercator({ lon, lat }));
	const at = mercator(tip);
	let length = 0;
	let best = { length: 0, off: Infinity };
	for (const [index, to] of plane.entries()) {
		const from = plane[index - 1];
		if (!from) continue;
		const [dx, dy] = [to.x - from.x, to.y - from.y];
		const piece = Math.hypot(dx, dy);
		const t = Math.min(1, Math.max(0, ((at.x - from.x) * dx + (at.y - from.y) * dy) / piece ** 2));
		const off = Math.hypot(from.x + t * dx - at.x, from.y + t * dy - at.y);
		if (off < best.off - 1e-12) best = { length: length + t * piece, off };
		length += piece;
	}
	return { share: best.length / length, off: best.off };
}

const stops = fc.uniqueArray(
	fc.record({
		lon: fc.double({ min: -179, max: 179, noNaN: true }),
		lat: fc.double({ min: -70, max: 70, noNaN: true }),
	}),
	{ minLength: 2, maxLength: 5, selector: ({ lon, lat }) => `${Math.round(lon)} ${Math.round(lat)}` },
);

describe('the tip of a route', () => {
	it('begins at the first stop and ends at the last, by their own longitudes or by those beyond the antimeridian', () => {
		const line = greatCircle([TOKYO, LOS_ANGELES]);
		expect(routeTip(line, 0).lon).toBeCloseTo(TOKYO.lon);
		expect(routeTip(line, 1).lon).toBeCloseTo(LOS_ANGELES.lon + 360);
		expect(routeTip(line, 1).lat).toBeCloseTo(LOS_ANGELES.lat);
	});

	it.each([
		['Tokyo to Los Angeles', [TOKYO, LOS_ANGELES]],
		['Auckland to Santiago', [AUCKLAND, SANTIAGO]],
		['Auckland to Santiago by Tokyo and Los Angeles', [AUCKLAND, TOKYO, LOS_ANGELES, SANTIAGO]],
	])('lies at the end of the gradient, %s', (_, through) => {
		const line = greatCircle(through);
		for (const progress of [0.01, 0.25, 0.5, 0.75, 0.99]) {
			const { share, off } = shareAt(line, routeTip(line, progress));
			expect(off).toBeLessThan(1e-9);
			expect(share).toBeCloseTo(progress, 9);
		}
	});

	it('lies on the line at any progress, and never goes back', () => {
		fc.assert(
			fc.property(stops, fc.double({ min: 0, max: 1, noNaN: true }), (through, progress) => {
				const line = greatCircle(through);
				expect(shareAt(line, routeTip(line, progress)).off).toBeLessThan(1e-9);
			}),
			{ numRuns: 200 },
		);
	});

	it('moves no farther than the progress does', () => {
		const line = greatCircle([AUCKLAND, SANTIAGO]);
		const at = (progress: number) => routeTip(line, progress);
		for (let i = 0; i < 100; i++) expect(distanceKm(at(i / 100), at((i + 1) / 100))).toBeLessThan(250);
	});

	it('stays on maps that end before the pole', () => {
		const line = greatCircle([
			{ lon: 10, lat: 80 },
			{ lon: -170, lat: 80 },
		]);
		for (const progress of [0.2, 0.5, 0.8]) expect(routeTip(line, progress).lat).toBeLessThan(85.06);
	});
});

describe('the heads of the routes of a step', () => {
	const routes = [
		[TOKYO, LOS_ANGELES],
		[AUCKLAND, SANTIAGO],
	].map((through) => ({
		stops: through,
		line: greatCircle(through),
	}));
	const sizes = (progress: number) =>
		routeTips(routes, progress).features.map(({ properties }) => properties?.['size'] as number);

	it('are as many as the routes while they are under way', () => {
		expect(sizes(0.5)).toEqual([1, 1]);
	});

	it('are none before they set out, and none when they have arrived', () => {
		expect(sizes(0)).toEqual([]);
		expect(sizes(1)).toEqual([]);
	});

	it('grow out of the first stop and shrink into the last', () => {
		expect(sizes(0.01)[0]).toBeLessThan(sizes(0.02)[0]!);
		expect(sizes(0.99)[0]).toBeLessThan(sizes(0.98)[0]!);
	});
});
