import { describe, expect, it } from 'vitest';
import { frame, freeArea, projector } from '#lib/geo/index.ts';
import { estimateWidth } from '#lib/runtime/map/estimate-width.ts';
import { placeLabel, rectAround } from '#lib/runtime/map/label-place.ts';
import type { LonLat, MultiPolygon } from '#lib/story/index.ts';

describe('estimateWidth', () => {
	it('gives Chinese characters their full em', () => {
		expect(estimateWidth('北京', 15, 0)).toBe(30);
	});
});

describe('placeLabel', () => {
	const screen = { width: 1280, height: 800 };
	const insets = { top: 72, right: 0, bottom: 40, left: 500 };
	const focus = [
		{ lon: 100, lat: 30 },
		{ lon: 120, lat: 45 },
	];
	const camera = frame({ focus, projection: 'globe', maxZoom: 6, pitch: 0, bearing: 0 }, screen, insets);
	const setting = { camera, screen, free: freeArea(screen, insets) };
	const box = { width: 120, height: 20 };
	const square: MultiPolygon = {
		type: 'MultiPolygon',
		coordinates: [
			[
				[
					[60, 20],
					[60, 55],
					[130, 55],
					[130, 20],
					[60, 20],
				],
			],
		],
	};

	it('leaves a name at its own point where it is free', () => {
		const own = { lon: 110, lat: 38 };
		expect(placeLabel(own, square, box, setting)).toEqual(own);
	});

	it('moves it inside its region to where card and frame leave it whole', () => {
		const under: LonLat = { lon: 66, lat: 40 };
		const place = placeLabel(under, square, box, setting);
		const { x, y, visible } = projector(camera, screen)(place);
		expect(visible).toBe(true);
		expect(x - 60).toBeGreaterThan(500);
		expect(y).toBeGreaterThan(72);
	});

	it('moves it aside from a name that stands there already', () => {
		const own = { lon: 110, lat: 38 };
		const project = projector(camera, screen);
		const taken = rectAround(project(own), box);
		const { x, y } = project(placeLabel(own, square, box, setting, [taken]));
		expect(Math.abs(x - project(own).x) >= 120 || Math.abs(y - project(own).y) >= 20).toBe(true);
	});
});
