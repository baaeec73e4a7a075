import { describe, expect, it } from 'vitest';
import { fade, mapFonts } from '#lib/runtime/map/palette.ts';

describe('fade', () => {
	it('takes colours as theme and minifier write them', () => {
		expect(fade('#bc2c17', 0.5)).toBe('rgb(188 44 23 / 0.5)');
		expect(fade('#bc2c1733', 0.5)).toBe('rgb(188 44 23 / 0.1)');
		expect(fade('#fff', 0.5)).toBe('rgb(255 255 255 / 0.5)');
		expect(fade('#fff8', 0.5)).toBe('rgb(255 255 255 / 0.267)');
		expect(fade('rgb(188 44 23 / 0.2)', 0.5)).toBe('rgb(188 44 23 / 0.1)');
		expect(fade('rgb(188 44 23)', 0.5)).toBe('rgb(188 44 23 / 0.5)');
	});
});

describe('mapFonts', () => {
	it('takes the first face of the theme, behind a name that says weight and slant', () => {
		const { bold, italic } = mapFonts({ sans: `'News Sans', "Sans Arial", sans-serif`, serif: 'Times' });
		expect(bold).toEqual(['Map Bold', 'News Sans']);
		expect(italic).toEqual(['Map Italic', 'Times']);
	});
});
