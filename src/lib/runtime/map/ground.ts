import type { MapLibreMap } from './maplibre';
import type { Ground } from './recovery';

interface TileId {
	z: number;
	x: number;
	y: number;
}

/** Where the map's ground comes from. */
export interface GroundSources {
	readonly sources: readonly string[];
	/** Whether any of it is in the picture. */
	isDrawn(map: MapLibreMap): boolean;
}

/** The layer of the archive that has something everywhere but on the open sea, and all of it in the coarsest tile. */
const EVERYWHERE = 'land';

/** The world in the box. */
export const BOX: GroundSources = {
	sources: ['world'],
	isDrawn: (map) => map.querySourceFeatures('world', { sourceLayer: EVERYWHERE }).length > 0,
};

/** Keeps account of the basemap's tiles that did not come. */
export class GroundTiles {
	readonly #map: MapLibreMap;
	/** Missing tiles by source. */
	readonly #failed = new Map<string, Map<string, TileId>>();
	#ground: GroundSources;
	#came = false;

	constructor(map: MapLibreMap, ground: GroundSources) {
		this.#map = map;
		this.#ground = ground;
		map.on('sourcedata', ({ sourceId, tile }) => {
			if (!this.has(sourceId) || !tile) return;
			this.#came = true;
			this.#failed.get(sourceId)?.delete(key(tile.tileID.canonical));
		});
	}

	/** Another ground has taken the place of the one before, of which nothing is missed any more. */
	change(ground: GroundSources): void {
		this.#ground = ground;
		this.#failed.clear();
		this.#came = false;
	}

	/** Whether any tile has come, be it an empty one. */
	get came(): boolean {
		return this.#came;
	}

	get sources(): readonly string[] {
		return this.#ground.sources;
	}

	has(source: string | undefined): source is string {
		return source !== undefined && this.#ground.sources.includes(source);
	}

	/** A tile did not come: what is coarser stands in for it, where it is there or can be had. */
	miss(source: string, tile: TileId): void {
		const failed = this.#failed.get(source) ?? new Map<string, TileId>();
		this.#failed.set(source, failed.set(key(tile), { z: tile.z, x: tile.x, y: tile.y }));
	}

	/** Asks again for all that did not come and is still in view. */
	askAgain(): void {
		const missing = [...this.#failed].map(([source, tiles]) => ({ source, tiles: [...tiles.values()] }));
		this.#failed.clear();
		for (const { source, tiles } of missing) if (tiles.length) this.#map.refreshTiles(source, tiles);
	}

	get state(): Ground {
		if ([...this.#failed.values()].every(({ size }) => !size)) return 'whole';
		return this.#ground.isDrawn(this.#map) ? 'patchy' : 'none';
	}
}

function key({ z, x, y }: TileId): string {
	return `${z}/${x}/${y}`;
}
