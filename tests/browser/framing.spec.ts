import type { Page } from 'playwright/test';
import { expect, goToStep, test, waitForIdle } from './fixtures';

const SCREENS = [
	[320, 640],
	[390, 844],
	[768, 1024],
	[844, 390],
	[1280, 800],
	[1920, 1080],
] as const;

test.use({ contextOptions: { reducedMotion: 'reduce' } });

/** Where room is scarcest: in one language. */
const ODD_SCREENS = [
	[320, 320],
	[568, 320],
] as const;

for (const [width, height] of [...SCREENS, ...ODD_SCREENS]) {
	const odd = ODD_SCREENS.some(([w, h]) => w === width && h === height);
	for (const lang of odd ? ['de'] : ['de', 'en']) {
		test(`every focus of the flagship is in view and uncovered at ${width}×${height} in ${lang}`, async ({
			page,
		}) => {
			test.setTimeout(240_000);
			await page.setViewportSize({ width, height });
			await page.goto(`/${lang}/two-days-in-china/`);
			await waitForIdle(page);
			const ids = await stepIds(page);
			expect(ids.length).toBeGreaterThanOrEqual(11);
			for (const id of ids) {
				await goToStep(page, id);
				expect(await misses(page), `${id} at ${width}×${height}`).toEqual([]);
			}
		});
	}
}

function stepIds(page: Page): Promise<string[]> {
	return page.locator('main section[id]').evaluateAll((sections) => sections.map(({ id }) => id));
}

/** The points of the focus that are not to be seen, and why. */
function misses(page: Page): Promise<string[]> {
	return page.evaluate(() => {
		const dateline = window.dateline!;
		const free = dateline.freeArea();
		const canvas = document.querySelector('.stage canvas')!;
		const overlays = [...document.querySelectorAll('header, .credit, .notice, a, button, summary')].filter(
			(element) => element.checkVisibility({ visibilityProperty: true }) && !element.closest('main'),
		);
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
