import { join } from 'node:path';
import { serve, type Served } from '../../src/cli/serve.ts';
import { expect, goToStep, test as base, waitForIdle } from './fixtures';

const BASE = '/some/deep/folder/';

const test = base.extend<{ site: Served }>({
	site: async ({}, use) => {
		const site = await serve({
			port: 0,
			dir: join(import.meta.dirname, '..', '..', 'build'),
			base: BASE,
		});
		await use(site);
		await site.close();
	},
	// The guard watches the origin of this one.
	baseURL: async ({ site }, use) => {
		await use(site.url);
	},
});

test.use({ contextOptions: { reducedMotion: 'reduce' }, mapPicture: 'none' });

test('the whole site works below a folder, and asks for nothing outside of it', async ({ page, site }) => {
	test.slow();
	const asked: { path: string; status: number }[] = [];
	page.context().on('response', (response) => {
		const { protocol, pathname } = new URL(response.url());
		if (protocol === 'http:') asked.push({ path: pathname, status: response.status() });
	});

	await page.goto(site.url);
	await expect(page.locator('.map img').first()).toHaveJSProperty('complete', true);
	expect(await page.locator('.map img').first().evaluate(naturalWidth)).toBeGreaterThan(0);

	await page.locator('article h1 a').click();
	await expect(page).toHaveURL(`${site.url}de/two-days-in-china/`);
	await waitForIdle(page);
	await goToStep(page, 'north');

	await page.locator('a[hreflang="en"]:visible').first().click();
	await expect(page.locator('html')).toHaveAttribute('lang', 'en');
	expect(new URL(page.url()).pathname).toBe(`${BASE}en/two-days-in-china/`);
	await page.reload();
	await waitForIdle(page);

	for (const file of ['share.png', 'shapes.json', 'stills/cover-3x2.svg', 'stills/north-4x5.svg']) {
		const response = await page.request.get(new URL(file, page.url().replace(/#.*/, '')).href);
		expect(response.status(), file).toBe(200);
	}
	for (const wanted of [/shapes\.json$/, /\.pmtiles$/, /\.woff2$/, /cover-.*\.svg$/, /front-.*\.svg$/])
		expect(
			asked.some(({ path }) => wanted.test(path)),
			`asked for ${wanted}`,
		).toBe(true);
	expect(asked.filter(({ path }) => !path.startsWith(BASE))).toEqual([]);
	expect(asked.filter(({ status }) => status >= 400)).toEqual([]);
});

test('a page asked for without its slash is redirected within the folder', async ({ request, site }) => {
	const response = await request.get(`${site.url}de/two-days-in-china`, { maxRedirects: 0 });
	expect(response.status()).toBe(308);
	expect(response.headers()['location']).toBe(`${BASE}de/two-days-in-china/`);
});

function naturalWidth(image: Element): number {
	return (image as HTMLImageElement).naturalWidth;
}
