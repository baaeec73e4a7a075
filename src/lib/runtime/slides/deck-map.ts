import { freeArea, type Insets } from '#lib/geo/index.ts';
import type { BasemapAddresses, CreditPart, StoryWorldview, View } from '#lib/story/index.ts';
import type { PlacedLocator } from '../at-rest';
import { createDatelineApi } from '../dateline-api';
import { startLiveMap, type LiveMap, type MapState } from '../live-map';
import type { Notice } from '../map/recovery';

/** The parts of the page that a deck's map works with. */
export interface DeckElements {
	/** The deck's root, on which the tokens of the theme hold. */
	root: HTMLElement;
	/** The map's place on the screen. */
	stage: HTMLElement;
	/** Holds the canvas in the stage; its own size is the screen of the camera. */
	canvas: HTMLElement;
	/** What lies over the map's upper edge: credits and notice. */
	over: HTMLElement;
	/** The sheet of the slide that is shown; none where it is all map. */
	sheet: () => HTMLElement | null;
}

export interface DeckMapOptions {
	lang: string;
	/** The house's own rule if absent. */
	worldview?: StoryWorldview;
	/** Address of the PMTiles archive, absolute or relative to the page. */
	archive: string;
	/** The same of the relief's archive. */
	relief: string;
	/** The author's own basemap, if there is one. */
	basemap?: BasemapAddresses;
	/** Address of the story's shapes. */
	shapes: string;
	/** The same of its small globes. */
	globes: string;
	/** The slide that is shown; its id is the step's, its index 0 the cover's. */
	slide: () => { id: string; index: number; view: View };
	/** What the next slide shows; undefined at the end. */
	next: () => View | undefined;
	onMap: (state: MapState) => void;
	onNotice: (notice: Notice) => void;
	/** Whom the map thanks for the author's own basemap; nobody where the world in the box is drawn. */
	onCredit: (parts: CreditPart[]) => void;
	/** The map has been handed to the room, or taken back, be it by the next slide or by a fault. */
	onLook: (looking: boolean) => void;
	onLocator: (locator: PlacedLocator | null) => void;
}

/** The live map behind a deck's slides. */
export interface DeckMap {
	readonly map: LiveMap;
	/** Another slide has come, or another part of one, whose routes are drawn up to `progress`, 0…1. */
	step(progress: number): void;
	destroy(): void;
}

/** Ties the slide that is shown to the live map, and offers `window.dateline` as the story does. */
export function startDeckMap(elements: DeckElements, options: DeckMapOptions): DeckMap {
	const { stage, canvas } = elements;
	const enlarged = () => stage.clientWidth / Math.max(1, canvas.clientWidth);
	const insets = (): Insets => {
		const { top, right, bottom, left } = insetsOf(elements);
		const by = 1 / enlarged();
		return { top: top * by, right: right * by, bottom: bottom * by, left: left * by };
	};
	const publicApi = createDatelineApi({
		step: () => options.slide().id,
		progress: () => options.slide().index,
		camera: () => map.shown?.camera && structuredClone(map.shown.camera),
		project(point) {
			const { x, y, visible } = map.shown?.project(point) ?? { x: 0, y: 0, visible: false };
			return { x: x * enlarged(), y: y * enlarged(), visible };
		},
		focus: () => options.slide().view.focus,
		free: () => freeArea({ width: stage.clientWidth, height: stage.clientHeight }, insetsOf(elements)),
		origin: () => stage.getBoundingClientRect(),
	});
	window.dateline = publicApi.api;
	const map = startLiveMap({
		root: elements.root,
		container: canvas,
		enlarged,
		lang: options.lang,
		worldview: options.worldview,
		archive: options.archive,
		relief: options.relief,
		basemap: options.basemap,
		shapes: options.shapes,
		picture: () => ({ view: options.slide().view, insets: insets() }),
		next() {
			const view = options.next();
			return view && { view, insets: insets() };
		},
		globes: options.globes,
		onLocator: options.onLocator,
		onState(state) {
			options.onMap(state);
			if (state === 'idle') publicApi.emit('idle');
		},
		onNotice: options.onNotice,
		onCredit: options.onCredit,
		onLook: options.onLook,
	});
	const resizes = new ResizeObserver(() => map.resize());
	for (const element of [stage, elements.over]) resizes.observe(element);

	return {
		map,
		step(progress) {
			map.progress(progress);
			map.show();
			publicApi.emit('step');
		},
		destroy() {
			resizes.disconnect();
			map.destroy();
			if (window.dateline === publicApi.api) delete window.dateline;
		},
	};
}

/** How far sheet, credits and notice reach over the map. A sheet as wide as the map lies below it, else beside it. */
function insetsOf({ root, stage, over, sheet }: DeckElements): Insets {
	const { clientWidth, clientHeight } = stage;
	const map = stage.getBoundingClientRect();
	const top = over.clientHeight;
	const box = sheet()?.getBoundingClientRect();
	if (!box || !clientWidth || !clientHeight) return { top, right: 0, bottom: 0, left: 0 };
	if (box.width >= clientWidth * 0.9)
		return { top, right: 0, bottom: Math.max(0, map.bottom - box.top), left: 0 };
	const rtl = getComputedStyle(root).direction === 'rtl';
	return {
		top,
		right: rtl ? map.right - box.left : 0,
		bottom: 0,
		left: rtl ? 0 : box.right - map.left,
	};
}
