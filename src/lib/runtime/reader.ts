import { freeArea, type Insets, type Rect } from '#lib/geo/index.ts';
import type { BasemapAddresses, CreditPart, Step, Story } from '#lib/story/index.ts';
import type { PlacedLocator } from './at-rest';
import { createDatelineApi, type DatelineInterface } from './dateline-api';
import { startLiveMap, type MapState } from './live-map';
import type { Notice } from './map/recovery';
import { routeProgress, scrollPosition, type ScrollPosition } from './scroll/scroll-position';

/** The parts of the page that the reader's side works with. */
export interface ReaderElements {
	/** The story's root, on which the tokens of the theme hold. */
	root: HTMLElement;
	bar: HTMLElement;
	/** Holds the canvas; its size is the screen of the camera. */
	stage: HTMLElement;
	/** The line of credits over the map. */
	credit: HTMLElement;
	/** What the reader is told when a still map stands in. */
	notice: HTMLElement;
	/** One a step, the cover's first; that of a hidden step is empty. */
	cards: HTMLElement[];
}

export interface ReaderOptions {
	story: Story;
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
	onPosition: (position: ScrollPosition) => void;
	onMap: (state: MapState) => void;
	onNotice: (notice: Notice) => void;
	/** Whom the map thanks for the author's own basemap; nobody where the world in the box is drawn. */
	onCredit: (parts: CreditPart[]) => void;
	onLocator: (locator: PlacedLocator | null) => void;
}

/** Ties the page's scroll position to the active step and the live map. */
export interface Reader {
	destroy(): void;
}

export function startReader(elements: ReaderElements, options: ReaderOptions): Reader {
	const { story } = options;
	const steps: Step[] = [story.cover, ...story.steps];
	const stop = new AbortController();
	const { signal } = stop;
	let position: ScrollPosition = { index: 0, progress: 0 };
	let frameAsked = false;

	const active = () => steps[position.index]!;
	const publicApi: DatelineInterface = createDatelineApi({
		step: () => active().id,
		camera: () => map.shown?.camera && structuredClone(map.shown.camera),
		project: (point) => map.shown?.project(point) ?? { x: 0, y: 0, visible: false },
		focus: () => active().view.focus,
		free: () => free(elements, position.index),
		origin: () => elements.stage.getBoundingClientRect(),
	});
	window.dateline = publicApi.api;

	const map = startLiveMap({
		root: elements.root,
		container: elements.stage,
		lang: story.lang,
		worldview: story.worldview,
		archive: options.archive,
		relief: options.relief,
		basemap: options.basemap,
		shapes: options.shapes,
		picture: () => ({ view: active().view, insets: insets(elements, position.index) }),
		next() {
			const index = position.index + 1;
			return steps[index] && { view: steps[index].view, insets: insets(elements, index) };
		},
		globes: options.globes,
		onLocator: options.onLocator,
		onStart: () => read(),
		onState(state) {
			options.onMap(state);
			if (state === 'idle') publicApi.emit('idle');
		},
		onNotice: options.onNotice,
		onCredit: options.onCredit,
	});

	const read = () => {
		frameAsked = false;
		const before = position.index;
		position = scrollPosition(cardExtents(elements), readingLine(elements));
		const { view } = active();
		if (position.index !== before) map.show();
		if (view.routes.length) map.progress(view.kept ? 1 : routeProgress(position.progress));
		options.onPosition(position);
		if (position.index !== before) publicApi.emit('step');
	};
	const askFrame = () => {
		if (frameAsked) return;
		frameAsked = true;
		requestAnimationFrame(read);
	};

	/** A turned phone or another width lays the text out anew; the reader stays where they were in it. */
	let width = innerWidth;
	const keepPlace = () => {
		if (innerWidth === width) return;
		width = innerWidth;
		const card = elements.cards[position.index]!.getBoundingClientRect();
		const line = readingLine(elements);
		const below =
			position.index === 0 && scrollY === 0 ? 0 : card.top + card.height * position.progress - line;
		scrollBy({ top: below, behavior: 'instant' });
		askFrame();
	};

	addEventListener('scroll', askFrame, { passive: true, signal });
	addEventListener('resize', keepPlace, { signal });
	const resizes = new ResizeObserver(() => {
		askFrame();
		map.resize();
	});
	for (const element of [elements.stage, elements.bar, elements.notice, ...elements.cards.slice(0, 2)])
		resizes.observe(element);

	document.addEventListener('visibilitychange', () => document.hidden || askFrame(), { signal });

	read();

	return {
		destroy() {
			stop.abort();
			resizes.disconnect();
			map.destroy();
			if (window.dateline === publicApi.api) delete window.dateline;
		},
	};
}

function cardExtents({ cards }: ReaderElements): { top: number; bottom: number }[] {
	return cards.map((card) => card.getBoundingClientRect());
}

/** A card becomes active when it has come well into the part of the window in which text is read. */
function readingLine(elements: ReaderElements): number {
	const top = isBand(elements) ? elements.stage.getBoundingClientRect().bottom : 0;
	return top + (innerHeight - top) * (top ? 0.45 : 0.62);
}

/** On narrow windows the map is a band above the text, else it fills the window behind it. */
function isBand({ stage }: ReaderElements): boolean {
	return stage.clientHeight < innerHeight * 0.8;
}

/** How far bar, card and credits reach over the stage. */
function insets(elements: ReaderElements, index: number): Insets {
	const stage = elements.stage.getBoundingClientRect();
	const credit = elements.credit.getBoundingClientRect();
	const bottom = Math.max(0, stage.bottom - credit.top);
	if (isBand(elements)) return { top: 0, right: 0, bottom, left: 0 };
	const card = elements.cards[index]!.getBoundingClientRect();
	const bar = elements.bar.getBoundingClientRect();
	const rtl = getComputedStyle(elements.root).direction === 'rtl';
	return {
		top: bar.bottom - stage.top + RAIL_DAYS,
		right: rtl ? stage.right - card.left : 0,
		bottom,
		left: rtl ? 0 : card.right - stage.left,
	};
}

/** The days that hang from the rail, px. */
const RAIL_DAYS = 24;

function free(elements: ReaderElements, index: number): Rect {
	const { clientWidth: width, clientHeight: height } = elements.stage;
	return freeArea({ width, height }, insets(elements, index));
}
