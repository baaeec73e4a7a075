import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groundAt, mercator, type Camera } from '#lib/geo/index.ts';
import { affordable, BUDGET } from '#lib/runtime/map/prefetch/affordable.ts';
import { coveringTiles } from '#lib/runtime/map/prefetch/covering-tiles.ts';

const screen = { width: 1280, height: 800 };
const camera = (more: Partial<Camera> = {}): Camera => ({
	center: { lon: 116.4, lat: 39.9 },
	zoom: 4.4,
	projection: 'globe',
	pitch: 0,
	bearing: 0,
	offset: { x: 0, y: 0 },
	...more,
});
const keys = (tiles: { z: number; x: number; y: number }[]) => tiles.map(({ z, x, y }) => `${z}/${x}/${y}`);

const number = (min: number, max: number) => fc.double({ min, max, noNaN: true });

describe('the tiles that a camera needs', () => {
	it('are of the zoom that MapLibre rounds down to, and no finer than the archive has', () => {
		expect(new Set(coveringTiles(camera(), screen, 6).map(({ z }) => z))).toEqual(new Set([4]));
		const close = camera({ zoom: 8.7, projection: 'flat' });
		expect(new Set(coveringTiles(close, screen, 6).map(({ z }) => z))).toEqual(new Set([6]));
		expect(keys(coveringTiles(camera({ zoom: -1 }), screen, 6))).toEqual(['0/0/0']);
	});

	it('begin with the one in the middle', () => {
		expect(keys(coveringTiles(camera(), screen, 6))[0]).toBe('4/13/6');
	});

	it('are each named once, also where the flat world is seen twice', () => {
		const tiles = keys(coveringTiles(camera({ zoom: 0.4, projection: 'flat' }), screen, 6));
		expect(tiles).toEqual(['0/0/0']);
		const pacific = camera({ center: { lon: 179, lat: 0 }, zoom: 2.2, projection: 'flat' });
		const found = keys(coveringTiles(pacific, screen, 6));
		expect(new Set(found).size).toBe(found.length);
		expect(found).toEqual(expect.arrayContaining(['2/3/1', '2/0/1', '2/3/2', '2/0/2']));
	});

	it('are none behind the globe, and those around a pole all', () => {
		const tiles = keys(coveringTiles(camera({ center: { lon: 0, lat: 0 }, zoom: 2 }), screen, 6));
		expect(tiles).not.toContain('2/0/1');
		expect(tiles).toContain('2/1/1');
		const pole = keys(coveringTiles(camera({ center: { lon: 0, lat: 85 }, zoom: 2 }), screen, 6));
		expect(pole).toEqual(expect.arrayContaining(['2/0/0', '2/1/0', '2/2/0', '2/3/0']));
	});

	it('hold every point of the picture, tilted, turned, at poles and antimeridian', () => {
		const cameras = fc.record({
			center: fc.record({ lon: number(-180, 180), lat: number(-85, 85) }),
			zoom: number(0, 8),
			projection: fc.constantFrom('globe' as const, 'flat' as const),
			pitch: number(0, 60),
			bearing: number(-180, 180),
			offset: fc.record({ x: number(-200, 200), y: number(-100, 100) }),
		});
		fc.assert(
			fc.property(cameras, number(0, 1), number(0, 1), (seen, right, down) => {
				const place = groundAt(seen, screen)({ x: right * screen.width, y: down * screen.height });
				if (!place) return;
				const { x, y } = mercator(place);
				const tiles = coveringTiles(seen, screen, 6);
				const holds = tiles.some((tile) => {
					const count = 2 ** tile.z;
					const column = (x / (2 * Math.PI) + 0.5) * count;
					const row = (0.5 - y / (2 * Math.PI)) * count;
					const slack = 1e-6;
					const aside = Math.min(
						...[-count, 0, count].map((world) => Math.abs(column + world - tile.x - 0.5)),
					);
					return aside <= 0.5 + slack && Math.abs(row - tile.y - 0.5) <= 0.5 + slack;
				});
				expect(holds).toBe(true);
			}),
			{ numRuns: 1500 },
		);
	});
});

describe('what is fetched before it is wanted', () => {
	const part = (offset: number, length: number) => ({ offset, length });
	const none = () => false;
	const nothing = { step: 0, visit: 0 };

	it('is what is not there yet, each part once', () => {
		const parts = [part(0, 10), part(10, 10), part(0, 10), part(20, 10)];
		expect(affordable(parts, (offset) => offset === 10, nothing)).toEqual([part(0, 10), part(20, 10)]);
	});

	it('never goes beyond the budget of a step or of a visit', () => {
		const lengths = fc.array(fc.integer({ min: 1, max: 60_000 }), { maxLength: 60 });
		fc.assert(
			fc.property(
				lengths,
				fc.integer({ min: 0, max: BUDGET.step }),
				fc.integer({ min: 0, max: BUDGET.visit }),
				(all, step, visit) => {
					const parts = all.map((length, index) => part(index, length));
					const bytes = affordable(parts, none, { step, visit }).reduce((sum, { length }) => sum + length, 0);
					expect(step + bytes).toBeLessThanOrEqual(BUDGET.step);
					expect(visit + bytes).toBeLessThanOrEqual(Math.max(visit, BUDGET.visit));
				},
			),
		);
	});

	it('leaves out what is too large, and takes the nearest of what fits', () => {
		const parts = [part(0, 100_000), part(1, 60_000), part(2, 40_000)];
		expect(affordable(parts, none, nothing)).toEqual([part(0, 100_000), part(2, 40_000)]);
	});
});
