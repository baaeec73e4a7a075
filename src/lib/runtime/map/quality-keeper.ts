import type { MapLibreMap } from './maplibre';
import { RELIEF } from './relief';
import { afterFrame, LEVELS, WHOLE, type Level, type Quality } from './quality';

export interface QualityKeeperOptions {
	/** Px of the canvas for one of the container's where nothing gives way. */
	pixelRatio: () => number;
	/** Even cuts are too much for this device: let the still maps stand in. */
	onHopeless: () => void;
}

/** What of the resolution is left at a level, below `whole`. */
const RESOLUTION: Partial<Record<Level, number>> = { soft: 0.75, coarse: 0.5, bare: 0.5 };

/** What gives way from a level on. Never what MapLibre would cut its tiles anew for, as it does for names. */
const GIVES_WAY: [from: Level, layer: string, how: 'paint' | 'layout', property: string, value: unknown][] = [
	['soft', 'land', 'paint', 'fill-antialias', false],
	['soft', 'lakes', 'paint', 'fill-antialias', false],
	['soft', 'urban', 'paint', 'fill-antialias', false],
	['coarse', RELIEF, 'layout', 'visibility', 'none'],
	['bare', 'shore-wide', 'paint', 'line-opacity', 0],
	['bare', 'shore', 'paint', 'line-opacity', 0],
	['bare', 'graticule', 'layout', 'visibility', 'none'],
];

/** How long the picture must have been at rest before a `bare` map is drawn whole, ms: that frame is felt in scrolling. */
const CALM = 250;

/** What MapLibre keeps of its option, and has no setter for. */
interface Fading {
	_fadeDuration: number;
}

/**
 * Watches how long the map's frames take, and lets give way what this device cannot draw while the map moves. At rest
 * the picture is whole on every device.
 */
export class QualityKeeper {
	readonly #map: MapLibreMap;
	readonly #options: QualityKeeperOptions;
	readonly #stop = new AbortController();
	readonly #fade: number;
	#quality: Quality = WHOLE;
	/** What the map is drawn with just now. */
	#drawn: Level = 'whole';
	#isMoving = false;
	#calm: ReturnType<typeof setTimeout> | undefined;
	#ticking = false;
	/** Whether the map has been drawn since the last tick. */
	#rendered = false;
	/** Time of the last tick, if the map was drawn in it. */
	#last: number | undefined;

	constructor(map: MapLibreMap, options: QualityKeeperOptions) {
		this.#map = map;
		this.#options = options;
		this.#fade = (map as unknown as Fading)._fadeDuration;
		map.on('render', this.#onRender);
		map.on('webglcontextlost', () => this.destroy());
		const { signal } = this.#stop;
		document.addEventListener('visibilitychange', () => (this.#last = undefined), { signal });
	}

	/** Whether flights are cut. */
	get cuts(): boolean {
		return this.#quality.level === 'cut';
	}

	/** What the map is drawn with while it moves; what moves all the same where flights are cut, as bare as can be. */
	get #bearable(): Level {
		return this.cuts ? 'bare' : this.#quality.level;
	}

	/** The map begins to move. */
	begin(): void {
		clearTimeout(this.#calm);
		this.#isMoving = true;
		this.#apply(this.#bearable);
	}

	/**
	 * The map has come to rest.
	 *
	 * @returns whether it is not drawn whole yet: it soon will be, and rest again
	 */
	end(): boolean {
		this.#isMoving = false;
		if (this.#drawn === 'whole') return false;
		clearTimeout(this.#calm);
		this.#calm = setTimeout(() => this.#apply('whole'), this.#drawn === 'bare' ? CALM : 0);
		return true;
	}

	destroy(): void {
		clearTimeout(this.#calm);
		this.#stop.abort();
		this.#map.off('render', this.#onRender);
	}

	#onRender = (): void => {
		this.#rendered = true;
		if (this.#ticking) return;
		this.#ticking = true;
		requestAnimationFrame(this.#tick);
	};

	/** Ticks on as long as the map is drawn in each frame, so that only frames count that others follow at once. */
	#tick = (now: number): void => {
		this.#ticking = this.#rendered && !this.#stop.signal.aborted;
		if (!this.#ticking) return void (this.#last = undefined);
		this.#rendered = false;
		requestAnimationFrame(this.#tick);
		const last = this.#last;
		this.#last = now;
		if (last !== undefined) this.#judge(now - last);
	};

	#judge(time: number): void {
		const before = this.#quality.level;
		this.#quality = afterFrame(this.#quality, time);
		const { level } = this.#quality;
		if (level === before) return;
		if (level === 'still') this.#options.onHopeless();
		else if (this.#isMoving) this.#apply(this.#bearable);
	}

	#apply(level: Level): void {
		if (level === this.#drawn) return;
		const map = this.#map;
		const was = LEVELS.indexOf(this.#drawn);
		const is = LEVELS.indexOf(level);
		this.#drawn = level;
		for (const [from, layer, how, property, value] of GIVES_WAY) {
			const at = LEVELS.indexOf(from);
			if (was >= at === is >= at || !map.getLayer(layer)) continue;
			const set = is >= at ? value : how === 'layout' ? 'visible' : undefined;
			if (how === 'layout') map.setLayoutProperty(layer, property as never, set as never);
			else map.setPaintProperty(layer, property as never, set as never);
		}
		// Where frames are slow names stand at once when all is whole again, or fading would take some of the slowest.
		(map as unknown as Fading)._fadeDuration =
			LEVELS.indexOf(this.#quality.level) >= LEVELS.indexOf('coarse') && is === 0 ? 0 : this.#fade;
		this.#last = undefined; // the next frame is another picture's
		const ratio = this.#options.pixelRatio() * (RESOLUTION[level] ?? 1);
		if (ratio !== map.getPixelRatio()) this.#resize(ratio);
		map.triggerRepaint();
	}

	/**
	 * A canvas that takes another size is blank until it is drawn: at rest it takes it right before the map's own next
	 * frame, which is asked for after this one; amid frames the map is drawn at once.
	 */
	#resize(ratio: number): void {
		const map = this.#map;
		const level = this.#drawn;
		if (this.#ticking) {
			map.setPixelRatio(ratio);
			map.redraw();
		} else {
			requestAnimationFrame(() => {
				if (this.#drawn === level && !this.#stop.signal.aborted) map.setPixelRatio(ratio);
			});
		}
	}
}
