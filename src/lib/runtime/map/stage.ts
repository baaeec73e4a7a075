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
import type { CreditPart, LonLat, Shapes, StoryWorldview, View } from '#lib/story/index.ts';
import { archiveAttribution, openArchive } from './archive';
import { CutNames } from './cut-names';
import { drawing, shapesOf, type Setting } from './drawing';
import { Ghost } from './ghost';
import { BOX, GroundTiles } from './ground';
import { drawIcons, ICON_SCALE, type IconName } from './icons';
import { ANYWHERE, LookAround } from './look-around';
import { MapLibreMap, prepareMapLibre, type FeatureId, type GeoJSONSource } from './maplibre';
import type { OwnGround } from './own-basemap';
import { openOwn, tellStandIn, type OwnOptions } from './open-own';
import { mapFonts, unquoted, type Palette } from './palette';
import type { QualityKeeper } from './quality-keeper';
import { MapFailure, type Ground } from './recovery';
import { Relief, RELIEF } from './relief';
import { STORY_OPACITIES, STORY_SOURCES, routeGradient, storyLayers, type StorySource } from './story-layers';
import { mapStyle } from './style';

export interface StageOptions extends OwnOptions {
	container: HTMLElement;
	/** Absolute address of the PMTiles archive. */
	archive: string;
	/** The same of the relief's archive, if it is wanted. */
	relief?: string | undefined;
	lang: string;
	/** The house's own rule if absent. */
	worldview?: StoryWorldview;
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
	/** Whom the map thanks for the basemap that is drawn; nobody where it is the world in the box. */
	onCredit: (parts: CreditPart[]) => void;
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

/** After this time without anything of a basemap of the author's own the world in the box stands in, ms. */
const OWN_PATIENCE = 15_000;

/** How long a picture waits for the faces of its names, ms; what comes later is drawn when it comes. */
const FACES = 3000;

/**
 * The live map: takes a view and the room that cards leave, and brings the picture there.
 * All decisions are made by pure functions (`frame`, `flight`, `drawing`); this class only hands them to MapLibre.
 */
export class Stage {
	readonly #map: MapLibreMap;
	readonly #options: StageOptions;
	/** The author's own basemap; undefined where the world in the box is drawn. */
	#own: OwnGround | undefined;
	/** Whether it has been seen at rest. */
	#ownSeen = false;
	#ownPatience: ReturnType<typeof setTimeout> | undefined;
	/** Whether there is a style to work with: not before the first, and not while one takes another's place. */
	#ready = false;
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
	/** Comes after the first picture. */
	#quality: QualityKeeper | undefined;
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
		const own = await openOwn(options);
		if (!own) return Stage.#make(options);
		try {
			return await Stage.#make(options, own);
		} catch (error) {
			if (error instanceof MapFailure && error.fault !== 'unreachable') throw error;
			tellStandIn(own.address, error);
			return Stage.#make(options);
		}
	}

