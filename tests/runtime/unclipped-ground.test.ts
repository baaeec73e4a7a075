import { describe, expect, it } from 'vitest';
import type { MapLibreMap } from '#lib/runtime/map/maplibre.ts';
import { unclipGround } from '#lib/runtime/map/unclipped-ground.ts';

const ALWAYS = 519;

class Layer {
	constructor(readonly id: string) {}

	isTileClipped() {
		return true;
	}
}

class Frame {
	stencilModeForClipping(): { test: { func: number } } {
		return { test: { func: 514 } };
	}
}

/** Keeps of each layer whether it was drawn through its masks, as MapLibre's would use them. */
class Painter {
	readonly context = { gl: { ALWAYS, KEEP: 7680 } };
	readonly drawn: Record<string, { masks: boolean; test: boolean }> = {};

	renderLayer(_: Painter, __: unknown, layer: Layer, ___: unknown, frame: Frame) {
		const test = frame.stencilModeForClipping().test.func !== ALWAYS;
		this.drawn[layer.id] = { masks: layer.isTileClipped(), test };
	}
}

function drawn(change: (map: MapLibreMap) => void, ids = ['land', 'borders', 'story-area', 'lakes']) {
	const layers = ids.map((id) => new Layer(id));
	const painter = new Painter();
	change({
		painter,
		getLayer: (wanted: string) => layers.find(({ id }) => id === wanted),
	} as unknown as MapLibreMap);
	const frame = new Frame();
	for (const layer of layers) painter.renderLayer(painter, undefined, layer, [], frame);
	return painter.drawn;
}

const CLIPPED = { masks: true, test: true };
const UNCLIPPED = { masks: false, test: false };

describe('the ground without clipping', () => {
	it('has no masks and no test of each pixel, and leaves what the story draws as it was', () => {
		expect(drawn((map) => unclipGround(map, true))).toEqual({
			land: UNCLIPPED,
			borders: UNCLIPPED,
			'story-area': CLIPPED,
			lakes: UNCLIPPED,
		});
	});

	it('is clipped again afterwards, however often it was asked not to be', () => {
		const again = drawn((map) => {
			unclipGround(map, true);
			unclipGround(map, true);
			unclipGround(map, false);
		});
		for (const layer of Object.values(again)) expect(layer).toEqual(CLIPPED);
	});

	it('leaves a basemap alone that has other layers', () => {
		expect(drawn((map) => unclipGround(map, true), ['roads'])).toEqual({ roads: CLIPPED });
	});
});
