import { validateStyleMin } from '@maplibre/maplibre-gl-style-spec';
import { describe, expect, it } from 'vitest';
import { protomapsStyle } from '#lib/server/protomaps-style.ts';
import { themeTokens } from '#lib/server/theme.ts';
import type { StyleSpecification } from '#lib/runtime/map/maplibre.ts';
import { mapFonts, type Palette } from '#lib/runtime/map/palette.ts';
import { STORY_SOURCES, storyLayers } from '#lib/runtime/map/story-layers.ts';
import { groundLayerIds, groundSources, resolveStyle, weaveStyle } from '#lib/runtime/map/weave-style.ts';

const tokens = themeTokens().light;
const palette = { ...tokens, sans: "'Sans', sans-serif", serif: 'Serif' } as Palette;

const ours = { story: storyLayers(palette), sources: STORY_SOURCES, fonts: mapFonts(palette) };

const THEIRS: StyleSpecification = {
	version: 8,
	name: 'Theirs',
	glyphs: 'https://fonts.example/{fontstack}/{range}.pbf',
	sprite: 'https://maps.example/sprite',
	projection: { type: 'mercator' },
	terrain: { source: 'world' },
	sources: {
		world: { type: 'vector', url: 'https://tiles.example/tiles.json' },
		photo: { type: 'raster', tiles: ['https://tiles.example/{z}/{x}/{y}.png'] },
	},
	layers: [
		{ id: 'water', type: 'background', paint: { 'background-color': '#abc' } },
		{
			id: 'towns',
			type: 'symbol',
			source: 'world',
			'source-layer': 'place',
			layout: {
				'text-field': ['format', ['get', 'name'], { 'text-font': ['literal', ['Noto Sans Italic']] }],
				'text-font': [
					'match',
					['get', 'class'],
					['city', 'town'],
					['literal', ['Noto Sans Bold', 'Arial']],
					['literal', ['Noto Sans Regular']],
				],
			},
			paint: { 'text-opacity': 0.5 },
		},
		{
			id: 'shields',
			type: 'symbol',
			source: 'world',
			'source-layer': 'road',
			layout: {
				'icon-image': 'shield',
				'icon-text-fit': 'both',
				'text-field': '1',
				'text-font': ['Noto Sans Medium'],
			},
		},
		{ id: 'photo', type: 'raster', source: 'photo' },
		{ id: 'streets', type: 'line', source: 'world', 'source-layer': 'road' },
	],
};

const woven = (names = true) => weaveStyle(THEIRS, { ...ours, fade: 320, names });
const layer = (id: string, names?: boolean) =>
	woven(names).layers.find((each) => each.id === id) as unknown as Record<string, unknown>;

describe('a style of the author’s own', () => {
	it('lies below the story: ground, story, names, the story’s names', () => {
		const order = woven().layers.map(({ id }) => id);
		const at = (id: string) => order.indexOf(id);
		expect(order.slice(0, 4)).toEqual(['own:water', 'own:photo', 'own:streets', 'story-fill']);
		expect(at('story-route')).toBeLessThan(at('own:towns'));
		expect(at('own:shields')).toBeLessThan(at('story-labels'));
		expect(order.at(-1)).toBe('story-marks');
	});

	it('stays a valid style, as does that of an archive', () => {
		expect(validateStyleMin(woven())).toEqual([]);
		for (const [lang, scheme] of [
			['de', 'light'],
			['zh', 'dark'],
			['tlh', 'light'],
		] as const) {
			const style = protomapsStyle({
				archive: '../../basemap/x.pmtiles',
				lang,
				scheme,
				tokens: themeTokens()[scheme],
			});
			const theirs = resolveStyle(
				style as StyleSpecification,
				'https://news.example/maps/de/x/basemap-light.json',
			);
			expect(theirs.sources).toEqual({
				streets: { type: 'vector', url: 'pmtiles://https://news.example/maps/basemap/x.pmtiles' },
			});
			expect(validateStyleMin(weaveStyle(theirs, { ...ours, fade: 0, names: false }))).toEqual([]);
		}
	});

	it('keeps its names for sources and layers apart from ours', () => {
		expect(Object.keys(woven().sources)).toEqual(
			expect.arrayContaining(['own:world', 'own:photo', 'story-areas']),
		);
		expect(layer('own:towns').source).toBe('own:world');
		expect(groundSources(THEIRS)).toEqual(['own:world', 'own:photo']);
		expect(groundLayerIds(THEIRS)).toEqual(['own:towns', 'own:shields', 'own:streets']);
	});

	it('leaves camera, terrain and faces to the page', () => {
		const style = woven();
		expect(style).not.toHaveProperty('projection');
		expect(style).not.toHaveProperty('terrain');
		expect(style).not.toHaveProperty('glyphs');
		expect(style.sprite).toBe(THEIRS.sprite);
		expect(layer('own:towns').layout).toMatchObject({
			'text-field': ['format', ['get', 'name'], { 'text-font': ['literal', ['Map Italic', 'Serif']] }],
			'text-font': [
				'match',
				['get', 'class'],
				['city', 'town'],
				['literal', ['Map Bold', 'Sans']],
				['literal', ['Map Regular', 'Sans']],
			],
		});
		expect(layer('own:shields').layout).toMatchObject({ 'text-font': ['Map Medium', 'Sans'] });
	});

	it('hides its names, and the signs around them, where the map is to say nothing', () => {
		expect(layer('own:towns').paint).toEqual({ 'text-opacity': 0.5, 'icon-opacity': 1 });
		expect(layer('own:towns', false).paint).toEqual({ 'text-opacity': 0, 'icon-opacity': 1 });
		expect(layer('own:shields', false).paint).toEqual({ 'text-opacity': 0, 'icon-opacity': 0 });
	});

	it('finds what lies beside it', () => {
		const { sprite, sources } = resolveStyle(
			{
				...THEIRS,
				sprite: [{ id: 'a', url: 'sprites/a' }],
				sources: {
					a: { type: 'vector', tiles: ['../tiles/{z}/{x}/{y}.mvt'] },
					b: { type: 'vector', url: 'pmtiles://city.pmtiles' },
					c: { type: 'geojson', data: { type: 'FeatureCollection', features: [] } },
					d: { type: 'vector', url: 'https://tiles.example/t.json?key={k}' },
				},
			},
			'https://maps.example/styles/day.json',
		);
		expect(sprite).toEqual([{ id: 'a', url: 'https://maps.example/styles/sprites/a' }]);
		expect(sources).toMatchObject({
			a: { tiles: ['https://maps.example/tiles/{z}/{x}/{y}.mvt'] },
			b: { url: 'pmtiles://https://maps.example/styles/city.pmtiles' },
			c: { data: { features: [] } },
			d: { url: 'https://tiles.example/t.json?key={k}' },
		});
	});
});
