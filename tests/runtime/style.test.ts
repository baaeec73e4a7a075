import { readFileSync } from 'node:fs';
import { createExpression, validateStyleMin } from '@maplibre/maplibre-gl-style-spec';
import { describe, expect, it } from 'vitest';
import { parseTokens } from '#lib/stills/index.ts';
import { reliefPaint } from '#lib/runtime/map/relief-paint.ts';
import { mapStyle, NAME_LAYERS } from '#lib/runtime/map/style.ts';

const tokens = parseTokens(readFileSync('src/lib/components/theme.css', 'utf8'));
const about = JSON.parse(readFileSync('static/basemap/basemap.json', 'utf8')) as {
	layers: Record<string, unknown>;
};

function styleIn(setting: keyof typeof tokens, lang = 'de') {
	const archive = 'https://news.example/world.pmtiles';
	return mapStyle({ palette: tokens[setting] as never, lang, archive, fade: 300, names: true });
}

const SETTINGS = Object.keys(tokens) as (keyof typeof tokens)[];

describe('the style of the map', () => {
	it.each(SETTINGS)('is valid in the setting "%s"', (setting) => {
		const style = styleIn(setting);
		expect(validateStyleMin(style as never).map(({ message }) => message)).toEqual([]);
	});

	it.each(SETTINGS)('takes a relief that is valid in the setting "%s"', (setting) => {
		const style = styleIn(setting);
		const paint = reliefPaint(tokens[setting] as never);
		if (!paint) return expect(setting).toMatch(/contrast/);
		style.sources['relief'] = { type: 'raster', url: 'https://news.example/relief.json' };
		style.layers.push({ id: 'relief', type: 'raster', source: 'relief', paint });
		expect(validateStyleMin(style as never).map(({ message }) => message)).toEqual([]);
	});

	it('draws from layers only that the archive has', () => {
		const drawn = styleIn('light').layers.flatMap((layer) =>
			'source-layer' in layer ? [layer['source-layer']!] : [],
		);
		expect(drawn.filter((layer) => !(layer in about.layers))).toEqual([]);
	});

	it('draws rivers below the lakes that they run through, and borders above both', () => {
		const order = styleIn('light').layers.map(({ id }) => id);
		const at = (id: string) => order.indexOf(id);
		expect(at('rivers')).toBeLessThan(at('lakes'));
		expect(at('lakes')).toBeLessThan(at('borders'));
		expect(at('borders')).toBeLessThan(at('story-fill'));
	});

	it('lets names give way by degrees to the story’s own', () => {
		const paint = styleIn('light').layers.find(({ id }) => id === 'cities')!.paint as Record<string, unknown>;
		const opacity = createExpression(paint['text-opacity'], 'layers.cities.paint.text-opacity');
		if (opacity.result !== 'success') throw new Error('It is no expression.');
		const at = (state: object) => opacity.value.evaluate({ zoom: 5 }, {} as never, state as never);
		expect([{}, { told: 0.25 }, { told: 1 }, { cut: true }].map(at)).toEqual([1, 0.75, 0, 0]);
	});

	it('neither slants nor breaks the short names of Chinese', () => {
		const layoutOf = (lang: string, id: string) =>
			styleIn('light', lang).layers.find((layer) => layer.id === id)!.layout as Record<string, unknown>;
		expect(layoutOf('de', 'waters')['text-font']).toContain('Map Italic');
		expect(layoutOf('zh', 'waters')['text-font']).not.toContain('Map Italic');
		for (const id of NAME_LAYERS.filter((layer) => layoutOf('de', layer)['text-max-width']))
			expect(layoutOf('zh', id)['text-max-width']).toBeGreaterThanOrEqual(10);
	});
});
