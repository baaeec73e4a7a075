import type { Insets } from '#lib/geo/index.ts';
import type { StoryScreen } from '../camera/camera-at';
import type { CardExtent } from './scroll-position';

/** The parts of the page whose places decide what the map shows where. */
export interface LaidOut {
	/** The story's root, whose direction of writing the sheet follows. */
	root: HTMLElement;
	bar: HTMLElement;
	stage: HTMLElement;
	credit: HTMLElement;
	cards: HTMLElement[];
}

/** The page as it is laid out. Nothing of it changes by scrolling, so it is measured when something else changes. */
export interface Layout {
	/** Of all cards, in CSS px from the top of the document. The cover's begins where the page is opened: at the reading line. */
	cards: CardExtent[];
	/** Height of the reading line, CSS px from the top of the viewport. */
	line: number;
	screen: StoryScreen;
}

/** The days that hang from the rail, px. */
const RAIL_DAYS = 24;

/** @param before the last layout, whose screen is kept where it is the same: cameras have been computed for it */
export function measureLayout(elements: LaidOut, before?: Layout): Layout {
	const { stage, cards } = elements;
	const cover = cards[0]!;
	const isBand = stage.clientHeight < innerHeight * 0.8;
	const top = isBand ? stage.getBoundingClientRect().bottom : 0;
	const screen: StoryScreen = {
		width: stage.clientWidth,
		height: stage.clientHeight,
		cover: insets(elements, cover, isBand),
		steps: insets(elements, cards[1] ?? cover, isBand),
	};
	const line = top + (innerHeight - top) * (top ? 0.45 : 0.62);
	return {
		cards: cards.map((card, index) => {
			const { top, bottom } = card.getBoundingClientRect();
			return { top: index === 0 ? line : top + scrollY, bottom: bottom + scrollY };
		}),
		line,
		screen: before && JSON.stringify(before.screen) === JSON.stringify(screen) ? before.screen : screen,
	};
}

/**
 * How far bar, card and credits reach over the stage: on narrow windows the map is a band above the text, else it fills
 * the window behind it.
 */
function insets({ root, bar, stage, credit }: LaidOut, card: HTMLElement, isBand: boolean): Insets {
	const map = stage.getBoundingClientRect();
	const bottom = Math.max(0, map.bottom - credit.getBoundingClientRect().top);
	if (isBand) return { top: 0, right: 0, bottom, left: 0 };
	const { left, right } = card.getBoundingClientRect();
	const rtl = getComputedStyle(root).direction === 'rtl';
	return {
		top: bar.getBoundingClientRect().bottom - map.top + RAIL_DAYS,
		right: rtl ? map.right - left : 0,
		bottom,
		left: rtl ? 0 : right - map.left,
	};
}
