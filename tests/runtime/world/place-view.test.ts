import { describe, expect, test } from 'vitest';
import { boxLine, viewOf } from '#lib/runtime/world/place-view.ts';

const SCREEN = { width: 800, height: 600 };
const at = { lon: 126.65, lat: 45.75 };

describe('a place is looked at', () => {
	test('from near where it is a town, from farther where it is a country', () => {
		const town = viewOf({ at, kind: 'city' }, SCREEN);
		expect(town.center).toEqual(at);
		expect(viewOf({ at, kind: 'country' }, SCREEN).zoom).toBeLessThan(town.zoom);
	});

	test('as a whole, where it is known how far it reaches', () => {
		const { center, zoom } = viewOf({ at, kind: 'sea', bbox: [100, -10, 140, 30] }, SCREEN);
		expect(center).toEqual({ lon: 120, lat: 10 });
		const width = (512 * 2 ** zoom * 40) / 360;
		expect(width).toBeLessThan(SCREEN.width);
		expect(width).toBeGreaterThan(SCREEN.width / 3);
	});

	test('across the date line', () => {
		expect(viewOf({ at, kind: 'sea', bbox: [160, 50, -160, 66] }, SCREEN).center).toEqual({
			lon: 180,
			lat: 58,
		});
		expect(viewOf({ at, kind: 'sea', bbox: [170, 50, -150, 66] }, SCREEN).center.lon).toBe(-170);
	});

	test('never from nearer than the map has to show, nor from so far that it is lost', () => {
		expect(viewOf({ at, kind: 'island', bbox: [1, 1, 1, 1] }, SCREEN).zoom).toBe(7);
		expect(viewOf({ at, kind: 'sea', bbox: [-180, -90, 180, 90] }, SCREEN).zoom).toBe(0.5);
	});
});

describe('the outline of a box', () => {
	test('is closed, and follows parallels closely enough for a globe', () => {
		const line = boxLine([100, -10, 140, 30]);
		expect(line.at(-1)).toEqual(line[0]);
		for (const [index, [lon, lat]] of line.slice(1).entries()) {
			const [lastLon, lastLat] = line[index]!;
			expect(Math.max(Math.abs(lon - lastLon), Math.abs(lat - lastLat))).toBeLessThanOrEqual(2);
		}
	});

	test('runs on over the date line', () => {
		const longitudes = boxLine([170, 50, -170, 60]).map(([lon]) => lon);
		expect([Math.min(...longitudes), Math.max(...longitudes)]).toEqual([170, 190]);
	});
});
