import {
	frame,
	nearestLongitude,
	projector,
	type Camera,
	type Insets,
	type Rect,
	type Screen,
	type ScreenPoint,
} from '#lib/geo/index.ts';
import type { CreditPart, LonLat, Shapes, StoryWorldview, View } from '#lib/story/index.ts';
import { ANYWHERE } from './anywhere';
import { archiveAttribution, openArchive } from './archive';
import { CutNames } from './cut-names';
import type { Ghost } from './ghost';
import { coarsenMesh } from './globe-mesh';
import { BOX, GroundTiles } from './ground';
import { offerIcons, repaintIcons } from './icons';

import type { LookAround, Looked } from './look-around';
import { MapLibreMap, prepareMapLibre } from './maplibre';
import type { OwnGround } from './own-basemap';
import { openOwn, tellStandIn, type OwnOptions } from './open-own';
import { mapFonts, unquoted, type Palette } from './palette';
import type * as Later from './later';
import type { QualityKeeper } from './quality-keeper';
import { MapFailure, type Ground } from './recovery';
import { Relief, RELIEF } from './relief';
import { StoryDrawings, type DrawnStep } from './story-drawings';
import { slottedLayers, slottedSources, type Slot } from './story-slots';
import { mapStyle } from './style';
import { leaveOutUnseen } from './unseen-frames';
import { spareSky } from './unseen-sky';

/** A whole picture: where the map is looked at from, and what is drawn on it. */
export interface Scene {
	camera: Camera;
	/** At most one step a slot. */
	steps: DrawnStep[];
	/** What covers the map's edges. */
	insets: Insets;
	/** Whether it is one on the way from step to step. */
	isOnWay?: boolean;
}

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
	/** Whether the map is to follow the scrolling: then nothing on it moves or fades by the clock. */
	follows: boolean;
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

/** Px of the canvas for one of the container's until the first picture is whole: what nobody sees is to take no time. */
const UNSEEN_RATIO = 0.25;

/** How long the drawings of a step take to come and to go, ms. */
const FADE = 320;

