import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	angleBetween,
	contour,
	distanceKm,
	enclosingCap,
	greatCircle,
	hatch,
	longitudeSpan,
	offsetBy,
	unwrapLongitudes,
	wrapLongitude,
	type PlanePoint,
} from '#lib/geo/index.ts';

const beijing = { lon: 116.3972, lat: 39.9075 };
const harbin = { lon: 126.65, lat: 45.75 };

const point = fc.record({
	lon: fc.double({ min: -180, max: 180, noNaN: true }),
	lat: fc.double({ min: -89, max: 89, noNaN: true }),
});

describe('distanceKm', () => {
	it('puts Harbin 1,057 km from Beijing', () => {
		expect(Math.round(distanceKm(beijing, harbin))).toBeGreaterThan(1050);
		expect(Math.round(distanceKm(beijing, harbin))).toBeLessThan(1065);
	});
});

describe('offsetBy', () => {
	it('ends as far away as asked, anywhere on the sphere', () => {
		fc.assert(
			fc.property(
				point,
				fc.double({ min: -80, max: 80, noNaN: true }),
				fc.double({ min: -80, max: 80, noNaN: true }),
				(start, east, north) => {
					expect(angleBetween(start, offsetBy(start, east, north))).toBeCloseTo(Math.hypot(east, north), 4);
				},
			),
		);
	});
});

describe('greatCircle', () => {
	it('begins and ends at its stops and bends towards the pole between them', () => {
		const line = greatCircle([beijing, { lon: -73.9, lat: 40.7 }]);
		expect(line[0]).toEqual([beijing.lon, beijing.lat]);
		expect(Math.max(...line.map(([, lat]) => lat))).toBeGreaterThan(80);
	});

	it('runs on over the antimeridian without a streak', () => {
		const line = greatCircle([
			{ lon: 139.7, lat: 35.7 },
			{ lon: -157.9, lat: 21.3 },
		]);
		expect(line.at(-1)![0]).toBeCloseTo(202.1, 6);
		line.slice(1).forEach(([lon], index) => expect(Math.abs(lon - line[index]![0])).toBeLessThan(5));
	});

	it('passes through every stop of a longer route', () => {
		expect(greatCircle([beijing, harbin, beijing]).some(([lon]) => lon === harbin.lon)).toBe(true);
	});
});

describe('unwrapLongitudes', () => {
	it('keeps neighbours within half a turn of each other', () => {
		fc.assert(
			fc.property(
				fc.array(fc.tuple(fc.double({ min: -180, max: 180, noNaN: true }), fc.constant(0)), { minLength: 2 }),
				(line) => {
					const out = unwrapLongitudes(line as [number, number][]);
					out
						.slice(1)
						.forEach(([lon], index) => expect(Math.abs(lon - out[index]![0])).toBeLessThanOrEqual(180));
					out.forEach(([lon], index) => expect(wrapLongitude(lon - line[index]![0])).toBeCloseTo(0, 6));
				},
			),
		);
	});
});

describe('longitudeSpan', () => {
	it('leaves out the widest gap', () => {
		expect(
			longitudeSpan([
				{ lon: 170, lat: 0 },
				{ lon: -170, lat: 0 },
			]),
		).toEqual({ west: 170, east: 190 });
		expect(
			longitudeSpan([
				{ lon: -10, lat: 0 },
				{ lon: 40, lat: 0 },
			]),
		).toEqual({ west: -10, east: 40 });
	});
});

describe('enclosingCap', () => {
	it('holds every point and is no wider than the points demand', () => {
		fc.assert(
			fc.property(fc.array(point, { minLength: 1, maxLength: 10 }), (points) => {
				const { center, radius } = enclosingCap(points);
				const widest = Math.max(...points.flatMap((a) => points.map((b) => angleBetween(a, b))));
				for (const each of points) expect(angleBetween(center, each)).toBeLessThanOrEqual(radius + 1e-9);
				expect(radius).toBeGreaterThanOrEqual(widest / 2 - 1e-6);
			}),
		);
	});

	it('is centred between two points', () => {
		expect(enclosingCap([beijing, harbin]).radius).toBeCloseTo(angleBetween(beijing, harbin) / 2, 2);
	});
});

describe('contour', () => {
	it('leaves out the edge along which a polygon was cut at the antimeridian', () => {
		const ring: [number, number][] = [
			[170, 60],
			[180, 60],
			[180, 70],
			[170, 70],
			[170, 60],
		];
		expect(contour(ring)).toEqual([
			[
				[170, 60],
				[180, 60],
			],
			[
				[180, 70],
				[170, 70],
				[170, 60],
			],
		]);
	});
});

describe('hatch', () => {
	const square: PlanePoint[] = [
		[0, 0],
		[60, 0],
		[60, 60],
		[0, 60],
		[0, 0],
	];
	const hole: PlanePoint[] = [
		[20, 20],
		[40, 20],
		[40, 40],
		[20, 40],
		[20, 20],
	];

	it('fills an area with parallel lines that end at its edge', () => {
		const lines = hatch([square], 45, 6);
		expect(lines.length).toBeGreaterThan(10);
		for (const point of lines.flat()) {
			expect(Math.min(...point)).toBeGreaterThan(-1e-6);
			expect(Math.max(...point)).toBeLessThan(60 + 1e-6);
		}
	});

	it('leaves holes empty', () => {
		for (const [[ax, ay], [bx, by]] of hatch([square, hole], 45, 6)) {
			const inside = (x: number, y: number) => x > 20.01 && x < 39.99 && y > 20.01 && y < 39.99;
			expect(inside((ax + bx) / 2, (ay + by) / 2)).toBe(false);
		}
	});
});
