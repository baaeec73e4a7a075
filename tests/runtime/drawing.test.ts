import { describe, expect, it } from 'vitest';
import { freeArea, frame } from '#lib/geo/index.ts';
import { drawing } from '#lib/runtime/map/drawing.ts';
import { isPlain, plainDrawing, type Setting } from '#lib/runtime/map/plain-drawing.ts';
import { STORY_OPACITIES, STORY_SOURCES, storyLayers } from '#lib/runtime/map/story-layers.ts';
import type { DataLayer, Shapes, View } from '#lib/story/index.ts';

const EMPTY: View = {
	focus: [{ lon: 115, lat: 35 }],
	projection: 'globe',
	maxZoom: 5,
	pitch: 0,
	bearing: 0,
	marks: [],
	highlights: [],
	routes: [],
	borders: [],
	data: [],
	key: [],
};
const SHAPES: Shapes = {
	area: {
		type: 'MultiPolygon',
		coordinates: [
			[
				[
					[110, 30],
					[110, 40],
					[120, 40],
					[120, 30],
					[110, 30],
				],
			],
		],
	},
	line: {
		type: 'MultiLineString',
		coordinates: [
			[
				[175, 30],
				[-175, 31],
			],
		],
	},
};
const LAYER: DataLayer = {
	id: 'ports.geojson',
	areas: 'area',
	lines: 'line',
	points: [{ at: { lon: 115, lat: 35 }, label: 'Mitte' }, { at: { lon: 116, lat: 33 } }],
	style: 'outline',
	meaning: 2,
};

function settingOf(view: View): Setting {
	const screen = { width: 900, height: 600 };
	const insets = { top: 40, right: 0, bottom: 20, left: 400 };
	return { camera: frame(view, screen, insets), screen, free: freeArea(screen, insets) };
}

function draw(more: Partial<View>) {
	const view = { ...EMPTY, ...more };
	return drawing(view, SHAPES, settingOf(view));
}

describe('the drawing of the author’s own data', () => {
	it('has areas like highlights, lines as bold as outlines, and points with their names', () => {
		const drawn = draw({ data: [LAYER] });
		expect(drawn['story-areas'].features.map(({ properties }) => properties)).toEqual([
			{ style: 'outline', meaning: 2 },
		]);
		expect(drawn['story-lines'].features.map(({ properties }) => properties?.['weight'])).toEqual([
			'outline',
			'line',
		]);
		expect(drawn['story-points'].features.map(({ properties }) => properties)).toEqual([
			{ meaning: 2, label: 'Mitte', anchor: 'left', offset: [8 / 13.5, 0] },
			{ meaning: 2 },
		]);
	});

	it('hatches areas, and gives a mere mention no contour', () => {
		expect(draw({ data: [{ ...LAYER, style: 'hatch' }] })['story-hatch'].features).toHaveLength(1);
		const mention = draw({ data: [{ ...LAYER, lines: undefined, style: 'mention' }] });
		expect(mention['story-lines'].features).toEqual([]);
	});

	it('goes on beyond the antimeridian instead of round the world', () => {
		const [, line] = draw({ data: [LAYER] })['story-lines'].features;
		expect(line?.geometry).toMatchObject({
			coordinates: [
				[
					[175, 30],
					[185, 31],
				],
			],
		});
	});

	it('leaves out a name that cards or the frame would cut on both sides', () => {
		const label = 'Ein Name, der breiter ist als alles, was der Text neben sich auf der Karte frei lässt';
		const [dot] = draw({ data: [{ ...LAYER, points: [{ at: LAYER.points[0]!.at, label }] }] })['story-points']
			.features;
		expect(dot?.properties).toEqual({ meaning: 2 });
	});

	it('is the plain one where a view has marks and routes alone', () => {
		const plain = { marks: [{ id: 'a', label: 'Mitte', at: LAYER.points[0]!.at }], data: [] };
		const view = { ...EMPTY, ...plain };
		expect([isPlain(view), isPlain({ ...view, data: [LAYER] })]).toEqual([true, false]);
		expect(plainDrawing(view, settingOf(view))).toEqual(drawing(view, SHAPES, settingOf(view)));
	});

	it('leaves nothing behind in the next step', () => {
		for (const { features } of Object.values(draw({}))) expect(features).toEqual([]);
		expect(Object.keys(draw({})).sort()).toEqual(
			Object.keys(STORY_SOURCES)
				.filter((source) => source !== 'story-tips') // they follow the scrolling
				.sort(),
		);
	});
});

describe('the layers of a story', () => {
	const color = '#123456';
	const palette = new Proxy({} as Parameters<typeof storyLayers>[0], { get: () => color });
	const { ground, labels } = storyLayers(palette);
	const layers = [...ground, ...labels];

	it('show every source, and fade as one', () => {
		const shown = new Set(layers.map((layer) => ('source' in layer ? layer.source : '')));
		expect([...shown].sort()).toEqual(Object.keys(STORY_SOURCES).sort());
		const fading = new Set(STORY_OPACITIES.map(([layer]) => layer));
		expect([...fading].sort()).toEqual(layers.map(({ id }) => id).sort());
	});
});
