import { recenter, wrapLongitude, type Camera, type Screen, type ScreenPoint } from '#lib/geo/index.ts';
import type { LonLat, Shapes, View } from '#lib/story/index.ts';
import { LngLat, type MapLibreMap, type VectorTileSource } from './maplibre';
import { ANYWHERE } from './anywhere';
import { lookLimits } from './look-limits';

export interface LookAroundOptions {
	/** Holds the canvas; `data-looking` is set on it, and what hides the map from screen readers is lifted. */
	container: HTMLElement;
	screen: () => Screen;
	/** Ids of the sources that the ground comes from. */
	sources: () => readonly string[];
	/** The camera is elsewhere now. */
	onMove: (camera: Camera) => void;
	/** The map has begun to move. */
	onMoving: () => void;
	/** It has come to rest, and all that will come of it has come. */
	onRest: () => void;
}

/** What those work with who look around: buttons, a list of places, names on tap. */
export interface Looked {
	map: MapLibreMap;
	/** Where the looking began. */
	start: Camera;
	view: View;
	/** Absent as long as no step has drawn any. */
	shapes: Shapes | undefined;
	/** Whether the basemap is the author's own, of whose names nothing is known. */
	isOwn: boolean;
	project: (point: LonLat) => ScreenPoint;
	/** The closest camera that shows all these points. */
	frame: (points: LonLat[]) => Camera;
}

/** Hands the map to the reader: mouse, touch and keys move it within `lookLimits`, until it is taken back. */
export class LookAround {
	readonly #map: MapLibreMap;
	readonly #options: LookAroundOptions;
	/** What gives the map back as it was. */
	#undo: (() => void)[] = [];
	/** Where the looking began; of the last time once it is over. */
	begun: Camera | undefined;

	constructor(map: MapLibreMap, options: LookAroundOptions) {
		this.#map = map;
		this.#options = options;
	}

	get isOn(): boolean {
		return this.#undo.length > 0;
	}

	/**
	 * @param start where the map is looked at from
	 * @param name what screen readers call the map, which takes the focus
	 */
	start(start: Camera, name: string): void {
		this.begun = start;
		this.#undo = [this.#limit(start), this.#follow(start), this.#enable(), this.#open(name)];
	}

	/** Focus and attributes are as they were before. */
	stop(): void {
		for (const undo of this.#undo) undo();
		this.#undo = [];
	}

	#limit(start: Camera): () => void {
		const map = this.#map;
		const limit = lookLimits(start, finestZoom(map, this.#options.sources()));
		map.setTransformConstrain(({ lng, lat }, zoom) => {
			const sight = limit({ center: { lon: lng, lat }, zoom }, this.#options.screen());
			return { center: new LngLat(sight.center.lon, sight.center.lat), zoom: sight.zoom };
		});
		return () => map.setTransformConstrain(ANYWHERE);
	}

	#follow(start: Camera): () => void {
		const { onMove, onMoving, onRest } = this.#options;
		const map = this.#map;
		let moved = false;
		const subscriptions = [
			map.on('movestart', () => {
				moved = true;
				onMoving();
			}),
			map.on('move', () => onMove(this.#camera(start))),
			map.on('idle', () => {
				if (moved) onRest();
				moved = false;
			}),
			map.on('dblclick', (event) => {
				if (start.projection !== 'globe') return;
				event.preventDefault(); // MapLibre would come nearer to the middle of the globe, whatever was clicked
				this.#approach(this.#camera(start), event.point, event.originalEvent.shiftKey ? -1 : 1);
			}),
		];
		return () => subscriptions.forEach((subscription) => subscription.unsubscribe());
	}

	#enable(): () => void {
		const map = this.#map;
		const { dragPan, dragRotate, scrollZoom, doubleClickZoom, touchZoomRotate, touchPitch, keyboard } = map;
		const handlers = [
			dragPan,
			dragRotate,
			scrollZoom,
			doubleClickZoom,
			touchZoomRotate,
			touchPitch,
			keyboard,
		];
		for (const handler of handlers) handler.enable();
		return () => {
			for (const handler of handlers) handler.disable();
			map.stop();
		};
	}

	/** The map is hidden from screen readers and keys else, since the text says all that it shows. */
	#open(name: string): () => void {
		const canvas = this.#map.getCanvas();
		const { container } = this.#options;
		const undo = [
			changeAttribute(container, 'data-looking', ''),
			changeAttribute(container, 'aria-hidden', null),
			changeAttribute(canvas, 'tabindex', '0'),
			changeAttribute(canvas, 'role', 'application'),
			changeAttribute(canvas, 'aria-label', name),
		];
		const focused = document.activeElement;
		canvas.focus({ preventScroll: true });
		return () => {
			if (document.activeElement === canvas) {
				canvas.blur();
				if (focused instanceof HTMLElement) focused.focus({ preventScroll: true });
			}
			for (const change of undo) change();
		};
	}

	/** Zooms so that what was at `point` stays near it. */
	#approach(camera: Camera, point: { x: number; y: number }, zooms: 1 | -1): void {
		const { width, height } = this.#options.screen();
		const part = 1 - 2 ** -zooms;
		const right = (point.x - width / 2 - camera.offset.x) * part;
		const down = (point.y - height / 2 - camera.offset.y) * part;
		const { center, zoom } = recenter(camera, right, down);
		this.#map.easeTo({ center, zoom: zoom + zooms, duration: 300 });
	}

	#camera({ projection, offset }: Camera): Camera {
		const { lng, lat } = this.#map.getCenter();
		return {
			center: { lon: wrapLongitude(lng), lat },
			zoom: this.#map.getZoom(),
			projection,
			pitch: this.#map.getPitch(),
			bearing: this.#map.getBearing(),
			offset,
		};
	}
}

/** @returns what sets the attribute back */
function changeAttribute(element: Element, name: string, value: string | null): () => void {
	const set = (to: string | null) =>
		to === null ? element.removeAttribute(name) : element.setAttribute(name, to);
	const before = element.getAttribute(name);
	set(value);
	return () => set(before);
}

/** Zoom of the finest tiles that there are. */
function finestZoom(map: MapLibreMap, sources: readonly string[]): number {
	return Math.max(0, ...sources.map((id) => map.getSource<VectorTileSource>(id)?.maxzoom ?? 0));
}
