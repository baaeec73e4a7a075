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
import { openArchive } from './archive';
import { CutNames } from './cut-names';
import { drawing, shapesOf, type Setting } from './drawing';
import { Ghost } from './ghost';
import { GroundTiles } from './ground';
import { drawIcons, ICON_SCALE, type IconName } from './icons';
import { ANYWHERE, LookAround } from './look-around';
import { MapLibreMap, prepareMapLibre, type FeatureId, type GeoJSONSource } from './maplibre';
import { mapFonts, unquoted, type Palette } from './palette';
import { MapFailure, type Ground } from './recovery';
import { Relief, RELIEF } from './relief';
import { STORY_OPACITIES, routeGradient, type StorySource } from './story-layers';
import { mapStyle } from './style';

export interface StageOptions {
	container: HTMLElement;
	/** Absolute address of the PMTiles archive. */
	archive: string;
	/** The same of the relief's archive, if it is wanted. */
	relief?: string | undefined;
	lang: string;
	/** Fetches the story's shapes; asked for when a view first draws one. */
	shapes: () => Promise<Shapes>;
	palette: Palette;
	/** Whether the map says what is where. */
	names: boolean;
	/** How much larger than its own px the container is shown: 1 unless a room looks on. */
	enlarged: () => number;
	/** Asked anew for every picture. */
	reducedMotion: () => boolean;
	/** The picture has to change. */
	onMoving: () => void;
	/**
	 * The picture has come to rest and every tile is there. The first one of a map rests twice: without the relief, which
	 * `onMoving` then announces, and with it. Where it has no ground, there is nothing to be shown. */
	onRest: (ground: Ground) => void;
	/** The map can no longer be drawn. Where the context was lost, the stage waits for it; else it is of no more use. */
	onFailure: (reason: MapFailure) => void;
	/** The graphics context is back: a new stage can be made. */
	onRestored: () => void;
	/** The map has been handed to the reader, or taken back. */
	onLook: (looking: boolean) => void;
}

/** What MapLibre tells of where an error happened, and its types do not. */
interface Whereabouts {
	sourceId?: string;
	tile?: { tileID: { canonical: { z: number; x: number; y: number } } };
}

/** How MapLibre begins its only word on a worker that did not come; without it nothing is drawn any more. */
const WORKER_FAILED = /^Worker failed/;

const TRAVEL = { least: 900, most: 2200, perLength: 650 };
const FADE = 320;

/** How long a picture waits for the faces of its names, ms; what comes later is drawn when it comes. */
const FACES = 3000;

/**
 * The live map: takes a view and the room that cards leave, and brings the picture there.
 * All decisions are made by pure functions (`frame`, `flight`, `drawing`); this class only hands them to MapLibre.
 */
export class Stage {
	readonly #map: MapLibreMap;
	readonly #options: StageOptions;
	#palette: Palette;
	#names: boolean;
	#camera: Camera | undefined;
	#view: View | undefined;
	#insets: Insets | undefined;
	#progress = 1;
	/** Of the story's drawings: they are away while the map flies to another view. */
	#opacity: 0 | 1 = 1;
	#told: FeatureId[] = [];
	#shapes: Shapes | undefined;
	/** What each source holds, so that what stays is not drawn again. */
	#drawn = new Map<StorySource, string>();
	readonly #ghost = new Ghost();
	readonly #ground: GroundTiles;
	readonly #cutNames: CutNames;
	readonly #relief: Relief;
	readonly #lookAround: LookAround;
	readonly #stop = new AbortController();
	/** Whether the archive's head has been read: from then on a missing tile leaves a gap, not the map. */
	#worldSeen = false;
	#fail: (reason: MapFailure) => void = () => undefined;
	/** Counts the pictures asked for, so that a late flight or idle of an earlier one is recognised as such. */
	#turn = 0;

