import { describe, expect, test } from 'vitest';
import { readView, viewInWords, WORLD, writeView } from '#lib/runtime/world/view-address.ts';

describe('the address of a view', () => {
	test('says all that differs from the first view, and the place', () => {
		const view = {
			lang: 'zh',
			projection: 'flat',
			theme: 'dark',
			center: { lon: 126.5, lat: 45.8 },
			zoom: 4.7,
			panel: false,
		} as const;
		const address = '#lang=zh&projection=flat&theme=dark&at=45.8,126.5,4.7&panel=off';
		expect(writeView(view)).toBe(address);
		expect(readView(address)).toEqual(view);
		expect(writeView(WORLD)).toBe('#at=30,100,1.7');
	});

	test.each([
		['', WORLD],
		['#lang=tlh&projection=cube&theme=pink&at=here&panel=on', WORLD],
		['#at=45.8,126.5', WORLD],
		['#at=99,999,99', { ...WORLD, center: { lon: 180, lat: 90 }, zoom: 22 }],
		['#at=-85,0,-1.5', { ...WORLD, center: { lon: 0, lat: -85 }, zoom: -1.5 }],
	])('reads %j as far as it makes sense', (hash, view) => {
		expect(readView(hash)).toEqual(view);
	});
});

test('a view is said in words', () => {
	expect(viewInWords({ center: { lon: 126.5, lat: 45.8 }, zoom: 4.7 })).toBe('45.80° N 126.50° E, zoom 4.7');
	expect(viewInWords({ center: { lon: -70.66, lat: -33.45 }, zoom: 6 })).toBe('33.45° S 70.66° W, zoom 6.0');
});
