import type { MapLibreMap } from './maplibre';
import type { Ground } from './recovery';

interface TileId {
	z: number;
	x: number;
	y: number;
}

/** The layer of the archive that has something everywhere but on the open sea, and all of it in the coarsest tile. */
const EVERYWHERE = 'land';

/** Keeps account of the basemap's tiles that did not come. */
export class GroundTiles {
	readonly #map: MapLibreMap;
	readonly #failed = new Map<string, TileId>();

	constructor(map: MapLibreMap) {
		this.#map = map;
		map.on('sourcedata', ({ sourceId, tile }) => {
			if (sourceId === 'world' && tile) this.#failed.delete(key(tile.tileID.canonical));
		});
	}

	/** A tile did not come: what is coarser stands in for it, where it is there or can be had. */
	miss(tile: TileId): void {
		this.#failed.set(key(tile), { z: tile.z, x: tile.x, y: tile.y });
	}

	/** Asks again for all that did not come and is still in view. */
	askAgain(): void {
		const tiles = [...this.#failed.values()];
		this.#failed.clear();
		if (tiles.length) this.#map.refreshTiles('world', tiles);
	}

	get state(): Ground {
		if (!this.#failed.size) return 'whole';
		const drawn = this.#map.querySourceFeatures('world', { sourceLayer: EVERYWHERE });
		return drawn.length ? 'patchy' : 'none';
	}
}

function key({ z, x, y }: TileId): string {
	return `${z}/${x}/${y}`;
}
