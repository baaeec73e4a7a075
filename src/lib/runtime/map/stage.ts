import {
	flight,
	frame,
	freeArea,
	nearestLongitude,
	projector,
	type Camera,
	type Insets,
	type Screen,
	type ScreenPoint,
} from '#lib/geo/index.ts';
import type { LonLat, Shapes, View } from '#lib/story/index.ts';
import { drawing, type Setting } from './drawing';
import { drawIcons, ICON_SCALE, type IconName } from './icons';
import { MapLibreMap, prepareMapLibre, type GeoJSONSource } from './maplibre';
import type { Palette } from './palette';
import { STORY_OPACITIES, routeGradient, type StorySource } from './story-layers';
import { loadScript } from './load-script';
import { mapStyle, NAME_LAYERS } from './style';

/** `moving` from the moment the picture has to change until it has come to rest and every tile is there. */
export type StageState = 'moving' | 'idle';

export interface StageOptions {
	container: HTMLElement;
	/** Absolute address of the PMTiles archive. */
	archive: string;
	lang: string;
	/** Fetches the story's shapes; asked for when a view first draws one. */
	shapes: () => Promise<Shapes>;
	palette: Palette;
	/** Asked anew for every picture. */
	reducedMotion: () => boolean;
	onState: (state: StageState) => void;
	/** The map can no longer be drawn; the still maps stand in from here on. */
	onFailure: (reason: Error) => void;
}

interface FeatureId {
	source: string;
	sourceLayer: string;
	id: string | number;
}

const TRAVEL = { least: 900, most: 2200, perLength: 650 };
const FADE = 320;

/**
 * The live map: takes a view and the room that cards leave, and brings the picture there.
 * All decisions are made by pure functions (`frame`, `flight`, `drawing`); this class only hands them to MapLibre.
 */
export class Stage {
	readonly #map: MapLibreMap;
	readonly #options: StageOptions;
	#palette: Palette;
	#camera: Camera | undefined;
	#view: View | undefined;
	#insets: Insets | undefined;
	#progress = 1;
	#told: FeatureId[] = [];
	#cut = new Map<string, FeatureId>();
	#shapes: Shapes | undefined;
	/** What each source holds, so that what stays is not drawn again. */
	#drawn = new Map<StorySource, string>();
	/** The picture before, while the next one is made under it. */
	#ghost: HTMLCanvasElement | undefined;
	readonly #stop = new AbortController();
	/** Whether the archive's head has been read: from then on a missing tile leaves a gap, not the map. */
	#worldSeen = false;
	/** Counts the pictures asked for, so that a late flight or idle of an earlier one is recognised as such. */
	#turn = 0;

	/** Resolves when the style is there and the first picture can be asked for. */
	static async create(options: StageOptions): Promise<Stage> {
		await Promise.all([prepareMapLibre(options.archive), loadScript(options.lang)]);
		const stage = new Stage(options);
		try {
			await new Promise<void>((resolve, reject) => {
				stage.#map.once('style.load', () => resolve());
				stage.#map.once('error', ({ error }) => reject(error));
			});
			stage.#addIcons();
			return stage;
		} catch (error) {
			stage.destroy();
			throw error;
		}
	}

