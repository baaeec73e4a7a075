import { coarsenTiles } from './coarse-tiles';
import type { MapLibreMap } from './maplibre';
import { RELIEF } from './relief';
import { NAME_LAYERS } from './style';
import { afterFrame, LEVELS, WHOLE, type Level, type Quality } from './quality';
import { unclipGround } from './unclipped-ground';

export interface QualityKeeperOptions {
	/** Px of the canvas for one of the container's where nothing gives way. */
	pixelRatio: () => number;
	/** Even cuts are too much for this device: let the still maps stand in. */
	onHopeless: () => void;
}

/** What of the resolution is left at a level, below `whole`. */
const RESOLUTION: Partial<Record<Level, number>> = { soft: 0.75, coarse: 0.5, bare: 0.5 };

/** Where the edges of what is filled are no longer smooth. */
const ROUGH: Level = 'soft';
const FILLED = ['land', 'lakes', 'urban'];

/** What is not drawn from a level on. */
const UNDRAWN: [from: Level, layers: string[]][] = [
	['coarse', [RELIEF]],
	['bare', ['shore-wide', 'shore', 'graticule', 'rivers', 'provinces', 'urban', ...NAME_LAYERS]],
];

/** A frame that takes less than this is not kept waiting by the map, ms. */
const UNHINDERED = 25;

/** So much time without the map is left to the page as share of the time for which it held the page up, … */
const SHARE = 0.5;

/** … but at most so many frames. */
const SPARED = 5;

/** Where a map is bare, what a step draws does not fade: it comes and goes. */
const AT_ONCE = { duration: 0, delay: 0 };

/** Below that of any picture; 0 would be none. */
const NO_ZOOM = -24;

/** How long map and page must have been at rest before all is drawn again, ms: that frame is felt in scrolling. */
const CALM = 400;

/** What a frame takes that is left to the page, on most screens, ms. */
const FRAME = 1000 / 60;

/** After this time without scrolling there is time for what a step draws, ms. */
const PAUSE = 250;

/** Frames of the first picture that are drawn anew to see how long they take; the first of them tell little. */
const TRIAL = 5;

/** What MapLibre keeps of its option, and has no setter for. */
interface Fading {
	_fadeDuration: number;
}

/**
 * Watches how long the map's frames take, and lets give way what this device cannot draw while the map moves. At rest
 * the picture is whole on every device. As long as it is bare, the container says so in `data-bare`.
 */
export class QualityKeeper {
	readonly #map: MapLibreMap;
	readonly #options: QualityKeeperOptions;
	readonly #stop = new AbortController();
	readonly #fade: number;
	readonly #transition: MapLibreMap['style']['stylesheet']['transition'];
	#quality: Quality = WHOLE;
	/** Up to which zoom the layers are drawn that have not been drawn at some time, by id. */
	readonly #undrawn = new Map<string, number>();
	/** Frames that are still to be drawn on trial. */
	#trial = TRIAL;
	/** What the map is drawn with just now. */
	#drawn: Level = 'whole';
	#isMoving = false;
	#calm: ReturnType<typeof setTimeout> | undefined;
	/** When the page was last scrolled, ms. */
	#scrolled = -Infinity;
	#ticking = false;
	/** Whether the map has been drawn since the last tick. */
	#rendered = false;
	/** Ticks in a row before which it was not. */
	#missed = 0;
	/** Time of the last tick before which the map was drawn. */
	#last: number | undefined;

