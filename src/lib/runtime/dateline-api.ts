import type { Camera, Rect, ScreenPoint } from '#lib/geo/index.ts';
import type { LonLat } from '#lib/story/index.ts';

/** A rectangle of the viewport, CSS px. */
export interface FreeArea extends Rect {
	width: number;
	height: number;
}

/** What happens on the page: a step became active; the map came to rest. Both hand over the step's id. */
export type DatelineEvent = 'step' | 'idle';

/**
 * `window.dateline`: read-only, for tests, meters and analytics. All px are CSS px of the viewport.
 *
 * The story's root carries the same as attributes: `data-step` (id) and `data-map` (`still`, `moving`, `idle`);
 * `performance.mark('map-idle')` is set when the map first comes to rest.
 */
export interface DatelineApi {
	/** Id of the active step; the cover's is `cover`. */
	readonly step: string;
	/**
	 * Where the reader is, in steps: `n` where step n (0 is the cover) begins to be read, `n + ½` where it has been read;
	 * from there up to `n + 1` on the way to the next, where the map follows the scrolling. A slide that is shown is `n`.
	 */
	readonly progress: number;
	/** Where the live map is looked at from; null while the still maps stand in. */
	camera(): Camera | null;
	/** Where a point stands on the screen; `visible` is false off the map, behind the horizon and without a live map. */
	project(point: LonLat): ScreenPoint;
	/** The points that must be seen at the active step. */
	focus(): LonLat[];
	/** What bars, cards and controls leave of the map. */
	freeArea(): FreeArea;
	/** Calls `listener` at every event of that kind; gives the function that stops it. */
	on(event: DatelineEvent, listener: (step: string) => void): () => void;
}

/** What the page tells the interface; the functions read the state of the moment they are called in. */
export interface DatelineSource {
	step(): string;
	progress(): number;
	camera(): Camera | undefined;
	/** Point on the map's canvas. */
	project(point: LonLat): ScreenPoint;
	focus(): LonLat[];
	/** Free part of the map's canvas. */
	free(): Rect;
	/** Where the canvas stands in the viewport. */
	origin(): { x: number; y: number };
}

export interface DatelineInterface {
	api: DatelineApi;
	emit(event: DatelineEvent): void;
}

/** Makes the public interface over a page; frozen, so that no script of a third party can bend it for another. */
export function createDatelineApi(source: DatelineSource): DatelineInterface {
	const listeners: Record<DatelineEvent, Set<(step: string) => void>> = { step: new Set(), idle: new Set() };
	const api: DatelineApi = Object.freeze({
		get step() {
			return source.step();
		},
		get progress() {
			return source.progress();
		},
		camera: () => source.camera() ?? null,
		project(point: LonLat) {
			const { x, y, visible } = source.project(point);
			const origin = source.origin();
			return { x: x + origin.x, y: y + origin.y, visible };
		},
		focus: () => source.focus().map((point) => ({ ...point })),
		freeArea() {
			const { left, top, right, bottom } = source.free();
			const { x, y } = source.origin();
			return {
				left: left + x,
				top: top + y,
				right: right + x,
				bottom: bottom + y,
				width: right - left,
				height: bottom - top,
			};
		},
		on(event: DatelineEvent, listener: (step: string) => void) {
			const set = listeners[event];
			if (!set)
				throw new Error(`dateline.on knows the events "step" and "idle", not ${JSON.stringify(event)}.`);
			set.add(listener);
			return () => set.delete(listener);
		},
	});
	return {
		api,
		emit(event) {
			for (const listener of listeners[event]) {
				try {
					listener(source.step());
				} catch (error) {
					reportError(error); // A listener's mistake is told as such, and stops neither map nor page.
				}
			}
		},
	};
}

declare global {
	interface Window {
		dateline?: DatelineApi;
	}
}
