import { frame, freeArea, type Rect, type Screen } from '#lib/geo/index.ts';
import type { LiveMapOptions, Picture } from './live-map';
import { fetchGlobe, type Globe } from './locator/globes';
import { locatorOf, type Locator } from './locator/locator';
import { prefetch } from './map/prefetch/prefetch';
import type { Stage } from './map/stage';
import { savesData } from './map/saves-data';

/** A locator as it stands in the window, whose px are `scale` times those of the map, and the globe that it shows. */
export type PlacedLocator = Locator & Globe & { scale: number };

/**
 * What is done once the map has come to rest, and the reader reads: says where the view is, and fetches what the next
 * step will need. It is loaded only then.
 *
 * @param isResting false as soon as the map moves
 */
export function atRest(options: LiveMapOptions, stage: Stage, isResting: () => boolean): void {
	const { screen } = stage;
	if (!isResting() || !screen.width || !screen.height) return;
	void tellWhere(options, stage, isResting);
	const following = isResting() ? options.next?.() : undefined;
	if (following && !options.basemap && !savesData())
		void prefetch(following, screen, new URL(options.archive, location.href).href, isResting);
}

/** The container says in `data-locator` how far the locator is: `coming`, `shown`, `none`. */
async function tellWhere(
	{ container, picture, globes, onLocator }: LiveMapOptions,
	stage: Stage,
	isResting: () => boolean,
): Promise<void> {
	const { screen } = stage;
	const locator = locate(container, screen, picture());
	stage.cover(locator && boxOf(locator));
	if (!isResting()) return; // it rests anew without the names that would be cut
	container.dataset.locator = locator ? 'coming' : 'none';
	const globe = locator && (await fetchGlobe(globes, locator.globe));
	if (!isResting()) return;
	onLocator(globe ? { ...inWindow(locator, container, screen), ...globe } : null);
	container.dataset.locator = globe ? 'shown' : 'none';
}

function locate(
	container: HTMLElement,
	screen: Screen,
	{ view, insets, scene }: Picture,
): Locator | undefined {
	if (scene?.isOnWay) return undefined;
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
function inWindow(locator: Locator, container: HTMLElement, screen: Screen) {
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
