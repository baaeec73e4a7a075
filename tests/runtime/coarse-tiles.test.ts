import { describe, expect, it } from 'vitest';
import { coarsenTiles } from '#lib/runtime/map/coarse-tiles.ts';
import type { MapLibreMap } from '#lib/runtime/map/maplibre.ts';

interface TileId {
	key: string;
	overscaledZ: number;
	scaledTo: (zoom: number) => TileId;
}

function tile(z: number, x: number, y: number): TileId {
	return {
		key: `${z}/${x}/${y}`,
		overscaledZ: z,
		scaledTo: (zoom) => tile(zoom, x >> (z - zoom), y >> (z - zoom)),
	};
}

/** What MapLibre keeps of a source: all managers share the method, as those of a class do. */
class Manager {
	readonly #source: { type: string; minzoom: number };
	asked: { tiles: string[]; zoom: number } | undefined;

	constructor(type: string, minzoom = 0) {
		this.#source = { type, minzoom };
	}

	getSource() {
		return this.#source;
	}

	_updateRetainedTiles(wanted: TileId[], zoom: number) {
		this.asked = { tiles: wanted.map(({ key }) => key), zoom };
	}
}

const FINE = [tile(2, 2, 1), tile(2, 3, 1), tile(2, 1, 1), tile(2, 2, 0)];

function mapOf(...managers: Manager[]) {
	return { style: { tileManagers: { ...managers } } } as unknown as MapLibreMap;
}

/** The tiles that a source is asked for where these would be drawn. */
function asked(manager: Manager, tiles: TileId[]) {
	manager._updateRetainedTiles(tiles, 2);
	return manager.asked;
}

describe('coarser tiles', () => {
	it('are those that hold the finer ones, each once, nearest first', () => {
		const manager = new Manager('vector');
		coarsenTiles(mapOf(manager), true);
		expect(asked(manager, FINE)).toEqual({ tiles: ['1/1/0', '1/0/0'], zoom: 2 });
	});

	it('are the fine ones again afterwards, however often they were asked to be coarse', () => {
		const manager = new Manager('geojson');
		coarsenTiles(mapOf(manager), true);
		coarsenTiles(mapOf(manager), true);
		expect(asked(manager, FINE)?.tiles).toEqual(['1/1/0', '1/0/0']);
		coarsenTiles(mapOf(manager), false);
		expect(asked(manager, FINE)?.tiles).toEqual(FINE.map(({ key }) => key));
	});

	it('are no coarser than the source has, and than the world', () => {
		const own = new Manager('vector', 2);
		const world = new Manager('vector');
		coarsenTiles(mapOf(own, world), true);
		expect(asked(own, FINE)?.tiles).toEqual(FINE.map(({ key }) => key));
		expect(asked(world, [tile(0, 0, 0)])?.tiles).toEqual(['0/0/0']);
	});

	it('are not asked of pictures, which have one place only', () => {
		const picture = new Manager('image');
		coarsenTiles(mapOf(picture), true);
		expect(asked(picture, FINE)?.tiles).toEqual(FINE.map(({ key }) => key));
	});

	it('are none where MapLibre no longer knows the method', () => {
		const manager = { getSource: () => ({ type: 'vector' }) };
		coarsenTiles({ style: { tileManagers: { manager } } } as unknown as MapLibreMap, true);
		expect(manager).not.toHaveProperty('_updateRetainedTiles');
	});
});
