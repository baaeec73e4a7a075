import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { angleBetween, flight, globeRadius, type Camera } from '#lib/geo/index.ts';

const screen = { width: 1280, height: 800 };

const camera = (lon: number, lat: number, zoom: number): Camera => ({
	center: { lon, lat },
	zoom,
	projection: 'globe',
	pitch: 0,
	bearing: 0,
	offset: { x: 0, y: 0 },
});

const cameras = fc
	.tuple(
		fc.double({ min: -180, max: 180, noNaN: true }),
		fc.double({ min: -80, max: 80, noNaN: true }),
		fc.double({ min: 1, max: 7, noNaN: true }),
	)
	.map(([lon, lat, zoom]) => camera(lon, lat, zoom));

describe('flight', () => {
	it('begins and ends exactly at the two cameras', () => {
		fc.assert(
			fc.property(cameras, cameras, (from, to) => {
				const way = flight(from, to, screen);
				expect(way.at(0)).toEqual(from);
				expect(way.at(1)).toEqual(to);
			}),
		);
	});

	it('has a finite camera at every moment and never jumps', () => {
		fc.assert(
			fc.property(cameras, cameras, (from, to) => {
				fc.pre(angleBetween(from.center, to.center) < 179); // between antipodes every way is the shortest
				const way = flight(from, to, screen);
				let previous = from;
				for (let i = 1; i <= 100; i++) {
					const now = way.at(i / 100);
					const told = JSON.stringify({ from, to, now });
					expect(Number.isFinite(now.zoom) && Number.isFinite(now.center.lon), told).toBe(true);
					const moved = (angleBetween(previous.center, now.center) * Math.PI) / 180;
					const radius = Math.min(
						globeRadius(now.zoom, now.center.lat),
						globeRadius(previous.zoom, previous.center.lat),
					);
					expect(moved * radius, told).toBeLessThan(screen.width * Math.max(0.1, way.length * 0.03));
					previous = now;
				}
			}),
			{ numRuns: 300 },
		);
	});

	it('travels along the shorter great circle, over the antimeridian where that is nearer', () => {
		const middle = flight(camera(170, 20, 4), camera(-170, 20, 4), screen).at(0.5);
		expect(Math.abs(middle.center.lon)).toBeGreaterThan(175);
	});

	it('rises on a long way and not on a short one', () => {
		expect(flight(camera(116, 40, 5), camera(-75, 40, 5), screen).at(0.5).zoom).toBeLessThan(3);
		expect(flight(camera(116, 40, 5), camera(117, 40, 5), screen).at(0.5).zoom).toBeGreaterThan(4.9);
	});

	it('only changes the scale when the place stays the same', () => {
		const middle = flight(camera(116, 40, 3), camera(116, 40, 6), screen).at(0.5);
		expect(angleBetween(middle.center, { lon: 116, lat: 40 })).toBeLessThan(1e-6);
		expect(middle.zoom).toBeCloseTo(4.5, 5);
	});
});
