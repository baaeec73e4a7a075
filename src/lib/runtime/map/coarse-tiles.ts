import type { MapLibreMap } from './maplibre';

/** What MapLibre keeps of each source; its method `_updateRetainedTiles` is told which tiles a picture needs. */
type TileManager = MapLibreMap['style']['tileManagers'][string];
type TileId = Parameters<TileManager['_updateRetainedTiles']>[0][number];

/** Sources whose tiles are drawn at any zoom: pictures have one place only. */
const DIVIDED = ['vector', 'geojson'];

/**
 * Has the map take its tiles one zoom coarser from its next move on, or as usual again: at half the resolution they show as
 * much, and a quarter of them is fetched, cut and drawn. MapLibre has no setter for it: without the method that is
 * overruled here, which is no part of what it promises, the map only is as slow as before.
 */
export function coarsenTiles({ style }: MapLibreMap, isCoarse: boolean): void {
	for (const manager of Object.values(style.tileManagers)) {
		const { type, minzoom } = manager.getSource();
		Reflect.deleteProperty(manager, '_updateRetainedTiles'); // what all managers share is seen again
		const update = manager._updateRetainedTiles as TileManager['_updateRetainedTiles'] | undefined;
		if (isCoarse && update && DIVIDED.includes(type))
			manager._updateRetainedTiles = (wanted, zoom) => update.call(manager, parents(wanted, minzoom), zoom);
	}
}

/** Of each tile the one that holds it, each once, in their order; none coarser than the source has. */
function parents(tiles: TileId[], minzoom: number): TileId[] {
	const found = tiles.map((tile) =>
		tile.overscaledZ > minzoom ? tile.scaledTo(tile.overscaledZ - 1) : tile,
	);
	return [...new Map(found.map((tile) => [tile.key, tile])).values()];
}