/** Widths of the screen moved and zooms together that one frame may change before it counts as a jump. */
const JUMP = 1.5;

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
	/** What is to be seen, at the end of a flight. */
	#scene: Scene | undefined;
	/** What a picture in the page covers of the map, CSS px. */
	#covered: Rect | undefined;
	#progress = 1;
	/** When the last flight began, ms. */
	#departed = -Infinity;
	readonly #slots: readonly Slot[];
	readonly #drawings: StoryDrawings;
	/** Comes after the first picture. */
	#ghost: Ghost | undefined;
	readonly #ground: GroundTiles;
	readonly #cutNames: CutNames;
	readonly #relief: Relief;
	/** Comes when the map is first handed to the reader. */
	#lookAround: LookAround | undefined;
	/** Comes after the first picture. */
	#quality: QualityKeeper | undefined;
	readonly #stop = new AbortController();
	/** Whether the archive's head has been read: from then on a missing tile leaves a gap, not the map. */
	#worldSeen = false;
	#fail: (reason: MapFailure) => void = () => undefined;
	/** Whether the canvas is as fine as it is to be seen. */
	#isFine = false;
	/** Has all frames drawn from now on. */
	#drawAll: () => void = () => undefined;
	/** Counts the pictures asked for, so that a late flight or idle of an earlier one is recognised as such. */
	#turn = 0;
	/** The turn whose rest is awaited; none while nothing is. */
	#awaited: number | undefined;
	/** The last turn that has waited for the faces of its names. */
	#facesAwaited = 0;

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
		this.#isFine = own !== undefined; // the resolution also chooses among an own map's icons
		this.#awaitOwn();
		this.#palette = options.palette;
		this.#names = options.names;
		this.#slots = options.follows ? [0, 1] : [0];
		const { container, reducedMotion } = options;
		this.#map = new MapLibreMap({
			container,
			style: this.#style(reducedMotion() || options.follows ? 0 : FADE),
			interactive: false,
			attributionControl: false,
			fadeDuration: reducedMotion() ? 0 : 200,
			transformConstrain: ANYWHERE,
			minZoom: -3,
			pixelRatio: this.#pixelRatio,
			maxCanvasSize: [4096, 4096],
		});
		spareSky(this.#map);
		if (!this.#isFine) this.#drawAll = leaveOutUnseen(this.#map);
		offerIcons(this.#map, () => this.#palette);
		this.#ground = new GroundTiles(this.#map, own ?? BOX);
		this.#cutNames = new CutNames(this.#map);
		this.#drawings = new StoryDrawings(this.#map, {
			...options,
			slots: this.#slots,
			later: () => this.later(),
		});
		this.#relief = new Relief(this.#map, options.relief);
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

	/** Fetches what is needed once the map has been seen; undefined where it does not come, and nothing depends on it. */
	later(): Promise<typeof Later | undefined> {
		return import('./later').catch(() => undefined);
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
		this.takeBack();
		const { screen } = this;
		if (!screen.width || !screen.height) return;
		const camera = frame(view, screen, insets);
		const step: DrawnStep = { view, slot: 0, opacity: 1, route: this.#progress, rest: camera, insets };
		this.#bring({ camera, steps: [step], insets }, cut);
	}

	/** Brings the map to a picture at once, as the scrolling asks for it. Ends looking around. */
	follow(scene: Scene): void {
		this.takeBack();
		const { width, height } = this.screen;
		if (!width || !height) return;
		const turn = ++this.#turn;
		const isOther = scene.steps[0]?.view !== this.#scene?.steps[0]?.view;
		this.#scene = scene;
		this.#covered = undefined;
		this.#options.onMoving();
		if (!this.#ready) return;
		if (isOther) this.#ground.askAgain();
		if (this.#camera && this.#isJump(this.#camera, scene.camera)) this.#dissolve();
		this.#quality?.begin();
		void this.#arrive(scene, turn);
	}

	/**
	 * Hands the map to the reader. Meanwhile nothing but the reader moves it; a new picture, `takeBack`, the loss of the
	 * context and `destroy` take it back.
	 *
	 * @param name what screen readers call the map, which takes the focus
	 */
	async lookAround(name: string): Promise<void> {
		if (this.isLookedAround || !this.#scene) return;
		this.#bring(this.#scene, true); // what is under way is brought to its end
		const turn = this.#turn;
		const later = await this.later();
		if (turn !== this.#turn) return;
		if (!later || !this.#camera) return this.#options.onLook(false);
		this.#cutNames.trimBelowCard(this.screen, this.#scene.insets);
		this.#lookAround ??= new later.LookAround(this.#map, {
			container: this.#options.container,
			screen: () => this.screen,
			sources: () => this.#ground.sources,
			onMove: (camera) => (this.#camera = camera),
			onMoving: this.#options.onMoving,
			onRest: () => {
				if (this.#scene) this.#cutNames.trimBelowCard(this.screen, this.#scene.insets);
				this.#rest(this.#ground.state === 'whole' ? 'whole' : 'patchy');
			},
		});
		this.#lookAround.start(this.#camera, name);
		this.#options.onLook(true);
	}

	/** The reader can no longer move the map; what it shows stays until the next picture. */
	takeBack(): void {
		if (!this.#lookAround?.isOn) return;
		this.#lookAround.stop();
		this.#options.onLook(false);
	}

	/** What those work with who look around; undefined while nobody does. */
	get looked(): Looked | undefined {
		const start = this.#lookAround?.begun;
		const scene = this.#scene;
		const view = scene?.steps.at(-1)?.view;
		if (!this.isLookedAround || !start || !scene || !view) return undefined;
		const { projection } = start;
		return {
			map: this.#map,
			start,
			view,
			shapes: this.#drawings.shapes,
			isOwn: this.#own !== undefined,
			project: (point) => this.project(point),
			frame: (focus) =>
				frame({ focus, projection, maxZoom: 6, pitch: 0, bearing: 0 }, this.screen, scene.insets),
		};
	}

	/** Whether the map is in the reader's hands. */
	get isLookedAround(): boolean {
		return this.#lookAround?.isOn ?? false;
	}

	/** How far the reader has come through the step that `show` shows, 0…1: routes are drawn up to there. */
	setRouteProgress(progress: number): void {
		this.#progress = this.#options.reducedMotion() ? 1 : progress;
		for (const step of this.#scene?.steps ?? []) step.route = this.#progress;
		if (this.#ready) this.#drawings.setRoute(this.#progress);
	}

	/** Asks again for what is missing in the picture. */
	again(): void {
		if (this.isLookedAround) this.#ground.askAgain();
		else if (this.#scene) this.#bring(this.#scene, true);
	}

	/** Takes the size of its container; the picture is to be composed anew for it, unless the reader looks around. */
	resize(): void {
		this.#map.setPixelRatio(this.#pixelRatio);
		this.#map.resize();
	}

	/** Px of the canvas for one of the container's: as fine as the screen, up to a limit that slow devices bear. */
	get #pixelRatio(): number {
		return this.#isFine ? this.#options.enlarged() * Math.min(2, devicePixelRatio) : UNSEEN_RATIO;
	}

	/** A picture in the page will cover this part of the map at rest, CSS px: names that it would cut go. */
	cover(part: Rect | undefined): void {
		this.#covered = part;
		if (!this.#ready || !this.#scene || !this.#trim()) return;
		this.#options.onMoving();
		this.#settle(this.#turn);
	}

	setPalette(palette: Palette): void {
		this.#palette = palette;
		if (this.#own && !this.#own.isFor(this.#options.dark())) return void this.#followScheme();
		if (!this.#ready) return this.#restyle();
		this.#repaint();
		repaintIcons(this.#map, palette);
		this.again();
	}

	/** Sets all names on the map, the basemap's and the story's, or takes them away; dots and lines stay. */
	setNames(names: boolean): void {
		if (names === this.#names) return;
		this.#names = names;
		if (!this.#ready) return;
		this.#repaint();
		this.#drawings.setNames(names);
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
				story: slottedLayers(this.#palette, this.#slots),
				sources: slottedSources(this.#slots),
				fonts: mapFonts(this.#palette),
				fade,
				names: this.#names,
			});
		const slots = this.#slots;
		return mapStyle({ palette: this.#palette, lang, archive, fade, names: this.#names, worldview, slots });
	}

	#repaint(): void {
		for (const layer of this.#style(0).layers) {
			for (const [property, value] of Object.entries(layer.paint ?? {})) {
				this.#map.setPaintProperty(layer.id, property as never, value as never);
			}
		}
		this.#relief.repaint(this.#palette);
		this.#drawings.repaint(this.#palette);
	}

	/** Whatever is under way ends here, without a word. */
	#halt(): void {
		this.takeBack();
		this.#turn++;
		this.#map.off('render', this.#trim);
		this.#ghost?.remove();
	}

	#onError(message: string, { sourceId, tile }: Whereabouts): void {
		if (sourceId === RELIEF) return;
		if (this.#ground.has(sourceId) && tile) {
			console.warn(`Map: a tile did not come: ${message}`);
			this.#ground.miss(sourceId, tile.tileID.canonical);
			if (this.#camera && !this.isLookedAround) this.#look(this.#camera); // MapLibre looks for coarser tiles when the camera moves
			return;
		}
		const archiveFailed = sourceId === 'world' && !this.#worldSeen;
		const workerFailed = WORKER_FAILED.test(message);
		const styleFailed = this.#own !== undefined && sourceId === undefined && !this.#ready;
		if (styleFailed && this.#fail === this.#options.onFailure) return this.#standIn(message);
		if (archiveFailed || workerFailed || styleFailed) this.#fail(new MapFailure('unreachable', message));
		else console.warn(`Map: ${message}`);
	}

	/** Brings the map to a scene. */
	#bring(scene: Scene, cut: boolean): void {
		const turn = ++this.#turn;
		const isBack = scene.steps[0]?.view === this.#scene?.steps[0]?.view;
		this.#scene = scene;
		this.#covered = undefined;
		if (!this.#ready) return this.#options.onMoving();
		this.#map.off('render', this.#trim);
		this.#ghost?.remove();
		this.#options.onMoving();
		this.#ground.askAgain();
		const from = this.#camera;
		const isCut = cut || this.#options.reducedMotion() || this.#quality?.cuts;
		if (isCut || !from || isSame(from, scene.camera)) {
			void this.#arrive(scene, turn);
		} else {
			this.#quality?.begin(); // before anything asks for a frame
			if (!isBack) this.#drawings.veil();
			void this.#fly(from, scene, turn);
		}
	}

	async #fly(from: Camera, scene: Scene, turn: number): Promise<void> {
		const later = await this.later();
		if (turn !== this.#turn) return;
		if (!later) return this.#arrive(scene, turn);
		const { flight, Ghost, travelTime, travelEase } = later;
		this.#ghost ??= new Ghost();
		if (!this.#quality) this.#watch(later).begin();
		const way = flight(from, scene.camera, this.screen);
		const start = performance.now();
		const duration = travelTime(way.length, start - this.#departed);
		this.#departed = start;
		for (;;) {
			const now = await nextFrame();
			if (turn !== this.#turn) return;
			if (now - start > FADE || this.#quality?.isSparing) this.#drawings.hide();
			const t = Math.max(0, Math.min(1, (now - start) / duration));
			const camera = way.at(travelEase(t));
			if (camera.projection !== this.#camera?.projection) this.#dissolve();
			this.#look(camera);
			if (t >= 1) break;
			await this.#quality?.spare(now);
		}
		await this.#quality?.pause();
		if (turn === this.#turn) await this.#arrive(scene, turn);
	}

	/** A copy of the picture lies over the map while the next one comes to be seen under it. */
	#dissolve(): void {
		if (this.#options.reducedMotion()) return;
		this.#ghost?.lay(this.#map, this.#options.container, this.#palette.paper);
		void this.#ghost?.fade();
	}

	async #arrive(scene: Scene, turn: number): Promise<void> {
		this.#look(scene.camera);
		try {
			if (!this.#drawings.isReadyFor(scene.steps)) await this.#drawings.fetch(scene.steps);
			if (turn !== this.#turn) return;
			this.#drawings.draw(scene.steps, this.screen, !this.#own);
		} catch (error) {
			if (turn !== this.#turn) return;
			console.warn(`Map: this step cannot be drawn. ${String(error)}`);
			this.#rest('none');
			return;
		}
		this.#settle(turn);
	}

	#look(camera: Camera): void {
		if (camera.projection !== this.#camera?.projection) {
			this.#map.setProjection({ type: camera.projection === 'globe' ? 'globe' : 'mercator' });
			if (camera.projection === 'globe') coarsenMesh(this.#map);
		}
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

	/** Whether the eye could not follow from one picture to the next: it is far away, or of the other projection. */
	#isJump(from: Camera, to: Camera): boolean {
		const { x, y } = projector(from, this.screen)(to.center);
		const { width, height } = this.screen;
		const moved = Math.hypot(x - width / 2, y - height / 2) / width;
		return from.projection !== to.projection || moved + Math.abs(from.zoom - to.zoom) > JUMP;
	}

	/** At rest only when names are set, and those that would be cut are taken away. */
	#settle(turn: number): void {
		this.#map.off('render', this.#trim);
		if (!this.#options.follows) this.#map.on('render', this.#trim);
		this.#map.triggerRepaint();
		this.#awaitRest(turn);
	}

	#awaitRest(turn: number): void {
		if (this.#awaited === undefined) this.#map.once('idle', this.#onIdle);
		this.#awaited = turn;
	}

	#onIdle = (): void => {
		const turn = this.#awaited;
		this.#awaited = undefined;
		if (turn === undefined || turn !== this.#turn) return;
		if (document.fonts.status === 'loading' && this.#facesAwaited !== turn) {
			this.#facesAwaited = turn;
			void Promise.race([document.fonts.ready, pause(FACES)]).then(() => {
				if (turn === this.#turn) this.#settle(turn);
			});
			return;
		}
		if (this.#trim()) return this.#settle(turn);
		if (!this.#isFine) {
			this.#isFine = true;
			this.#drawAll();
			this.resize();
			return this.#awaitRest(turn);
		}
		if (this.#quality?.end()) return this.#awaitRest(turn);
		this.#map.off('render', this.#trim);
		if (!this.#ownIsThere()) return this.#standIn('Nothing of it came.');
		void Promise.resolve(this.#ghost?.fade()).then(() => {
			if (turn === this.#turn) this.#rest(this.#ground.state);
		});
	};

	/** MapLibre draws each letter once: those whose file came after that would keep their stand-ins. */
	#redrawLetters = ({ fontfaces }: FontFaceSetLoadEvent): void => {
		const onMap = Object.values(mapFonts(this.#palette)).flat();
		if (this.#ready && fontfaces.some(({ family }) => onMap.includes(unquoted(family))))
			this.#map.setGlyphs(null);
	};

	#rest(ground: Ground): void {
		this.#ghost?.remove();
		this.#options.onRest(ground);
		void this.#watchFrames();
		if (ground === 'none' || this.isLookedAround || this.#own) return;
		if (!this.#relief.begin(this.#palette, this.#options.reducedMotion())) return;
		this.#options.onMoving();
		this.#settle(this.#turn);
	}

	async #watchFrames(): Promise<void> {
		const later = await this.later(); // without it nothing gives way
		if (!later || this.#stop.signal.aborted) return;
		this.#ghost ??= new later.Ghost();
		this.#watch(later);
	}

	#watch(later: typeof Later): QualityKeeper {
		this.#quality ??= new later.QualityKeeper(this.#map, {
			pixelRatio: () => this.#pixelRatio,
			onHopeless: () => {
				this.#halt();
				this.#fail(new MapFailure('slow', 'Too slow.'));
			},
		});
		return this.#quality;
	}

	#trim = (): boolean =>
		!this.isLookedAround && this.#cutNames.trim(this.screen, this.#scene!.insets, this.#covered);

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
		this.#drawings.forget();
		this.#ownSeen = false;
		this.#options.onCredit([]);
		this.#awaitOwn();
		this.#ground.change(this.#own ?? BOX);
		this.#map.setStyle(this.#style(0), { diff: false });
		this.#map.once('style.load', () => {
			this.#ready = true;
			this.#camera = undefined; // a style brings no projection: the picture sets its own
			this.#repaint();
			if (this.#scene) this.#bring(this.#scene, true);
		});
	}
}

function isSame(a: Camera, b: Camera): boolean {
	return JSON.stringify(a) === JSON.stringify(b);
}

function pause(ms: number): Promise<void> {
	return new Promise((resolve) => setTimeout(resolve, ms));
}

function nextFrame(): Promise<number> {
	return new Promise((resolve) => requestAnimationFrame(resolve));
}