	static async #make(options: StageOptions, own?: OwnGround): Promise<Stage> {
		let stage: Stage | undefined;
		try {
			const made = (stage = new Stage(options, own));
			await new Promise<void>((resolve, reject) => {
				made.#fail = reject;
				made.#map.once('style.load', () => resolve());
			});
			made.#ready = true;
			made.#addIcons();
			made.#fail = options.onFailure;
			return made;
		} catch (error) {
			stage?.destroy();
			if (error instanceof MapFailure) throw error;
			throw new MapFailure('unable', error instanceof Error ? error.message : String(error));
		}
	}

	private constructor(options: StageOptions, own?: OwnGround) {
		this.#options = options;
		this.#own = own;
		this.#awaitOwn();
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
		this.#ground = new GroundTiles(this.#map, own ?? BOX);
		this.#cutNames = new CutNames(this.#map);
		this.#relief = new Relief(this.#map, options.relief);
		this.#lookAround = new LookAround(this.#map, {
			container,
			screen: () => this.screen,
			sources: () => this.#ground.sources,
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
		if (!this.#ready) return this.#options.onMoving();
		this.#map.off('render', this.#trim);
		this.#ghost.remove();
		const target = frame(view, this.screen, insets);
		this.#options.onMoving();
		this.#ground.askAgain();
		const from = this.#camera;
		if (cut || !from || this.#options.reducedMotion() || this.#quality?.cuts || isSame(from, target)) {
			void this.#arrive(target, turn);
		} else if (from.projection !== target.projection) {
			void this.#blend(target, turn);
		} else {
			if (!isBack) this.#setOpacity(0);
			this.#quality?.begin();
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
		if (!this.#ready) return;
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
		if (this.#own && !this.#own.isFor(this.#options.dark())) return void this.#followScheme();
		if (!this.#ready) return this.#restyle();
		this.#repaint();
		for (const [name, image] of Object.entries(drawIcons(palette))) this.#map.updateImage(name, image);
		this.again();
	}

	/** Sets all names on the map, the basemap's and the story's, or takes them away; dots and lines stay. */
	setNames(names: boolean): void {
		if (names === this.#names) return;
		this.#names = names;
		if (!this.#ready) return;
		this.#repaint();
		this.#setOpacity(this.#opacity);
	}

	destroy(): void {
		this.#halt();
		this.#stop.abort();
		clearTimeout(this.#ownPatience);
		if (this.#own) this.#options.onCredit([]);
		this.#relief.destroy();
		this.#quality?.destroy();
		this.#map.remove();
	}

	#style(fade: number) {
		const { lang, archive, worldview } = this.#options;
		if (this.#own)
			return this.#own.style({
				story: storyLayers(this.#palette),
				sources: STORY_SOURCES,
				fonts: mapFonts(this.#palette),
				fade,
				names: this.#names,
			});
		return mapStyle({ palette: this.#palette, lang, archive, fade, names: this.#names, worldview });
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
		if (this.#ground.has(sourceId) && tile) {
			console.warn(`Map: a tile did not come: ${message}`);
			this.#ground.miss(sourceId, tile.tileID.canonical);
			if (this.#camera && !this.#lookAround.isOn) this.#look(this.#camera); // MapLibre looks for coarser tiles when the camera moves
			return;
		}
		const archiveFailed = sourceId === 'world' && !this.#worldSeen;
		const workerFailed = WORKER_FAILED.test(message);
		const styleFailed = this.#own !== undefined && sourceId === undefined && !this.#ready;
		if (styleFailed && this.#fail === this.#options.onFailure) return this.#standIn(message);
		if (archiveFailed || workerFailed || styleFailed) this.#fail(new MapFailure('unreachable', message));
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

	/** Hides the names of what the story names, where the basemap is the world in the box and knows its places. */
	#tell(view: View): void {
		if (this.#own) return;
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
			if (this.#quality?.end()) {
				this.#map.once('idle', rest);
				return;
			}
			this.#map.off('render', this.#trim);
			if (!this.#ownIsThere()) return this.#standIn('Nothing of it came.');
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
		if (this.#ready && fontfaces.some(({ family }) => onMap.includes(unquoted(family))))
			this.#map.setGlyphs(null);
	};

	#rest(ground: Ground): void {
		this.#ghost.remove();
		this.#options.onRest(ground);
		void this.#watchFrames();
		if (ground === 'none' || this.#lookAround.isOn || this.#own) return;
		if (!this.#relief.begin(this.#palette, this.#options.reducedMotion())) return;
		this.#options.onMoving();
		this.#settle(this.#turn);
	}

	async #watchFrames(): Promise<void> {
		if (this.#quality) return;
		const fetched = await import('./quality-keeper').catch(() => undefined); // without it nothing gives way
		if (!fetched || this.#quality || this.#stop.signal.aborted) return;
		this.#quality = new fetched.QualityKeeper(this.#map, {
			pixelRatio: () => pixelRatio(this.#options.enlarged()),
			onHopeless: () => {
				this.#halt();
				this.#fail(new MapFailure('slow', 'This device draws it too slowly.'));
			},
		});
	}

	#trim = (): boolean => !this.#lookAround.isOn && this.#cutNames.trim(this.screen, this.#insets!);

	/** Asked at rest: from the first time on a basemap of the author's own counts as there, whatever is missing later. */
	#ownIsThere(): boolean {
		if (!this.#own || this.#ownSeen) return true;
		this.#ownSeen =
			this.#ground.state === 'whole' ? this.#own.isDrawn(this.#map) : this.#ground.state === 'patchy';
		if (this.#ownSeen)
			void this.#own
				.credit(this.#map, archiveAttribution)
				.then((parts) => this.#own && this.#options.onCredit(parts));
		return this.#ownSeen;
	}

	/** The world in the box takes the place of a basemap that does not come. */
	#standIn(why: string): void {
		if (!this.#own) return;
		tellStandIn(this.#own.address, why);
		this.#own = undefined;
		this.#restyle();
	}

	#awaitOwn(): void {
		clearTimeout(this.#ownPatience);
		if (!this.#own) return;
		this.#ownPatience = setTimeout(
			() => this.#ground.came || this.#ownSeen || this.#standIn('It does not come.'),
			OWN_PATIENCE,
		);
	}

	/** A basemap of the author's own may have another style for dark pages. */
	async #followScheme(): Promise<void> {
		const palette = this.#palette;
		const own = await openOwn(this.#options);
		if (this.#stop.signal.aborted || palette !== this.#palette) return;
		this.#own = own;
		this.#restyle();
	}

	/** Puts another style into the map, and composes the picture anew. */
	#restyle(): void {
		this.#halt();
		this.#ready = false;
		this.#drawn.clear();
		this.#told = [];
		this.#ownSeen = false;
		this.#options.onCredit([]);
		this.#awaitOwn();
		this.#ground.change(this.#own ?? BOX);
		this.#map.setStyle(this.#style(0), { diff: false });
		this.#map.once('style.load', () => {
			this.#ready = true;
			this.#camera = undefined; // a style brings no projection: the picture sets its own
			this.#addIcons();
			this.#repaint();
			if (this.#view && this.#insets) this.show(this.#view, this.#insets, { cut: true });
		});
	}

	#setOpacity(opacity: 0 | 1): void {
		this.#opacity = opacity;
		if (!this.#ready) return;
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
