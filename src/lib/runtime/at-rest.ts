import { frame, freeArea, type Rect, type Screen } from '#lib/geo/index.ts';
import type { LiveMapOptions, Picture } from './live-map';
import { locatorOf, type Locator } from './locator/locator';
import { prefetch } from './map/prefetch/prefetch';
import type { Stage } from './map/stage';
import { savesData } from './map/saves-data';

/** A locator as it stands in the window, whose px are `scale` times those of the map. */
export type PlacedLocator = Locator & { scale: number };

/**
 * What is done once the map has come to rest, and the reader reads: says where the view is, and fetches what the next
 * step will need. It is loaded only then.
 *
 * @param isResting false as soon as the map moves
 */
export function atRest(options: LiveMapOptions, stage: Stage, isResting: () => boolean): void {
	const { container, picture, onLocator, next, basemap, archive } = options;
	const { screen } = stage;
	if (!isResting() || !screen.width || !screen.height) return;
	const locator = onLocator && locate(container, screen, picture());
	stage.cover(locator && boxOf(locator));
	onLocator?.(locator ? inWindow(locator, container, screen) : null);
	const following = isResting() ? next?.() : undefined;
	if (following && !basemap && !savesData())
		void prefetch(following, screen, new URL(archive, location.href).href, isResting);
}

function locate(container: HTMLElement, screen: Screen, { view, insets }: Picture): Locator | undefined {
	const map = container.getBoundingClientRect();
	const by = screen.width / map.width;
	const over = [...document.querySelectorAll('[data-over-map]')].map((element) => {
		const { left, top, right, bottom } = element.getBoundingClientRect();
		return {
			left: (left - map.left) * by,
			right: (right - map.left) * by,
			top: (top - map.top) * by,
			bottom: (bottom - map.top) * by,
		};
	});
	return locatorOf(view, {
		camera: frame(view, screen, insets),
		screen,
		free: freeArea(screen, insets),
		over,
		rtl: getComputedStyle(container).direction === 'rtl',
	});
}

function boxOf({ left, top, size }: Locator): Rect {
	return { left, top, right: left + size, bottom: top + size };
}

/** Slides show their map enlarged. */
function inWindow(locator: Locator, container: HTMLElement, screen: Screen): PlacedLocator {
	const map = container.getBoundingClientRect();
	const scale = map.width / screen.width;
	return {
		...locator,
		left: map.left + locator.left * scale,
		top: map.top + locator.top * scale,
		size: locator.size * scale,
		scale,
	};
}
