import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { enclosingCap, frame, freeArea, projectionFor, projector, type Framing } from '#lib/geo/index.ts';
import type { LonLat } from '#lib/story/index.ts';

const view = (focus: LonLat[], more: Partial<Framing> = {}): Framing => ({
	focus,
	projection: projectionFor(focus),
	maxZoom: 6,
	pitch: 0,
	bearing: 0,
	...more,
});

const desktop = { screen: { width: 1280, height: 800 }, insets: { top: 48, right: 0, bottom: 0, left: 500 } };
const phone = { screen: { width: 390, height: 354 }, insets: { top: 0, right: 0, bottom: 30, left: 0 } };
const beijing = { lon: 116.4, lat: 39.9 };
const harbin = { lon: 126.65, lat: 45.75 };
const tokyo = { lon: 139.7, lat: 35.7 };
const honolulu = { lon: -157.9, lat: 21.3 };

const point = fc.record({
	lon: fc.double({ min: -180, max: 180, noNaN: true }),
	lat: fc.double({ min: -80, max: 80, noNaN: true }),
});

/** Sets that gather round a place, as those of stories do, and sets from all over the world. */
const focus = fc.oneof(
	fc.array(point, { minLength: 1, maxLength: 12 }),
	fc
		.tuple(
			point,
			fc.array(
				fc.tuple(fc.double({ min: -12, max: 12, noNaN: true }), fc.double({ min: -9, max: 9, noNaN: true })),
				{ minLength: 1, maxLength: 20 },
			),
		)
		.map(([middle, around]) =>
			around.map(([east, north]) => ({
				lon: ((((middle.lon + east + 180) % 360) + 360) % 360) - 180,
				lat: Math.max(-80, Math.min(80, middle.lat + north)),
			})),
		),
);

const screens = fc
	.record({
		width: fc.integer({ min: 320, max: 3840 }),
		height: fc.integer({ min: 320, max: 2160 }),
		left: fc.double({ min: 0, max: 0.5, noNaN: true }),
		right: fc.double({ min: 0, max: 0.1, noNaN: true }),
		top: fc.double({ min: 0, max: 0.15, noNaN: true }),
		bottom: fc.double({ min: 0, max: 0.3, noNaN: true }),
	})
	.map(({ width, height, left, right, top, bottom }) => ({
		screen: { width, height },
		insets: { left: left * width, right: right * width, top: top * height, bottom: bottom * height },
	}));

function expectFramed(subject: Framing, { screen, insets }: typeof desktop) {
	const camera = frame(subject, screen, insets);
	const project = projector(camera, screen);
	const free = freeArea(screen, insets);
	for (const place of subject.focus) {
		const { x, y, visible } = project(place);
		const told = JSON.stringify({ place, x, y, visible, camera });
		expect(visible, told).toBe(true);
		expect(x >= free.left && x <= free.right && y >= free.top && y <= free.bottom, told).toBe(true);
	}
	return camera;
}

describe('frame', () => {
	it('shows every point of 1,000 random focus sets inside what 1,000 random screens leave free', () => {
		fc.assert(
			fc.property(focus, screens, (places, where) => {
				expectFramed(view(places), where);
			}),
			{ numRuns: 1000 },
		);
	});

	it('keeps the focus in view when the author tilts and turns the map', () => {
		const tilts = fc.record({
			pitch: fc.integer({ min: 0, max: 50 }),
			bearing: fc.integer({ min: -180, max: 180 }),
		});
		fc.assert(
			fc.property(tilts, screens, ({ pitch, bearing }, where) => {
				expectFramed(view([beijing, harbin], { pitch, bearing }), where);
			}),
			{ numRuns: 200 },
		);
	});

	it('comes no closer to a single place than its kind allows', () => {
		expect(expectFramed(view([beijing], { maxZoom: 5 }), desktop).zoom).toBeCloseTo(5, 1);
	});

	it('goes as close as the free area allows, so that the outermost points reach its margins', () => {
		const camera = expectFramed(view([beijing, harbin]), desktop);
		const project = projector(camera, desktop.screen);
		const [a, b] = [project(beijing), project(harbin)];
		const reach = Math.max((b.x - a.x) / 780, (a.y - b.y) / 752);
		expect(reach).toBeGreaterThan(0.75);
	});

	it('takes the short way over the antimeridian', () => {
		const camera = expectFramed(view([tokyo, honolulu]), desktop);
		expect(Math.abs(camera.center.lon)).toBeGreaterThan(160);
	});

	it('shows a set that no globe can show on the flat map', () => {
		const californiaToCrete = [
			{ lon: -124.2, lat: 40.4 },
			{ lon: -97.4, lat: 25.9 },
			{ lon: 24, lat: 35.2 },
		];
		expect(enclosingCap(californiaToCrete).radius).toBeGreaterThan(50);
		expect(expectFramed(view(californiaToCrete), phone).projection).toBe('flat');
	});

	it('honours an explicit zoom only as long as the focus stays visible', () => {
		expect(expectFramed(view([beijing], { zoom: 9 }), phone).zoom).toBeCloseTo(9, 1);
		expect(expectFramed(view([beijing, harbin], { zoom: 9 }), phone).zoom).toBeLessThan(5);
	});

	it('leaves an explicit centre where the author put it', () => {
		const camera = expectFramed(view([beijing], { whole: true, center: { lon: 100, lat: 34 } }), desktop);
		expect(camera.center).toEqual({ lon: 100, lat: 34 });
	});

	it('stays finite where nothing is left for the map', () => {
		const crushed = { top: 72, right: 0, bottom: 40, left: 900 };
		for (const screen of [
			{ width: 0, height: 0 },
			{ width: 800, height: 100 },
		]) {
			const { zoom, center } = frame(view([beijing, harbin], { whole: true }), screen, crushed);
			expect([zoom, center.lon, center.lat].every(Number.isFinite)).toBe(true);
		}
	});

	it('gives the same camera for the same view and screen', () => {
		const subject = view([beijing, harbin]);
		expect(frame(subject, phone.screen, phone.insets)).toEqual(frame(subject, phone.screen, phone.insets));
	});
});