	/**
	 * Resolves when the style is there and the first picture can be asked for.
	 *
	 * @throws {MapFailure} where this browser cannot draw it
	 */
	static async create(options: StageOptions): Promise<Stage> {
		prepareMapLibre();
		openArchive(options.archive);
		let stage: Stage | undefined;
		try {
			const made = (stage = new Stage(options));
			await new Promise<void>((resolve, reject) => {
				made.#fail = reject;
				made.#map.once('style.load', () => resolve());
			});
			made.#addIcons();
			made.#fail = options.onFailure;
			return made;
		} catch (error) {
			stage?.destroy();
			if (error instanceof MapFailure) throw error;
			throw new MapFailure('unable', error instanceof Error ? error.message : String(error));
		}
	}

	private constructor(options: StageOptions) {
		this.#options = options;
		this.#palette = options.palette;
		this.#names = options.names;
		const { container, reducedMotion } = options;
		this.#map = new MapLibreMap({
			container,
			style: this.#style(reducedMotion() ? 0 : FADE),
			interactive: false,
			attributionControl: false,
			fadeDuration: reducedMotion() ? 0 : 200,
			transformConstrain: ANYWHERE,
			minZoom: -3,
			pixelRatio: pixelRatio(options.enlarged()),
			maxCanvasSize: [4096, 4096],
		});
		this.#ground = new GroundTiles(this.#map);
		this.#cutNames = new CutNames(this.#map);
		this.#relief = new Relief(this.#map, options.relief);
		this.#lookAround = new LookAround(this.#map, {
			container,
			screen: () => this.screen,
			onMove: (camera) => (this.#camera = camera),
			onMoving: options.onMoving,
			onRest: () => this.#rest(this.#ground.state === 'whole' ? 'whole' : 'patchy'),
		});
		this.#map.on('error', (event) => this.#onError(event.error.message, event as Whereabouts));
		this.#map.on('sourcedata', ({ sourceId, sourceDataType }) => {
			if (sourceId === 'world' && sourceDataType === 'metadata') this.#worldSeen = true;
		});
		const { signal } = this.#stop;
		const canvas = this.#map.getCanvas();
		canvas.addEventListener(
			'webglcontextlost',
			() => {
				this.#halt();
				this.#fail(new MapFailure('context', 'The graphics context was lost.'));
			},
			{ signal },
		);
		canvas.addEventListener('webglcontextrestored', options.onRestored, { signal });
		document.fonts.addEventListener('loadingdone', this.#redrawLetters, { signal });
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
		const lon = nearestLongitude(point.lon, this.#map.getCenter().lng);
		const { x, y } = this.#map.project([lon, point.lat]);
		return { x, y, visible: projector(this.#camera, this.screen)(point).visible };
	}

	/** Brings the map to a view: by a flight, or at once when `cut` or when motion is reduced. Ends looking around. */
	show(view: View, insets: Insets, { cut = false } = {}): void {
		this.#takeBack();
		const { width, height } = this.screen;
		if (!width || !height) return;
		const turn = ++this.#turn;
		const isBack = view === this.#view;
		this.#view = view;
		this.#insets = insets;
		this.#map.off('render', this.#trim);
		this.#ghost.remove();
		const target = frame(view, this.screen, insets);
		this.#options.onMoving();
		this.#ground.askAgain();
		const from = this.#camera;
		if (cut || !from || this.#options.reducedMotion() || isSame(from, target)) {
			void this.#arrive(target, turn);
		} else if (from.projection !== target.projection) {
			void this.#blend(target, turn);
		} else {
			if (!isBack) this.#setOpacity(0);
			void this.#fly(from, target, turn);
		}
	}

	/**
	 * Hands the map to the reader, or takes it back and flies to the story's picture. Meanwhile nothing but the reader
	 * moves it; a new view, the loss of the context and `destroy` take it back as well.
	 *
	 * @param name what screen readers call the map, which takes the focus
	 */
	lookAround(on: boolean, name = ''): void {
		if (on === this.#lookAround.isOn || !this.#view || !this.#insets) return;
		this.show(this.#view, this.#insets, { cut: on }); // what is under way is brought to its end
		if (!on || !this.#camera) return;
		this.#cutNames.clear();
		this.#lookAround.start(this.#camera, name);
		this.#options.onLook(true);
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

	/** Asks again for what is missing in the picture. */
	again(): void {
		if (this.#lookAround.isOn) this.#ground.askAgain();
		else if (this.#view && this.#insets) this.show(this.#view, this.#insets, { cut: true });
	}

	/** Takes the size of its container; the picture is composed anew for it, unless the reader looks around. */
	resize(insets: Insets): void {
		this.#map.setPixelRatio(pixelRatio(this.#options.enlarged()));
		this.#map.resize();
		if (this.#lookAround.isOn) this.#insets = insets;
		else if (this.#view) this.show(this.#view, insets, { cut: true });
	}

	setPalette(palette: Palette): void {
		this.#palette = palette;
		this.#repaint();
		for (const [name, image] of Object.entries(drawIcons(palette))) this.#map.updateImage(name, image);
		this.again();
	}

	/** Sets all names on the map, the basemap's and the story's, or takes them away; dots and lines stay. */
	setNames(names: boolean): void {
		if (names === this.#names) return;
		this.#names = names;
		this.#repaint();
		this.#setOpacity(this.#opacity);
	}

	destroy(): void {
		this.#halt();
		this.#stop.abort();
		this.#relief.destroy();
		this.#map.remove();
	}

	#style(fade: number) {
		const { lang, archive } = this.#options;
		return mapStyle({ palette: this.#palette, lang, archive, fade, names: this.#names });
	}

	#repaint(): void {
		for (const layer of this.#style(0).layers) {
			for (const [property, value] of Object.entries(layer.paint ?? {})) {
				this.#map.setPaintProperty(layer.id, property as never, value as never);
			}
		}
		this.#relief.repaint(this.#palette);
		this.setRouteProgress(this.#progress);
	}

	#takeBack(): void {
		if (!this.#lookAround.isOn) return;
		this.#lookAround.stop();
		this.#options.onLook(false);
	}

	/** Whatever is under way ends here, without a word. */
	#halt(): void {
		this.#takeBack();
		this.#turn++;
		this.#map.off('render', this.#trim);
		this.#ghost.remove();
	}

	#onError(message: string, { sourceId, tile }: Whereabouts): void {
		if (sourceId === RELIEF) return;
		if (sourceId === 'world' && tile) {
			console.warn(`Map: a tile did not come: ${message}`);
			this.#ground.miss(tile.tileID.canonical);
			if (this.#camera && !this.#lookAround.isOn) this.#look(this.#camera); // MapLibre looks for coarser tiles when the camera moves
			return;
		}
		const archiveFailed = sourceId === 'world' && !this.#worldSeen;
		const workerFailed = WORKER_FAILED.test(message);
		if (archiveFailed || workerFailed) this.#fail(new MapFailure('unreachable', message));
		else console.warn(`Map: ${message}`);
	}

	#addIcons(): void {
		for (const [name, image] of Object.entries(drawIcons(this.#palette)) as [IconName, ImageData][]) {
			this.#map.addImage(name, image, { pixelRatio: ICON_SCALE });
		}
	}

	async #fly(from: Camera, target: Camera, turn: number): Promise<void> {
		const way = flight(from, target, this.screen);
		const duration = Math.min(TRAVEL.most, Math.max(TRAVEL.least, way.length * TRAVEL.perLength));
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
		this.#ghost.lay(this.#map, this.#options.container, this.#palette.paper);
		await this.#arrive(target, turn);
	}

	async #arrive(target: Camera, turn: number): Promise<void> {
		if (this.#camera?.projection !== target.projection) {
			this.#map.setProjection({ type: target.projection === 'globe' ? 'globe' : 'mercator' });
		}
		this.#look(target);
		try {
			await this.#fetchShapes();
			if (turn !== this.#turn) return;
			this.#draw({ camera: target, screen: this.screen, free: freeArea(this.screen, this.#insets!) });
		} catch (error) {
			if (turn !== this.#turn) return;
			console.warn(`Map: this step cannot be drawn. ${String(error)}`);
			this.#shapes = undefined;
			this.#rest('none');
			return;
		}
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

	/** @throws {Error} where the shapes of the view cannot be had */
	async #fetchShapes(): Promise<void> {
		const needed = shapesOf(this.#view!);
		if (!needed.length) return;
		const shapes = (this.#shapes ??= await this.#options.shapes());
		const missing = needed.filter((key) => !shapes[key]);
		if (missing.length) throw new Error(`The story's shapes lack ${missing.join(', ')}.`);
	}

	#draw(setting: Setting): void {
		const view = this.#view!;
		const drawn = drawing(view, this.#shapes ?? {}, setting);
		for (const [id, data] of Object.entries(drawn) as [StorySource, GeoJSON.FeatureCollection][]) {
			const text = JSON.stringify(data);
			if (this.#drawn.get(id) === text) continue;
			this.#drawn.set(id, text);
			void this.#map.getSource<GeoJSONSource>(id)?.setData(data);
			this.#setVisible(id, data.features.length > 0);
		}
		this.#tell(view);
	}

	/** What is empty is hidden: MapLibre would still cut out all its tiles, twice a frame, half of all that it draws. */
	#setVisible(source: StorySource, visible: boolean): void {
		const layers = this.#map.getLayersOrder().filter((id) => this.#map.getLayer(id)?.source === source);
		for (const id of layers) this.#map.setLayoutProperty(id, 'visibility', visible ? 'visible' : 'none');
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
		let hasWaited = false;
		const rest = () => {
			if (turn !== this.#turn) return;
			if (document.fonts.status === 'loading' && !hasWaited) {
				hasWaited = true;
				void Promise.race([document.fonts.ready, pause(FACES)]).then(() => {
					if (turn !== this.#turn) return;
					this.#map.once('idle', rest);
					this.#map.triggerRepaint();
				});
				return;
			}
			if (this.#trim()) {
				this.#map.once('idle', rest);
				return;
			}
			this.#map.off('render', this.#trim);
			void this.#ghost.fade().then(() => {
				if (turn === this.#turn) this.#rest(this.#ground.state);
			});
		};
		this.#map.on('render', this.#trim);
		this.#map.once('idle', rest);
		this.#map.triggerRepaint();
	}

	/** MapLibre draws each letter once: those whose file came after that would keep their stand-ins. */
	#redrawLetters = ({ fontfaces }: FontFaceSetLoadEvent): void => {
		const onMap = Object.values(mapFonts(this.#palette)).flat();
		if (fontfaces.some(({ family }) => onMap.includes(unquoted(family)))) this.#map.setGlyphs(null);
	};

	#rest(ground: Ground): void {
		this.#ghost.remove();
		this.#options.onRest(ground);
		if (ground === 'none' || this.#lookAround.isOn) return;
		if (!this.#relief.begin(this.#palette, this.#options.reducedMotion())) return;
		this.#options.onMoving();
		this.#settle(this.#turn);
	}

	#trim = (): boolean => !this.#lookAround.isOn && this.#cutNames.trim(this.screen, this.#insets!);

	#setOpacity(opacity: 0 | 1): void {
		this.#opacity = opacity;
		for (const [layer, property] of STORY_OPACITIES) {
			const isUnnamed = property === 'text-opacity' && !this.#names;
			this.#map.setPaintProperty(layer, property, isUnnamed ? 0 : opacity);
		}
	}
}

/** Px of the canvas for one of the container's: as fine as the screen, up to a limit that slow devices bear. */
function pixelRatio(enlarged: number): number {
	return enlarged * Math.min(2, devicePixelRatio);
}

function isSame(a: Camera, b: Camera): boolean {
	return JSON.stringify(a) === JSON.stringify(b);
}

/** Cubic, slow at both ends. */
function ease(t: number): number {
	return t < 0.5 ? 4 * t ** 3 : 1 - 4 * (1 - t) ** 3;
}

function pause(ms: number): Promise<void> {
	return new Promise((resolve) => setTimeout(resolve, ms));
}

function nextFrame(): Promise<number> {
	return new Promise((resolve) => requestAnimationFrame(resolve));
}