	constructor(map: MapLibreMap, options: QualityKeeperOptions) {
		this.#map = map;
		this.#options = options;
		this.#fade = (map as unknown as Fading)._fadeDuration;
		this.#transition = map.style.stylesheet.transition;
		map.on('render', this.#onRender);
		map.on('webglcontextlost', () => this.destroy());
		const { signal } = this.#stop;
		document.addEventListener('visibilitychange', () => (this.#last = undefined), { signal });
		document.addEventListener('scroll', () => (this.#scrolled = performance.now()), {
			passive: true,
			capture: true,
			signal,
		});
		map.triggerRepaint();
	}

	/** Whether flights are cut. */
	get cuts(): boolean {
		return this.#quality.level === 'cut';
	}

	/**
	 * Whether the page's own frames come first, so that its text scrolls while the map flies: what a step draws comes and
	 * goes without fading, and flights leave out frames (`spare`).
	 */
	get isSparing(): boolean {
		return this.#drawn === 'bare';
	}

	/**
	 * Where frames are to be spared: comes when the page has had its share to itself, or has waited for it in vain.
	 *
	 * @param now time of the frame in which the map was drawn, ms
	 */
	async spare(now: number): Promise<void> {
		if (!this.isSparing) return;
		const had = { held: 0, free: 0 };
		for (let last = now, frames = 0; frames < SPARED; frames++) {
			const next = await new Promise<number>(requestAnimationFrame);
			had[next - last < UNHINDERED ? 'free' : 'held'] += next - last;
			if (had.free > SHARE * had.held) return;
			last = next;
		}
	}

	/** Comes when nobody is scrolling any more, where the page's own frames come first; elsewhere at once. */
	async pause(): Promise<void> {
		for (;;) {
			const left = this.#scrolled + PAUSE - performance.now();
			if (!this.isSparing || left <= 0) return;
			await new Promise((resolve) => setTimeout(resolve, left));
		}
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
		this.#awaitCalm(CALM);
		return true;
	}

	#awaitCalm(time: number): void {
		clearTimeout(this.#calm);
		this.#calm = setTimeout(() => {
			const left = this.#scrolled + CALM - performance.now();
			if (left > 0) this.#awaitCalm(left);
			else this.#apply('whole');
		}, time);
	}

	destroy(): void {
		clearTimeout(this.#calm);
		this.#stop.abort();
		this.#map.off('render', this.#onRender);
		this.#map.getContainer().removeAttribute('data-bare');
	}

	#onRender = (): void => {
		this.#rendered = true;
		if (this.#trial-- > 0) this.#map.triggerRepaint();
		if (this.#ticking) return;
		this.#ticking = true;
		requestAnimationFrame(this.#tick);
	};

	/**
	 * Ticks on as long as the map is drawn in each frame, so that only frames count that others follow at once. Flights over
	 * a `bare` map leave some out (`spare`).
	 */
	#tick = (now: number): void => {
		const spared = this.#missed * FRAME;
		this.#missed = this.#rendered ? 0 : this.#missed + 1;
		this.#ticking = this.#missed <= (this.isSparing ? SPARED + 1 : 0) && !this.#stop.signal.aborted;
		if (!this.#ticking) return void (this.#last = undefined);
		requestAnimationFrame(this.#tick);
		if (!this.#rendered) return;
		this.#rendered = false;
		const last = this.#last;
		this.#last = now;
		if (last !== undefined) this.#judge(now - last - spared);
	};

	#judge(time: number): void {
		const before = this.#quality.level;
		this.#quality = afterFrame(this.#quality, time);
		const { level } = this.#quality;
		if (level === before) return;
		if (level === 'still') this.#options.onHopeless();
		// What is drawn again amid a flight would be seen to come.
		else if (this.#isMoving && LEVELS.indexOf(level) > LEVELS.indexOf(before)) this.#apply(this.#bearable);
	}

	#apply(level: Level): void {
		if (level === this.#drawn) return;
		const map = this.#map;
		const was = LEVELS.indexOf(this.#drawn);
		const is = LEVELS.indexOf(level);
		this.#drawn = level;
		const gives = (from: Level) => is >= LEVELS.indexOf(from);
		const gave = (from: Level) => was >= LEVELS.indexOf(from);
		if (gives(ROUGH) !== gave(ROUGH))
			for (const layer of FILLED)
				if (map.getLayer(layer)) map.setPaintProperty(layer, 'fill-antialias', !gives(ROUGH));
		for (const [from, layers] of UNDRAWN) for (const layer of layers) this.#draw(layer, !gives(from));
		if (gives('bare') !== gave('bare')) {
			coarsenTiles(map, gives('bare'));
			unclipGround(map, gives('bare'));
			map.getContainer().toggleAttribute('data-bare', gives('bare'));
		}
		const { stylesheet } = map.style;
		if (gives('bare')) stylesheet.transition = AT_ONCE;
		else if (stylesheet.transition === AT_ONCE) stylesheet.transition = this.#transition;
		// Where frames are slow names stand at once when all is whole again, or fading would take some of the slowest.
		(map as unknown as Fading)._fadeDuration =
			LEVELS.indexOf(this.#quality.level) >= LEVELS.indexOf('coarse') && is === 0 ? 0 : this.#fade;
		this.#last = undefined; // the next frame is another picture's
		const ratio = this.#options.pixelRatio() * (RESOLUTION[level] ?? 1);
		if (ratio !== map.getPixelRatio()) this.#resize(ratio);
		map.triggerRepaint();
	}

	/**
	 * By its range of zooms, and past the setter: whatever else hides a layer, and the setter, too, has MapLibre cut all
	 * tiles of its source anew.
	 */
	#draw(id: string, isDrawn: boolean): void {
		const layer = this.#map.getLayer(id);
		if (!layer) return;
		const { maxzoom } = layer;
		if (!isDrawn && maxzoom !== NO_ZOOM) {
			this.#undrawn.set(id, maxzoom);
			layer.maxzoom = NO_ZOOM;
		} else if (isDrawn && maxzoom === NO_ZOOM) {
			layer.maxzoom = this.#undrawn.get(id)!;
		}
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
