import { expect, test, waitForIdle } from './fixtures';

const STORY = '/de/two-days-in-china/';

test.use({ contextOptions: { reducedMotion: 'reduce' }, mapPicture: 'none' });

test('the address bar of a phone does not resize the canvas', async ({ page }) => {
	await page.setViewportSize({ width: 390, height: 700 });
	await page.goto(STORY);
	await waitForIdle(page);
	const units = await page.locator('.stage').evaluate((stage) => ({
		height: stage.clientHeight,
		svh: CSS.supports('height', '1svh'),
	}));
	expect(units.svh).toBe(true);
	expect(Math.abs(units.height - 700 * 0.42)).toBeLessThan(2);
});

test('a printed story has the still of every step, each once', async ({ page }) => {
	await page.goto(STORY);
	await waitForIdle(page);
	await page.emulateMedia({ media: 'print' });
	const stills = page.locator('main section[id] .still img');
	expect(await stills.count()).toBeGreaterThanOrEqual(11);
	for (const still of await stills.all()) await expect(still).toBeVisible();
	const tops = await stills.evaluateAll((all) => all.map((image) => image.getBoundingClientRect().top));
	expect(new Set(tops).size).toBe(tops.length);
	await expect(page.locator('.stage')).toBeHidden();
});