	private constructor(options: StageOptions) {
		this.#options = options;
		this.#palette = options.palette;
		const { palette, lang, archive, reducedMotion } = options;
		this.#map = new MapLibreMap({
			container: options.container,
			style: mapStyle({ palette, lang, archive, fade: reducedMotion() ? 0 : FADE }),
			interactive: false,
			attributionControl: false,
			fadeDuration: reducedMotion() ? 0 : 200,
			transformConstrain: (center, zoom) => ({ center, zoom }),
			minZoom: -3,
			pixelRatio: Math.min(2, devicePixelRatio),
			maxCanvasSize: [4096, 4096],
		});
		this.#map.on('error', ({ error, ...event }) => {
			const lost = 'sourceId' in event && event.sourceId === 'world' && !this.#worldSeen;
			if (lost) options.onFailure(new Error(`The map's archive did not load: ${error.message}`));
			else console.warn(`Map: ${error.message}`);
		});
		this.#map.on('sourcedata', ({ sourceId, sourceDataType }) => {
			if (sourceId === 'world' && sourceDataType === 'metadata') this.#worldSeen = true;
		});
		this.#map
			.getCanvas()
			.addEventListener(
				'webglcontextlost',
				() => options.onFailure(new Error('The graphics context was lost.')),
				{ signal: this.#stop.signal },
			);
	}

	/** Where the map is looked at from just now; undefined before the first picture. */
	get camera(): Camera | undefined {
		return this.#camera;
	}

	get screen(): Screen {
		const { clientWidth, clientHeight } = this.#options.container;
		return { width: clientWidth, height: clientHeight };
	}

	/** Puts a point on the screen, CSS px from the map's top left corner, by MapLibre's own maths. */
	project(point: LonLat): ScreenPoint {
		if (!this.#camera) return { x: 0, y: 0, visible: false };
		const lon = nearestLongitude(point.lon, this.#camera.center.lon);
		const { x, y } = this.#map.project([lon, point.lat]);
		return { x, y, visible: projector(this.#camera, this.screen)(point).visible };
	}

	/** Brings the map to a view: by a flight, or at once when `cut` or when motion is reduced. */
	show(view: View, insets: Insets, { cut = false } = {}): void {
		const { width, height } = this.screen;
		if (!width || !height) return;
		const turn = ++this.#turn;
		this.#view = view;
		this.#insets = insets;
		this.#map.off('render', this.#trim);
		this.#ghost?.remove();
		this.#ghost = undefined;
		const target = frame(view, this.screen, insets);
		this.#options.onState('moving');
		const from = this.#camera;
		if (cut || !from || this.#options.reducedMotion() || isSame(from, target)) {
			void this.#arrive(target, turn);
		} else if (from.projection !== target.projection) {
			void this.#blend(target, turn);
		} else {
			void this.#fly(from, target, turn);
		}
	}

	/** How far the reader has come through the step, 0…1: routes are drawn up to there. */
	setRouteProgress(progress: number): void {
		this.#progress = this.#options.reducedMotion() ? 1 : progress;
		this.#map.setPaintProperty(
			'story-route',
			'line-gradient',
			routeGradient(this.#palette.accent, this.#progress),
		);
		this.#map.setPaintProperty(
			'story-route-halo',
			'line-gradient',
			routeGradient(this.#palette.halo, this.#progress),
		);
	}

	/** Takes the size of its container; the picture is composed anew for it. */
	resize(insets: Insets): void {
		this.#map.resize();
		if (this.#view) this.show(this.#view, insets, { cut: true });
	}

	setPalette(palette: Palette): void {
		this.#palette = palette;
		const { lang, archive } = this.#options;
		for (const layer of mapStyle({ palette, lang, archive, fade: 0 }).layers) {
			for (const [property, value] of Object.entries(layer.paint ?? {})) {
				this.#map.setPaintProperty(layer.id, property as never, value as never);
			}
		}
		for (const [name, image] of Object.entries(drawIcons(palette))) this.#map.updateImage(name, image);
		this.setRouteProgress(this.#progress);
		if (this.#view && this.#insets) this.show(this.#view, this.#insets, { cut: true });
	}

	destroy(): void {
		this.#turn++;
		this.#stop.abort();
		this.#map.remove();
	}

	#addIcons(): void {
		for (const [name, image] of Object.entries(drawIcons(this.#palette)) as [IconName, ImageData][]) {
			this.#map.addImage(name, image, { pixelRatio: ICON_SCALE });
		}
	}

	async #fly(from: Camera, target: Camera, turn: number): Promise<void> {
		const way = flight(from, target, this.screen);
		const duration = Math.min(TRAVEL.most, Math.max(TRAVEL.least, way.length * TRAVEL.perLength));
		this.#setOpacity(0);
		const start = performance.now();
		for (;;) {
			const now = await nextFrame();
			if (turn !== this.#turn) return;
			const t = Math.min(1, (now - start) / duration);
			this.#look(way.at(ease(t)));
			if (t >= 1) break;
		}
		await this.#arrive(target, turn);
	}

	/**
	 * Between globe and flat map there is no way that the eye could follow: a copy of the old picture lies over the map
	 * until the new one is complete, and fades.
	 */
	async #blend(target: Camera, turn: number): Promise<void> {
		this.#ghost = this.#copy();
		this.#options.container.append(this.#ghost);
		await this.#arrive(target, turn);
	}

	#copy(): HTMLCanvasElement {
		const canvas = this.#map.getCanvas();
		const copy = document.createElement('canvas');
		copy.width = canvas.width;
		copy.height = canvas.height;
		Object.assign(copy.style, {
			position: 'absolute',
			inset: '0',
			width: '100%',
			height: '100%',
			background: this.#palette.paper, // space around a globe is transparent
			pointerEvents: 'none',
		});
		this.#map.redraw(); // WebGL's picture can be read only in the task that drew it
		copy.getContext('2d')?.drawImage(canvas, 0, 0);
		return copy;
	}

	async #fadeGhost(): Promise<void> {
		const ghost = this.#ghost;
		this.#ghost = undefined;
		await ghost?.animate({ opacity: 0 }, { duration: 260, easing: 'ease-in-out' }).finished;
		ghost?.remove();
	}

	async #arrive(target: Camera, turn: number): Promise<void> {
		if (this.#camera?.projection !== target.projection) {
			this.#map.setProjection({ type: target.projection === 'globe' ? 'globe' : 'mercator' });
		}
		this.#look(target);
		if (!(await this.#fetchShapes()) || turn !== this.#turn) return;
		this.#draw({ camera: target, screen: this.screen, free: freeArea(this.screen, this.#insets!) });
		this.#setOpacity(1);
		this.#settle(turn);
	}

	#look(camera: Camera): void {
		this.#camera = camera;
		const { x, y } = camera.offset;
		this.#map.jumpTo({
			center: camera.center,
			zoom: camera.zoom,
			pitch: camera.pitch,
			bearing: camera.bearing,
			padding: {
				left: Math.max(0, 2 * x),
				right: Math.max(0, -2 * x),
				top: Math.max(0, 2 * y),
				bottom: Math.max(0, -2 * y),
			},
		});
	}

	/** @returns false where the shapes of the view cannot be had */
	async #fetchShapes(): Promise<boolean> {
		const { highlights, borders, data } = this.#view!;
		const drawsShapes = borders.length || data.length || highlights.some(({ shape }) => shape);
		if (this.#shapes || !drawsShapes) return true;
		try {
			this.#shapes = await this.#options.shapes();
			return true;
		} catch (error) {
			this.#options.onFailure(error as Error);
			return false;
		}
	}

	#draw(setting: Setting): void {
		const view = this.#view!;
		const drawn = drawing(view, this.#shapes ?? {}, setting);
		for (const [id, data] of Object.entries(drawn) as [StorySource, GeoJSON.FeatureCollection][]) {
			const text = JSON.stringify(data);
			if (this.#drawn.get(id) === text) continue;
			this.#drawn.set(id, text);
			void this.#map.getSource<GeoJSONSource>(id)?.setData(data);
		}
		this.#tell(view);
	}

	/** Hides the basemap's own names of what the story names. */
	#tell(view: View): void {
		for (const feature of this.#told) this.#map.removeFeatureState(feature, 'told');
		const named = [...view.marks, ...view.highlights].map(({ id }) => id);
		this.#told = ['places', 'country_labels', 'province_labels'].flatMap((sourceLayer) =>
			named.map((id) => ({ source: 'world', sourceLayer, id })),
		);
		for (const feature of this.#told) this.#map.setFeatureState(feature, { told: true });
	}

	/** At rest only when names are set, and those that would be cut are taken away. */
	#settle(turn: number): void {
		const rest = () => {
			if (turn !== this.#turn) return;
			if (this.#trim()) {
				this.#map.once('idle', rest);
				return;
			}
			this.#map.off('render', this.#trim);
			void this.#fadeGhost().then(() => {
				if (turn === this.#turn) this.#options.onState('idle');
			});
		};
		this.#map.on('render', this.#trim);
		this.#map.once('idle', rest);
		this.#map.triggerRepaint();
	}

	/**
	 * Takes away the names that a card, a bar or the frame would cut; MapLibre knows where it has set them.
	 *
	 * @returns whether anything changed
	 */
	#trim = (): boolean => {
		const { width, height } = this.screen;
		const { left, top, right, bottom } = this.#insets!;
		const strips: [[number, number], [number, number]][] = [
			[
				[0, 0],
				[left + 1, height],
			],
			[
				[0, 0],
				[width, top + 1],
			],
			[
				[width - right - 1, 0],
				[width, height],
			],
			[
				[0, height - bottom - 1],
				[width, height],
			],
		];
		const cut = new Map<string, FeatureId>();
		for (const strip of strips) {
			for (const { source, sourceLayer, id } of this.#map.queryRenderedFeatures(strip, {
				layers: NAME_LAYERS,
			})) {
				if (id !== undefined && sourceLayer) cut.set(`${sourceLayer} ${id}`, { source, sourceLayer, id });
			}
		}
		const added = [...cut].filter(([key]) => !this.#cut.has(key));
		const removed = [...this.#cut].filter(([key]) => !cut.has(key));
		for (const [, feature] of added) this.#map.setFeatureState(feature, { cut: true });
		for (const [, feature] of removed) this.#map.removeFeatureState(feature, 'cut');
		this.#cut = cut;
		return added.length + removed.length > 0;
	};

	#setOpacity(opacity: 0 | 1): void {
		for (const [layer, property] of STORY_OPACITIES) this.#map.setPaintProperty(layer, property, opacity);
	}
}

function isSame(a: Camera, b: Camera): boolean {
	return JSON.stringify(a) === JSON.stringify(b);
}

/** Cubic, slow at both ends. */
function ease(t: number): number {
	return t < 0.5 ? 4 * t ** 3 : 1 - 4 * (1 - t) ** 3;
}

function nextFrame(): Promise<number> {
	return new Promise((resolve) => requestAnimationFrame(resolve));
}
