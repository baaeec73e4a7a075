import { freeArea } from '#lib/geo/index.ts';
import type { BasemapAddresses, CreditPart, Step, Story } from '#lib/story/index.ts';
import type * as FollowScroll from './camera/follow-scroll';
import { routeProgress } from './camera/route-progress';
import type { PlacedLocator } from './at-rest';
import { createDatelineApi, type DatelineInterface } from './dateline-api';
import { startLiveMap, type MapState } from './live-map';
import type { Looked } from './map/look-around';
import type { Notice } from './map/recovery';
import type { Scene } from './map/stage';
import { measureLayout, type Layout } from './scroll/layout';
import { scrollProgress } from './scroll/scroll-progress';
import { scrollPosition, type ScrollPosition } from './scroll/scroll-position';

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
	/** @param isOnWay whether the map travels with the scrolling, from this step to the next */
	onPosition: (position: ScrollPosition, isOnWay: boolean) => void;
	onMap: (state: MapState) => void;
	onNotice: (notice: Notice) => void;
	/** Whom the map thanks for the author's own basemap; nobody where the world in the box is drawn. */
	onCredit: (parts: CreditPart[]) => void;
	onLocator: (locator: PlacedLocator | null) => void;
	/** The map has been handed to the reader, or taken back: by `lookAround`, by scrolling or by a fault. */
	onLook: (looking: boolean) => void;
}

/** Ties the page's scroll position to the active step and the live map. */
export interface Reader {
	/**
	 * Hands the map to the reader, or takes it back and shows the story's picture.
	 *
	 * @param name what screen readers call the map, which takes the focus
	 */
	lookAround(on: boolean, name?: string): void;
	/** What those work with who look around; undefined while nobody does. */
	readonly looked: Looked | undefined;
	destroy(): void;
}

export function startReader(elements: ReaderElements, options: ReaderOptions): Reader {
	const { story } = options;
	const steps: Step[] = [story.cover, ...story.steps];
	const stop = new AbortController();
	const { signal } = stop;
	const reducedMotion = matchMedia('(prefers-reduced-motion: reduce)');
	let layout: Layout | undefined;
	let layoutBefore: Layout | undefined;
	let position: ScrollPosition = { index: 0, progress: 0 };
	let frameAsked = false;
	/** How the map follows the scrolling; comes with the map, for stories that have it follow. */
	let following: typeof FollowScroll | undefined;
	/** What the map has been told to follow, so that nothing is drawn while the reader reads on. */
	let followed = '';

	const page = () => (layout ??= measureLayout(elements, layoutBefore));
	const active = () => steps[position.index]!;
	const insets = (index: number) => (index === 0 ? page().screen.cover : page().screen.steps);
	/** Absent where one step is shown after the other, as it is to readers who want no motion. */
	const follower = () => (reducedMotion.matches ? undefined : following);

	const publicApi: DatelineInterface = createDatelineApi({
		step: () => active().id,
		progress: () => progress(),
		camera: () => map.shown?.camera && structuredClone(map.shown.camera),
		project: (point) => map.shown?.project(point) ?? { x: 0, y: 0, visible: false },
		focus: () => active().view.focus,
		free: () => freeArea(page().screen, insets(position.index)),
		origin: () => elements.stage.getBoundingClientRect(),
	});
	window.dateline = publicApi.api;

	/** Scroll that a step takes, CSS px. */
	const lengthOf = (index: number) => {
		const { cards } = page();
		return Math.max(cards[index]!.bottom, cards[index + 1]?.top ?? 0) - cards[index]!.top;
	};
	const progress = () => {
		const length = lengthOf(position.index);
		return (
			follower()?.followedProgress(story, position, length, page().screen) ??
			scrollProgress(position, length, 0)
		);
	};

	const map = startLiveMap({
		root: elements.root,
		container: elements.stage,
		lang: story.lang,
		worldview: story.worldview,
		archive: options.archive,
		relief: options.relief,
		basemap: options.basemap,
		shapes: options.shapes,
		follows: story.motion === 'scrub',
		picture: () => ({
			view: active().view,
			insets: insets(position.index),
			scene: follower()?.sceneAt(story, progress(), page().screen),
		}),
		next() {
			const index = position.index + 1;
			return steps[index] && { view: steps[index].view, insets: insets(index) };
		},
		globes: options.globes,
		onLocator: options.onLocator,
		async prepare() {
			if (story.motion === 'scrub') following ??= await import('./camera/follow-scroll');
		},
		onStart: () => read(),
		onState(state) {
			options.onMap(state);
			if (state === 'idle') publicApi.emit('idle');
		},
		onNotice: options.onNotice,
		onCredit: options.onCredit,
		onLook: options.onLook,
	});

	const read = () => {
		frameAsked = false;
		const before = position.index;
		const { cards, line } = page();
		position = scrollPosition(cards, line + scrollY);
		const isOther = position.index !== before;
		const scene = follower()?.sceneAt(story, progress(), page().screen);
		if (scene) follow(scene, isOther);
		else step(isOther);
		options.onPosition(position, scene?.isOnWay ?? false);
		if (isOther) publicApi.emit('step');
	};
	const step = (isOther: boolean) => {
		const { view } = active();
		if (isOther) map.show();
		if (view.routes.length) map.progress(view.kept ? 1 : routeProgress(position.progress));
	};
	const follow = ({ camera, steps: drawn }: Scene, isOther: boolean) => {
		const wanted = JSON.stringify([camera, drawn.map(({ opacity, route }) => [opacity, route])]);
		if (wanted === followed && !isOther) return;
		followed = wanted;
		if (isOther) map.show();
		else map.follow();
	};
	const askFrame = () => {
		if (frameAsked) return;
		frameAsked = true;
		requestAnimationFrame(read);
	};
	const measureAnew = () => {
		layoutBefore = layout ?? layoutBefore;
		layout = undefined;
		askFrame();
	};

	/** A turned phone or another width lays the text out anew; the reader stays where they were in it. */
	let width = innerWidth;
	const keepPlace = () => {
		measureAnew();
		if (innerWidth === width) return;
		width = innerWidth;
		const { cards, line } = page();
		const { index, progress } = position;
		const below = cards[index]!.top + lengthOf(index) * progress - line - scrollY;
		scrollBy({ top: below, behavior: 'instant' });
		lookedFrom = scrollY;
	};

	/** Whoever scrolls on reads on. */
	let lookedFrom = 0;
	const scrolled = () => {
		if (scrollY !== lookedFrom) map.lookAround(false);
		askFrame();
	};

	addEventListener('scroll', scrolled, { passive: true, signal });
	addEventListener('resize', keepPlace, { signal });
	const resizes = new ResizeObserver(measureAnew);
	for (const element of [elements.root, elements.bar, ...elements.cards]) resizes.observe(element);
	const mapResizes = new ResizeObserver(() => {
		measureAnew();
		map.resize();
	});
	for (const element of [elements.stage, elements.credit, elements.notice, ...elements.cards.slice(0, 2)])
		mapResizes.observe(element);

	document.addEventListener('visibilitychange', () => document.hidden || askFrame(), { signal });
	reducedMotion.addEventListener('change', () => map.show(), { signal });

	read();

	return {
		lookAround(on, name) {
			lookedFrom = scrollY;
			map.lookAround(on, name);
		},
		get looked() {
			return map.shown?.looked;
		},
		destroy() {
			stop.abort();
			resizes.disconnect();
			mapResizes.disconnect();
			map.destroy();
			if (window.dateline === publicApi.api) delete window.dateline;
		},
	};
}
