import { geoIdentity } from 'd3-geo';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contains, dash, pathData, short, squaredDistance, thin, trace } from '#lib/stills/outline.ts';

describe('pathData', () => {
	it('writes relative commands and comes back to where it began', () => {
		const square = {
			points: [
				[10, 10],
				[20.5, 10],
				[20.5, 30],
				[10, 30],
			] as [number, number][],
			closed: true,
		};
		const line = {
			points: [
				[12, 12],
				[11.5, 12.25],
			] as [number, number][],
			closed: false,
		};
		expect(pathData([square, line], 2)).toBe('m10 10 10.5 0 0 20-10.5 0zm2 2-.5 .5');
	});

	it('does not let rounding add up along a line', () => {
		const points = Array.from({ length: 1000 }, (_, i): [number, number] => [i * 0.74, i % 2]);
		const numbers = pathData([{ points, closed: false }], 2)
			.match(/-?[\d.]+/g)!
			.map(Number);
		const x = numbers.filter((_, i) => i % 2 === 0).reduce((a, b) => a + b, 0);
		expect(Math.abs(x - 999 * 0.74)).toBeLessThan(0.3);
	});

	it('writes no line of one point', () => {
		expect(
			pathData(
				[
					{
						points: [
							[1, 1],
							[1.1, 1.1],
						],
						closed: false,
					},
				],
				2,
			),
		).toBe('');
	});
});

describe('dash', () => {
	const lengthOf = (line: readonly (readonly [number, number])[]) =>
		line.slice(1).reduce((sum, [x, y], i) => sum + Math.hypot(x - line[i]![0], y - line[i]![1]), 0);

	it('draws four of seven pixels, round corners too', () => {
		const corner: [number, number][] = [
			[0, 0],
			[9, 0],
			[9, 6],
		];
		expect(dash(corner, 4, 3)).toEqual([
			[
				[0, 0],
				[4, 0],
			],
			[
				[7, 0],
				[9, 0],
				[9, 2],
			],
			[
				[9, 5],
				[9, 6],
			],
		]);
	});

	it('leaves the line nowhere, and draws as much of it as a dashed stroke does', () => {
		const coordinate = fc.double({ min: -500, max: 500, noNaN: true });
		fc.assert(
			fc.property(fc.array(fc.tuple(coordinate, coordinate), { minLength: 2, maxLength: 12 }), (line) => {
				const pieces = dash(line, 4, 3);
				const length = lengthOf(line);
				const left = length % 7;
				const drawn = pieces.reduce((sum, piece) => sum + lengthOf(piece), 0);
				expect(drawn).toBeCloseTo(4 * Math.floor(length / 7) + Math.min(left, 4), 3);
				for (const piece of pieces) {
					expect(lengthOf(piece)).toBeLessThan(4 + 1e-6);
					for (const point of piece) {
						const off = line.slice(1).map((end, i) => squaredDistance(point, line[i]!, end));
						expect(Math.min(...off)).toBeLessThan(1e-6);
					}
				}
			}),
		);
	});
});

describe('short', () => {
	it('leaves out what SVG does not need', () => {
		expect([0.5, -0.5, 12, -0.04, 1.26].map(short)).toEqual(['.5', '-.5', '12', '0', '1.3']);
	});
});

describe('thin', () => {
	it('keeps every corner that is farther off than the tolerance', () => {
		expect(
			thin(
				[
					[0, 0],
					[5, 0.3],
					[10, 0],
					[10, 10],
				],
				0.5,
			),
		).toEqual([
			[0, 0],
			[10, 0],
			[10, 10],
		]);
	});
});

describe('trace', () => {
	it('drops islands that nobody could see and keeps the others', () => {
		const square = (x: number, size: number) => [
			[x, 0],
			[x, size],
			[x + size, size],
			[x + size, 0],
			[x, 0],
		];
		const found = trace(geoIdentity(), {
			type: 'MultiPolygon',
			coordinates: [[square(0, 1)], [square(10, 5)]],
		});
		expect(found).toHaveLength(1);
	});
});

describe('contains', () => {
	it('takes a hole for outside', () => {
		const ring = (a: number, b: number): [number, number][] => [
			[a, a],
			[b, a],
			[b, b],
			[a, b],
		];
		const rings = [ring(0, 10), ring(4, 6)];
		expect(contains(rings, [2, 2])).toBe(true);
		expect(contains(rings, [5, 5])).toBe(false);
	});
});
