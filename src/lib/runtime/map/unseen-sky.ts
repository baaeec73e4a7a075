import type { MapLibreMap } from './maplibre';

/**
 * Has the map draw no sky unless its style has one. Without any MapLibre computes one for each pixel of each frame, which
 * no view of ours tilts far enough to show: where a processor draws, a sixth to a fifth of a frame. MapLibre has no setter
 * for it: without the function that is replaced here, which is no part of what it promises, the map only is as slow as
 * before.
 */
export function spareSky(map: MapLibreMap): void {
	const { painter } = map;
	const functions = painter.drawFunctions as typeof painter.drawFunctions | undefined;
	if (!functions) return;
	painter.drawFunctions = {
		...functions, // one for all maps of the page
		sky: (...drawn) => map.getSky() && functions.sky(...drawn),
	};
}
