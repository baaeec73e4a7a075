import type { MapLibreMap } from './maplibre';

/**
 * Parts into which the globe's mesh divides a tile of zoom 0 along each edge, and the fewest of any tile. MapLibre's own
 * are 512 for lines and 128 … 32 for tiles, so that most of what is drawn is mesh: a line's parts then span 0.7°, where
 * 2.8° bend by a quarter of a pixel on a globe of 800 px. That of masks may be no finer than that of what they mask.
 */
const PARTS = { fill: [64, 4], line: [128, 0], tile: [64, 8], stencil: [64, 1] } as const;

type Kind = keyof typeof PARTS;

/**
 * Lets the globe be drawn of fewer, larger triangles, on this map and all others of the page; what is in tiles already
 * stays. MapLibre has no setter for it: only where it keeps these numbers is no part of what it promises.
 */
export function coarsenMesh({ style }: MapLibreMap): void {
	for (const [kind, [_baseZoomGranularity, _minGranularity]] of Object.entries(PARTS))
		Object.assign(style.projection?.subdivisionGranularity[kind as Kind] ?? {}, {
			_baseZoomGranularity,
			_minGranularity,
		});
}
