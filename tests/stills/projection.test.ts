import { geoPath } from 'd3-geo';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { projector, type Camera } from '#lib/geo/index.ts';
import type { LonLat } from '#lib/story/index.ts';
import { streamFor } from '#lib/stills/projection.ts';

const screen = { width: 960, height: 640 };
const everywhere = { left: -1e5, top: -1e5, right: 1e5, bottom: 1e5 };

const camera = fc.record<Camera>({
	center: fc.record({
		lon: fc.double({ min: -180, max: 180, noNaN: true }),
		lat: fc.double({ min: -80, max: 80, noNaN: true }),
	}),
	zoom: fc.double({ min: 0, max: 9, noNaN: true }),
	projection: fc.constantFrom('globe', 'flat'),
	pitch: fc.constantFrom(0, 0, 20, 55),
	bearing: fc.constantFrom(0, 0, 30, -120),
	offset: fc.record({ x: fc.integer({ min: -200, max: 200 }), y: fc.integer({ min: -100, max: 100 }) }),
});

/** A point somewhere around the camera's centre, in degrees that shrink with the zoom. */
const aside = fc.record({
	east: fc.double({ min: -1, max: 1, noNaN: true }),
	north: fc.double({ min: -1, max: 1, noNaN: true }),
});

function throughD3(at: Camera, { lon, lat }: LonLat): [number, number] | null {
	let seen: [number, number] | null = null;
	const sink = {
		point: (x: number, y: number) => void (seen = [x, y]),
		lineStart() {},
		lineEnd() {},
		polygonStart() {},
		polygonEnd() {},
	};
	streamFor(at, screen, everywhere).stream(sink).point(lon, lat);
	return seen;
}

describe('the stills’ projection', () => {
	it('puts a point where the live map puts it, to a tenth of a pixel', () => {
		let compared = 0;
		fc.assert(
			fc.property(camera, aside, (at, { east, north }) => {
				const spread = 90 / 2 ** at.zoom;
				const point = {
					lon: at.center.lon + east * spread,
					lat: Math.max(-84, Math.min(84, at.center.lat + north * spread)),
				};
				const expected = projector(at, screen)(point);
				if (!expected.visible) return;
				const actual = throughD3(at, point);
				expect(actual).not.toBeNull();
				expect(Math.hypot(actual![0] - expected.x, actual![1] - expected.y)).toBeLessThan(0.1);
				compared++;
			}),
			{ numRuns: 3000 },
		);
		expect(compared).toBeGreaterThan(500);
	});

	it('cuts a polygon at the horizon instead of folding it over', () => {
		const at: Camera = {
			center: { lon: 0, lat: 0 },
			zoom: 1,
			projection: 'globe',
			pitch: 0,
			bearing: 0,
			offset: { x: 0, y: 0 },
		};
		const far = {
			type: 'Polygon' as const,
			coordinates: [
				[
					[100, 0],
					[100, 20],
					[120, 20],
					[120, 0],
					[100, 0],
				],
			],
		};
		expect(geoPath(streamFor(at, screen, everywhere))(far)).toBeNull();
	});
});
