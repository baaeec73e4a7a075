import { expect, test, waitForIdle } from './fixtures';

const STORY = '/de/two-days-in-china/';

test.describe('when the map cannot be drawn', () => {
	test('the still map stands in and all text is there without WebGL', async ({ page }) => {
		await page.addInitScript(() => {
			const original = HTMLCanvasElement.prototype.getContext;
			HTMLCanvasElement.prototype.getContext = function (
				this: HTMLCanvasElement,
				kind: string,
				...rest: unknown[]
			) {
				return kind.startsWith('webgl')
					? null
					: (original as (...args: unknown[]) => unknown).call(this, kind, ...rest);
			} as typeof original;
		});
		await page.goto(STORY);
		await expect(page.getByRole('status')).toContainText('Standbild');
		await expect(page.locator('[data-map]')).toHaveAttribute('data-map', 'still');
		await expect(page.locator('#cover img')).toBeVisible();
		await page.locator('#harbin').scrollIntoViewIfNeeded();
		await expect(page.locator('#harbin img')).toBeVisible();
		await expect(page.locator('[data-step]')).toHaveAttribute('data-step', 'harbin');
	});
});

test.describe('when the archive is missing', () => {
	test.use({ expectedProblems: /404|Failed to load resource/ });

	test('the still map stands in, and the text is untouched', async ({ page }) => {
		await page.route('**/*.pmtiles', (route) => route.fulfill({ status: 404, body: '' }));
		await page.goto(STORY);
		await expect(page.getByRole('status')).toContainText('Standbild');
		await expect(page.locator('[data-map]')).toHaveAttribute('data-map', 'still');
		await expect(page.locator('#cover img')).toBeVisible();
	});
});

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

test('a still is fetched only when it is to be seen', async ({ page }) => {
	const fetched: string[] = [];
	page.on('request', (request) => {
		if (request.url().endsWith('.svg')) fetched.push(new URL(request.url()).pathname.split('/').at(-1)!);
	});
	await page.goto(STORY);
	await waitForIdle(page);
	expect(fetched.filter((name) => name.startsWith('cover'))).toHaveLength(1);
	expect(fetched.filter((name) => /^(harbin|heilongjiang|north)/.test(name))).toEqual([]);
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
