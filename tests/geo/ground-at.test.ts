import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { angleBetween, groundAt, overviewCenter, projector, type Camera } from '#lib/geo/index.ts';

const number = (min: number, max: number) => fc.double({ min, max, noNaN: true });

const cameras: fc.Arbitrary<Camera> = fc.record({
	center: fc.record({ lon: number(-180, 180), lat: number(-85, 85) }),
	zoom: number(0, 9),
	projection: fc.constantFrom('globe' as const, 'flat' as const),
	pitch: number(0, 60),
	bearing: number(-180, 180),
	offset: fc.record({ x: number(-300, 300), y: number(-200, 200) }),
});
const screens = fc.record({
	width: fc.integer({ min: 200, max: 2560 }),
	height: fc.integer({ min: 200, max: 1440 }),
});

describe('the place at a point of the screen', () => {
	it('is the one that is drawn there, over poles and antimeridian, tilted and turned', () => {
		fc.assert(
			fc.property(cameras, screens, number(0, 1), number(0, 1), (camera, screen, right, down) => {
				const point = { x: right * screen.width, y: down * screen.height };
				const place = groundAt(camera, screen)(point);
				if (!place) return;
				const drawn = projector(camera, screen)(place);
				// On the flat map a place is drawn where it is nearest to the centre.
				const world = 512 * 2 ** camera.zoom;
				const off = Math.hypot(drawn.x - point.x, drawn.y - point.y);
				if (camera.projection === 'flat' && off > world / 5) return;
				expect(off).toBeLessThan(0.01);
			}),
			{ numRuns: 10_000 },
		);
	});

	it('is the centre in the middle, and none in the sky beside the globe', () => {
		const camera: Camera = {
			center: { lon: 179, lat: -60 },
			zoom: 0,
			projection: 'globe',
			pitch: 0,
			bearing: 30,
			offset: { x: 50, y: 0 },
		};
		const screen = { width: 800, height: 600 };
		const ground = groundAt(camera, screen);
		expect(angleBetween(ground({ x: 450, y: 300 })!, camera.center)).toBeLessThan(1e-6);
		expect(ground({ x: 0, y: 0 })).toBeUndefined();
		expect(groundAt({ ...camera, projection: 'flat' }, screen)({ x: 450, y: 599 })).toBeUndefined();
	});
});

describe('the small globe of an overview', () => {
	it('has its place well inside, and comes out of a small set of globes', () => {
		const seen = new Set<string>();
		fc.assert(
			fc.property(fc.record({ lon: number(-180, 180), lat: number(-90, 90) }), (place) => {
				const center = overviewCenter([place]);
				expect(angleBetween(place, center)).toBeLessThan(45);
				seen.add(JSON.stringify(center));
			}),
			{ numRuns: 10_000 },
		);
		expect(seen.size).toBeLessThanOrEqual(12 * 9);
	});

	it('is the same on both sides of the antimeridian, and for places near one another', () => {
		expect(overviewCenter([{ lon: 179, lat: 10 }])).toEqual(overviewCenter([{ lon: -179, lat: 10 }]));
		expect(overviewCenter([{ lon: 116.4, lat: 39.9 }])).toEqual(overviewCenter([{ lon: 126.7, lat: 45.7 }]));
	});
});
