import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { angleBetween, greatCircle } from '#lib/geo/index.ts';
import type { LonLat } from '#lib/story/index.ts';

const place = fc.record({
	lon: fc.double({ min: -179.9, max: 179.9, noNaN: true }),
	lat: fc.double({ min: -75, max: 75, noNaN: true }),
});
const points = (stops: LonLat[]) => greatCircle(stops).map(([lon, lat]) => ({ lon, lat }));

describe('a route', () => {
	it('has neighbours close together on the sphere, begins and ends at its stops, and never runs off the map', () => {
		fc.assert(
			fc.property(fc.array(place, { minLength: 2, maxLength: 5 }), (stops) => {
				const line = points(stops);
				expect(angleBetween(line[0]!, stops[0]!)).toBeLessThan(1e-6);
				expect(angleBetween(line.at(-1)!, stops.at(-1)!)).toBeLessThan(1e-6);
				for (const [index, to] of line.entries()) {
					expect(Math.abs(to.lat)).toBeLessThan(85.05);
					const from = line[index - 1];
					if (!from) continue;
					expect(angleBetween(from, to)).toBeLessThan(1.001);
					expect(Math.abs(to.lon - from.lon)).toBeLessThanOrEqual(180);
				}
			}),
			{ numRuns: 500 },
		);
	});

	it('goes round a pole that lies in its way, without a sharp bend', () => {
		const line = points([
			{ lon: 24.9, lat: 60.2 },
			{ lon: -149.9, lat: 61.2 },
		]);
		expect(Math.max(...line.map(({ lat }) => lat))).toBeCloseTo(84.9);
		for (let i = 2; i < line.length; i++) {
			const [a, b, c] = [line[i - 2]!, line[i - 1]!, line[i]!];
			const straight = angleBetween(a, b) + angleBetween(b, c);
			expect(angleBetween(a, c)).toBeGreaterThan(0.99 * straight);
		}
	});

	it('goes over the pole’s surroundings as the crow flies where it keeps clear of it', () => {
		const [from, to] = [
			{ lon: 139.7, lat: 35.7 },
			{ lon: 13.4, lat: 52.5 },
		];
		const line = points([from, to]);
		const length = line.slice(1).reduce((sum, point, index) => sum + angleBetween(line[index]!, point), 0);
		expect(length).toBeCloseTo(angleBetween(from, to));
	});
});
