import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { frame, freeArea, groundAt, projectionFor, projector, type Rect } from '#lib/geo/index.ts';
import { locatorOf } from '#lib/runtime/locator/locator.ts';
import type { LonLat, View } from '#lib/story/index.ts';

const beijing = { lon: 116.4, lat: 39.9 };
const harbin = { lon: 126.65, lat: 45.75 };

function viewOf(focus: LonLat[], more: Partial<View> = {}): View {
	return {
		focus,
		projection: projectionFor(focus),
		maxZoom: 6,
		pitch: 0,
		bearing: 0,
		marks: [],
		highlights: [],
		routes: [],
		borders: [],
		data: [],
		key: [],
		...more,
	};
}

const desktop = {
	screen: { width: 1280, height: 800 },
	insets: { top: 72, right: 0, bottom: 30, left: 500 },
};
const phone = { screen: { width: 390, height: 354 }, insets: { top: 0, right: 0, bottom: 26, left: 0 } };

function locate(view: View, { screen, insets } = desktop, more: { over?: Rect[]; rtl?: boolean } = {}) {
	const camera = frame(view, screen, insets);
	return locatorOf(view, { camera, screen, free: freeArea(screen, insets), ...more });
}

const point = fc.record({
	lon: fc.double({ min: -180, max: 180, noNaN: true }),
	lat: fc.double({ min: -90, max: 90, noNaN: true }),
});

/** Steps of all kinds: near and far, at poles and antimeridian, tilted and turned. */
const views = fc
	.record({
		middle: point,
		around: fc.array(
			fc.tuple(fc.double({ min: -20, max: 20, noNaN: true }), fc.double({ min: -10, max: 10, noNaN: true })),
			{ minLength: 1, maxLength: 6 },
		),
		label: fc.constantFrom('Beijing', 'Republik Nordmazedonien', '俄罗斯联邦'),
		pitch: fc.constantFrom(0, 0, 30, 60),
		bearing: fc.double({ min: -180, max: 180, noNaN: true }),
		maxZoom: fc.double({ min: 4, max: 9, noNaN: true }),
	})
	.map(({ middle, around, label, pitch, bearing, maxZoom }) => {
		const focus = around.map(([east, north]) => ({
			lon: ((((middle.lon + east + 180) % 360) + 360) % 360) - 180,
			lat: Math.max(-90, Math.min(90, middle.lat + north)),
		}));
		const marks = focus.slice(0, 2).map((at, index) => ({ id: `point:${index}`, label, at }));
		return viewOf(focus, { marks, pitch, bearing: pitch ? bearing : 0, maxZoom });
	});

const screens = fc
	.record({
		width: fc.integer({ min: 320, max: 3840 }),
		height: fc.integer({ min: 200, max: 2160 }),
		left: fc.constantFrom(0, 0.45),
		right: fc.constantFrom(0, 0.45),
	})
	.map(({ width, height, left, right }) => ({
		screen: { width, height },
		insets: { left: left * width, right: left ? 0 : right * width, top: 40, bottom: 28 },
	}));

describe('a locator', () => {
	it('stands at a close view, and not where the view is an overview itself', () => {
		for (const setting of [desktop, phone]) {
			expect(locate(viewOf([beijing]), setting)).toBeDefined();
			expect(locate(viewOf([beijing, harbin]), setting)).toBeDefined();
			expect(locate(viewOf([beijing, { lon: 30.5, lat: 50.4 }]), setting)).toBeUndefined();
			expect(locate(viewOf([beijing], { whole: true, maxZoom: 3 }), setting)).toBeUndefined();
		}
	});

	it('is smaller on a phone', () => {
		expect(locate(viewOf([beijing]), desktop)?.size).toBe(84);
		expect(locate(viewOf([beijing]), phone)?.size).toBe(56);
	});

	it('has the same globe in steps near one another and on all screens', () => {
		const globes = [desktop, phone].flatMap((setting) =>
			[[beijing], [harbin], [beijing, harbin]].map((focus) => locate(viewOf(focus), setting)?.globe),
		);
		expect(new Set(globes)).toEqual(new Set(['120,30']));
	});

	it('outlines the ground that is large enough to be seen, and else dots the place', () => {
		expect(locate(viewOf([beijing], { maxZoom: 4 }))?.mark.length).toBeGreaterThan(4);
		expect(locate(viewOf([beijing]))?.mark).toHaveLength(1);
	});

	it('takes the corner at the end of the line below; the other way round where the page reads from right to left', () => {
		expect(locate(viewOf([beijing]))).toMatchObject({ left: 1280 - 24 - 84, top: 800 - 34 - 84 });
		const mirrored = { ...desktop, insets: { ...desktop.insets, left: 0, right: 500 } };
		expect(locate(viewOf([beijing]), mirrored, { rtl: true })?.left).toBe(24);
	});

	it('gives way to controls over the map, and is away where no corner is free', () => {
		const below = { left: 1100, right: 1280, top: 600, bottom: 800 };
		expect(locate(viewOf([beijing]), desktop, { over: [below] })?.top).toBeLessThan(120);
		const everywhere = { left: 0, right: 1280, top: 0, bottom: 800 };
		expect(locate(viewOf([beijing]), desktop, { over: [everywhere] })).toBeUndefined();
	});

	it('covers no focus, no mark and no name, stays in what is free, and says the same twice', () => {
		let found = 0;
		fc.assert(
			fc.property(views, screens, (view, setting) => {
				const locator = locate(view, setting);
				expect(locate(view, setting)).toEqual(locator);
				if (!locator) return;
				found++;
				const { screen, insets } = setting;
				const free = freeArea(screen, insets);
				const { left, top, size } = locator;
				expect(left).toBeGreaterThanOrEqual(free.left);
				expect(top).toBeGreaterThanOrEqual(free.top);
				expect(left + size).toBeLessThanOrEqual(free.right);
				expect(top + size).toBeLessThanOrEqual(free.bottom);
				const project = projector(frame(view, screen, insets), screen);
				const covers = ({ x, y }: { x: number; y: number }, by: number) =>
					x > left - by && x < left + size + by && y > top - 8 && y < top + size + 8;
				for (const place of view.focus) expect(covers(project(place), 6)).toBe(false);
				for (const mark of view.marks) expect(covers(project(mark.at), 46)).toBe(false);
				for (const { x, y } of locator.mark) expect(Math.hypot(x, y)).toBeLessThan(1);
				expect(locator.mark.length).toBeGreaterThan(0);
			}),
			{ numRuns: 1000 },
		);
		expect(found).toBeGreaterThan(100);
	});

	it('keeps off routes and the names of regions', () => {
		const bare = locate(viewOf([beijing]))!;
		const { screen, insets } = desktop;
		const camera = frame(viewOf([beijing]), screen, insets);
		const at = groundAt(camera, screen)({ x: bare.left + 42, y: bare.top + 42 })!;
		const region = { id: 'CN-SD', style: 'fill', meaning: 1, label: 'Shandong', labelAt: at } as const;
		expect(locate(viewOf([beijing], { highlights: [region] }))).not.toEqual(bare);
		const stops = [beijing, at];
		const line = stops.map(({ lon, lat }): [number, number] => [lon, lat]);
		expect(locate(viewOf([beijing], { routes: [{ stops, line }] }))).not.toEqual(bare);
	});
});
