import type { Insets } from '#lib/geo/index.ts';
import type { BasemapAddresses, CreditPart, Shapes, StoryWorldview, View } from '#lib/story/index.ts';
import type { PlacedLocator } from './at-rest';
import { afterFirstPictures } from './after-first-pictures';
import { MapKeeper } from './map/map-keeper';
import { readPalette } from './map/palette';
import type { Chance, Notice } from './map/recovery';
import { savesData } from './map/saves-data';
import type { Scene, Stage } from './map/stage';

/** What the map is to show, and what of it is free. */
export interface Picture {
	view: View;
	/** How far sheets, bars and credits reach over the container. */
	insets: Insets;
	/** The whole picture, where the map follows the scrolling; it is shown at once. */
	scene?: Scene | undefined;
}

/** `moving` from the moment the picture has to change until it is at rest and complete; `still`: a still map stands in. */
export type MapState = 'still' | 'moving' | 'idle';

export interface LiveMapOptions {
	/** On it the tokens of the theme hold. */
	root: HTMLElement;
	/** Holds the canvas; its size is the screen of the camera. */
	container: HTMLElement;
	/** Language of the labels, BCP 47. */
	lang: string;
	/** The house's own rule if absent. */
	worldview?: StoryWorldview;
	/** Address of the PMTiles archive, absolute or relative to the page. */
	archive: string;
	/** The author's own basemap, if there is one. */
	basemap?: BasemapAddresses;
	/** The same of the relief's archive. */
	relief: string;
	/** Address of the story's shapes. */
	shapes: string;
	/** How much larger than its own px the container is shown; 1 if absent. */
	enlarged?: () => number;
	/** Whether the map is to follow the scrolling; it does not if absent. */
	follows?: boolean;
	/** Asked whenever the picture is composed. */
	picture: () => Picture;
	/** Address of the story's small globes. */
	globes: string;
	/** What will most likely be asked for next; undefined at the end. */
	next?: () => Picture | undefined;
	/** Where the view at rest is to be shown on a small globe; null where no globe is needed or has room. */
	onLocator: (locator: PlacedLocator | null) => void;
	/** Fetches what the page needs besides the map; a map is made when it is there. */
	prepare?: () => Promise<unknown>;
	/** A map has been made, for the first time or anew, and is about to ask for its picture. */
	onStart?: () => void;
	onState: (state: MapState) => void;
	onNotice: (notice: Notice) => void;
	/** The map has been handed to the reader, or taken back: by `lookAround`, by the next picture or by a fault. */
	onLook?: (looking: boolean) => void;
	/** Whom the map thanks for a basemap of the author's own; nobody where the world in the box is drawn. */
	onCredit?: (parts: CreditPart[]) => void;
}

/** A story's live map, whoever leads through the story: it comes after the first pictures, and again after each fault. */
export interface LiveMap {
	/** As far as it can be worked with: it may be hidden yet. */
	readonly stage: Stage | undefined;
	/** Where it is to be seen, so not while a still map stands in. */
	readonly shown: Stage | undefined;
	/** Another step is to be shown: the map flies there, or follows. */
	show(): void;
	/** The picture of the same step has changed. */
	follow(): void;
	/** The container has another size, or other insets: the picture is composed anew. */
	resize(): void;
	/** Routes are drawn up to `progress`, 0…1. */
	progress(progress: number): void;
	/**
	 * Hands the map to the reader, or takes it back and flies to the story's picture. Where no map is to be seen it is
	 * taken back at once.
	 *
	 * @param name what screen readers call the map, which takes the focus
	 */
	lookAround(on: boolean, name?: string): void;
	/** Whether the map says what is where; dots and lines stay. */
	setNames(names: boolean): void;
	destroy(): void;
}

