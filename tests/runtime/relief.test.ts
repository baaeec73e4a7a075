import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseTokens } from '#lib/stills/index.ts';
import { PLAIN, reliefPaint, TINT } from '#lib/runtime/map/relief-paint.ts';

const tokens = parseTokens(readFileSync('src/lib/components/theme.css', 'utf8'));
const paintIn = (setting: keyof typeof tokens) => reliefPaint(tokens[setting] as never);

/** Lightness, 0…1, that MapLibre's raster shader gives to a grey of the archive. */
function shown(setting: keyof typeof tokens, grey: number): number {
	const paint = paintIn(setting)!;
	const [contrast, low, high] = [
		paint['raster-contrast'],
		paint['raster-brightness-min'],
		paint['raster-brightness-max'],
	] as [number, number, number];
	const factor = contrast > 0 ? 1 / (1 - contrast) : 1 + contrast;
	return low + (high - low) * ((grey - 0.5) * factor + 0.5);
}

describe('the relief', () => {
	it('leaves plains as light as the land of the theme', () => {
		expect(shown('light', PLAIN)).toBeCloseTo(0.9, 1);
		expect(shown('dark', PLAIN)).toBeCloseTo(0.15, 1);
	});

	it('darkens slopes away from the light and lightens those towards it', () => {
		for (const setting of ['light', 'dark'] as const) {
			expect(shown(setting, 0.3)).toBeLessThan(shown(setting, PLAIN));
			expect(shown(setting, 0.9)).toBeGreaterThan(shown(setting, PLAIN));
		}
	});

	it('turns its warm tint to the cool land of the dark theme', () => {
		const turn = Number(paintIn('dark')!['raster-hue-rotate']);
		expect(Math.abs(turn - 180)).toBeLessThan(25);
		const none = Number(paintIn('light')!['raster-hue-rotate']);
		expect(Math.min(none, 360 - none)).toBeLessThan(25);
	});

	it('is full in a view of the world, half at zoom 4 and gone at zoom 6', () => {
		const [, , , , full, , half, , none] = paintIn('light')!['raster-opacity'] as unknown as number[];
		expect([full, half, none]).toEqual([0.5, 0.25, 0]);
	});

	it('is off in high contrast', () => {
		expect(paintIn('light-contrast')).toBeNull();
		expect(paintIn('dark-contrast')).toBeNull();
	});

	it('reads the archive as its recipe has written it', () => {
		const { relief } = JSON.parse(readFileSync('static/basemap/basemap.json', 'utf8'));
		expect(relief).toMatchObject({ plain: PLAIN, tint: TINT });
	});
});
