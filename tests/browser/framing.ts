import type { Page } from 'playwright/test';

/** The ids of the steps of the page. */
export function stepIds(page: Page): Promise<string[]> {
	return page.locator('main section[id]').evaluateAll((sections) => sections.map(({ id }) => id));
}

/** The points of the focus that are not to be seen, and why. */
export function focusMisses(page: Page): Promise<string[]> {
	return page.evaluate(() => {
		const dateline = window.dateline!;
		const free = dateline.freeArea();
		const canvas = document.querySelector('.stage canvas')!;
		const overlays = [
			...document.querySelectorAll('header, .credit, .notice, .locator, a, button, summary'),
		].filter((element) => element.checkVisibility({ visibilityProperty: true }) && !element.closest('main'));
		return dateline.focus().flatMap((point) => {
			const { x, y, visible } = dateline.project(point);
			const told = JSON.stringify({ ...point, x, y });
			const within = (box: { left: number; right: number; top: number; bottom: number }) =>
				x >= box.left && x <= box.right && y >= box.top && y <= box.bottom;
			const top = document.elementFromPoint(x, y);
			const cover =
				top === canvas ? overlays.find((element) => within(element.getBoundingClientRect())) : top;
			return [
				...(visible ? [] : [`behind the horizon or off the map: ${told}`]),
				...(within(canvas.getBoundingClientRect()) &&
				within({ left: 0, top: 0, right: innerWidth, bottom: innerHeight })
					? []
					: [`off the screen: ${told}`]),
				...(within(free) ? [] : [`outside of the free area: ${told}`]),
				...(cover ? [`covered by ${cover.tagName} ${cover.className}: ${told}`] : []),
			];
		});
	});
}
