import type { MapLibreMap } from './maplibre';

/**
 * Layers of the world in the box that are drawn wherever the map is, and opaque: where the tiles of such a layer lie over
 * one another a hand's breadth at their edges, nothing is to be seen of it.
 */
const GROUND = ['land', 'lakes', 'borders', 'borders-disputed'];

/**
 * Has the map draw its ground without cutting tiles off at their edges, or as usual again. The masks for it are a mesh of
 * their own for each tile, and a test for each pixel: where a processor draws, about an eighth of a frame. MapLibre has no setter
 * for it: without the methods that are overruled here, which are no part of what it promises, the map only is as slow as
 * before.
 */
export function unclipGround(map: MapLibreMap, isUnclipped: boolean): void {
	const { painter } = map;
	const layers = GROUND.flatMap((id) => map.getLayer(id) ?? []);
	for (const layer of layers) Reflect.deleteProperty(layer, 'isTileClipped');
	Reflect.deleteProperty(painter, 'renderLayer'); // that of all painters is seen again
	const render = painter.renderLayer as typeof painter.renderLayer | undefined;
	if (!isUnclipped || !render) return;
	const { ALWAYS, KEEP } = painter.context.gl;
	const all = {
		test: { func: ALWAYS, mask: 0 },
		ref: 0,
		mask: 0,
		fail: KEEP,
		depthFail: KEEP,
		pass: KEEP,
	} as const;
	for (const layer of layers) layer.isTileClipped = () => false;
	painter.renderLayer = (itself, tiles, layer, coords, frame) => {
		if (layers.includes(layer)) frame.stencilModeForClipping = () => all;
		else Reflect.deleteProperty(frame, 'stencilModeForClipping');
		render.call(painter, itself, tiles, layer, coords, frame);
	};
}
