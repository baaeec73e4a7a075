import type { Page } from 'playwright/test';
import { expect, test as base, waitForIdle, waitForScrollEnd } from './fixtures';

/** A story with `motion: scrub`; see its README. */
const STORY = '/en/round-the-world/';

const test = base.extend({
	baseURL: async ({}, use) => {
		await use(process.env.DATELINE_FIXTURE_URL);
	},
});

test.describe.configure({ timeout: 180_000 });
test.use({ relief: false });

/** A place is found as near as this, px: each look costs a map. */
const NEAR = 16;

/** Places on ways and in texts: on the date line, between globe and flat map, in a step that keeps the view before. */
const PLACES = [1.75, 3.3, 6.2, 6.9, 8.4];

test('the same scroll position shows the same picture, to the pixel, whichever way the reader came', async ({
	page,
}) => {
	await page.goto(STORY);
	await waitForIdle(page);
	const tops = new Map<number, number>();
	const first = new Map<number, Buffer>();
	for (const place of PLACES) {
		tops.set(place, await goTo(page, place));
		first.set(place, await picture(page));
	}
	for (const place of [...PLACES].reverse()) {
		await scrollTo(page, tops.get(place)!);
		expect((await picture(page)).equals(first.get(place)!), `at ${place}, from the other side`).toBe(true);
	}
	await page.reload();
	await waitForIdle(page); // until then the browser may put the page where it was
	await scrollTo(page, tops.get(6.2)!);
	expect((await picture(page)).equals(first.get(6.2)!), 'after a reload').toBe(true);
});

test.describe('without pictures', () => {
	test.use({ mapPicture: 'none' });

	test('keys, links, a fling and a resize in mid-way end where the reader is', async ({ page }) => {
		await page.goto(STORY);
		await waitForIdle(page);

		await page.keyboard.press('End');
		await expect.poll(() => where(page)).toBeGreaterThan(8);
		await isAtItsPlace(page);
		await page.keyboard.press('Home');
		await expect.poll(() => where(page)).toBe(0);
		await isAtItsPlace(page);
		for (let pages = 0; pages < 3; pages++) await page.keyboard.press('PageDown');
		await isAtItsPlace(page);

		await page.goto(`${STORY}#tokyo`);
		await expect(page.locator('[data-step]')).toHaveAttribute('data-step', 'tokyo');
		await isAtItsPlace(page);

		for (const delta of [4000, -2500, 1500]) await page.mouse.wheel(0, delta);
		await isAtItsPlace(page);

		await goTo(page, 6.75);
		await page.setViewportSize({ width: 1000, height: 700 });
		await isAtItsPlace(page);
		await page.setViewportSize({ width: 390, height: 844 });
		await isAtItsPlace(page);
	});

	test('nothing moves while a text is read, and a step that keeps the view moves nothing', async ({
		page,
	}) => {
		await page.goto(STORY);
		await waitForIdle(page);
		const cameras: unknown[] = [];
		for (const place of [2.2, 2.4, 3.1, 3.4]) {
			await goTo(page, place);
			cameras.push(await page.evaluate(() => window.dateline!.camera()));
		}
		expect(new Set(cameras.map((camera) => JSON.stringify(camera))).size).toBe(1);
	});

	test('a reader who wants no motion sees each step at rest', async ({ page }) => {
		await page.emulateMedia({ reducedMotion: 'reduce' });
		await page.goto(`${STORY}#tokyo`);
		await waitForIdle(page);
		const rested = await page.evaluate(() => window.dateline!.camera());
		await page.evaluate(() => scrollBy({ top: 200, behavior: 'instant' }));
		await waitForIdle(page);
		expect(
			await page.evaluate(() => ({ step: window.dateline!.step, camera: window.dateline!.camera() })),
		).toEqual({
			step: 'tokyo',
			camera: rested,
		});
	});
});

/** Scrolls until the reader is about where `progress` says, and gives the scroll position. */
async function goTo(page: Page, progress: number): Promise<number> {
	const top = await page.evaluate(
		async ({ wanted, NEAR }) => {
			let [low, high] = [0, document.documentElement.scrollHeight];
			while (high - low > NEAR) {
				const middle = Math.round((low + high) / 2);
				window.scrollTo({ top: middle, behavior: 'instant' });
				await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
				if (window.dateline!.progress < wanted) low = middle;
				else high = middle;
			}
			return high;
		},
		{ wanted: progress, NEAR },
	);
	await scrollTo(page, top);
	return top;
}

async function scrollTo(page: Page, top: number): Promise<void> {
	await page.evaluate(
		(to) =>
			new Promise((resolve) => {
				window.scrollTo({ top: to, behavior: 'instant' });
				requestAnimationFrame(() => requestAnimationFrame(resolve));
			}),
		top,
	);
	await waitForIdle(page);
}

function where(page: Page): Promise<number> {
	return page.evaluate(() => window.dateline!.progress);
}

/** That the map shows what a reader sees who opens the page at this scroll position, whatever came before. */
async function isAtItsPlace(page: Page): Promise<void> {
	await waitForScrollEnd(page);
	await waitForIdle(page);
	const seen = () =>
		page.evaluate(() => ({ progress: window.dateline!.progress, camera: window.dateline!.camera() }));
	const before = await seen();
	await page.evaluate(() => dispatchEvent(new Event('resize')));
	await waitForIdle(page);
	expect(await seen()).toEqual(before);
	await page.reload();
	await waitForIdle(page);
	const after = await seen();
	expect(after.progress).toBeCloseTo(before.progress, 2);
	expect(after.camera!.zoom).toBeCloseTo(before.camera!.zoom, 1);
	expect(after.camera!.center.lat).toBeCloseTo(before.camera!.center.lat, 0);
}

/** The map without the words over it. */
async function picture(page: Page): Promise<Buffer> {
	await waitForIdle(page);
	return page.screenshot({ clip: { x: 520, y: 90, width: 740, height: 640 } });
}