export function startLiveMap(options: LiveMapOptions): LiveMap {
	const { root, container, lang, picture } = options;
	const reducedMotion = matchMedia('(prefers-reduced-motion: reduce)');
	const stop = new AbortController();
	const { signal } = stop;
	let keeper: MapKeeper | undefined;
	let drawn = 1;
	let names = true;
	/** Counts the states, so that what is done at rest ends with it. */
	let turn = 0;

	const compose = (stage: Stage, how?: { cut: boolean }) => {
		const { view, insets, scene } = picture();
		if (scene) stage.follow(scene);
		else stage.show(view, insets, how);
	};

	const repaint = () => keeper?.stage?.setPalette(readPalette(root));
	for (const query of ['(prefers-color-scheme: dark)', '(prefers-contrast: more)'])
		matchMedia(query).addEventListener('change', repaint, { signal });
	const switches = new MutationObserver(repaint);
	switches.observe(document.documentElement, { attributeFilter: ['data-theme', 'data-contrast'] });

	let fetched: Promise<Shapes> | undefined;
	/** Once for all steps; a failed attempt is forgotten, so that the step which needs them tries again. */
	const shapes = () =>
		(fetched ??= fetchShapes(options.shapes, signal).catch((error: unknown) => {
			fetched = undefined;
			throw error;
		}));

	const chance = (of: Chance) => keeper?.chance(of);
	addEventListener('online', () => chance('online'), { signal });
	document.addEventListener('visibilitychange', () => document.hidden || chance('awake'), { signal });

	void afterFirstPictures(signal).then(() => {
		if (signal.aborted) return;
		keeper = new MapKeeper({
			async start(events) {
				const [{ Stage }] = await Promise.all([import('./map/stage'), options.prepare?.()]);
				return Stage.create({
					...events,
					container,
					archive: new URL(options.archive, location.href).href,
					basemap: options.basemap,
					dark: () => getComputedStyle(root).colorScheme.includes('dark'),
					relief: savesData() ? undefined : new URL(options.relief, location.href).href,
					lang,
					worldview: options.worldview,
					shapes,
					palette: readPalette(root),
					follows: options.follows ?? false,
					names,
					onLook: (looking) => options.onLook?.(looking),
					onCredit: (parts) => options.onCredit?.(parts),
					enlarged: () => options.enlarged?.() ?? 1,
					reducedMotion: () => reducedMotion.matches,
				});
			},
			onStart(stage) {
				options.onStart?.();
				stage.setNames(names);
				stage.setRouteProgress(drawn);
				compose(stage, { cut: true });
			},
			onState(state) {
				const now = ++turn;
				if (state === 'idle') {
					const stage = keeper?.stage;
					void stage?.later().then((later) => later?.atRest(options, stage, () => now === turn));
					if (!performance.getEntriesByName('map-idle').length) performance.mark('map-idle');
					void shapes().catch(() => undefined); // so that they are there when a step draws them
				}
				if (state === 'still') keeper?.stage?.takeBack();
				options.onState(state);
			},
			onNotice: options.onNotice,
		});
	});

	return {
		get stage() {
			return keeper?.stage;
		},
		get shown() {
			return keeper?.shown;
		},
		show() {
			if (keeper?.stage) compose(keeper.stage);
			chance('step');
		},
		follow() {
			if (keeper?.stage) compose(keeper.stage);
		},
		resize() {
			const stage = keeper?.stage;
			stage?.resize();
			if (stage && !stage.isLookedAround) compose(stage, { cut: true });
		},
		progress(progress) {
			drawn = progress;
			keeper?.stage?.setRouteProgress(progress);
		},
		lookAround(on, name = '') {
			const shown = keeper?.shown;
			if (on && shown) void shown.lookAround(name);
			else if (on) options.onLook?.(false);
			else if (shown?.isLookedAround) compose(shown);
		},
		setNames(on) {
			names = on;
			keeper?.stage?.setNames(on);
		},
		destroy() {
			stop.abort();
			turn++;
			switches.disconnect();
			keeper?.destroy();
		},
	};
}

async function fetchShapes(address: string, signal: AbortSignal): Promise<Shapes> {
	const response = await fetch(address, { signal });
	if (!response.ok) throw new Error(`The shapes of this story did not load (${response.status}): ${address}`);
	return (await response.json()) as Shapes;
}
