import type { MapLibreMap } from './maplibre';

/**
 * Has a map that nobody sees yet leave out each frame that comes before the last one is drawn. What is seen waits for the
 * screen; unseen frames, one for each tile that comes, would queue up, and the first picture behind them. MapLibre has no
 * setter for it: without the method that is overruled here, which is no part of what it promises, the first picture only
 * comes as late as before.
 *
 * @returns what has the next frame drawn in any case, and all after it
 */
export function leaveOutUnseen({ painter }: MapLibreMap): () => void {
	const render = painter.render as typeof painter.render | undefined;
	const { gl } = painter.context;
	let last: WebGLSync | null = null;
	if (render)
		painter.render = (...frame) => {
			if (last && gl.clientWaitSync(last, 0, 0) === gl.TIMEOUT_EXPIRED) return;
			gl.deleteSync(last);
			render.apply(painter, frame);
			last = gl.fenceSync(gl.SYNC_GPU_COMMANDS_COMPLETE, 0);
			gl.flush();
		};
	return () => {
		Reflect.deleteProperty(painter, 'render'); // that of all painters is seen again
		gl.deleteSync(last);
		last = null;
	};
}
