import { gzipSync } from 'node:zlib';
import { violations } from './axe';
import { expect, test } from './fixtures';

const NOWHERE = '/some/where/deep/that-is-not-there/';

// The browser itself reports the 404 of the page as an error.
test.use({ expectedProblems: /status of 404/ });

for (const colorScheme of ['light', 'dark'] as const)
	for (const contrast of ['no-preference', 'more'] as const)
		for (const viewport of [
			{ width: 1280, height: 800 },
			{ width: 390, height: 844 },
		])
			test(`the 404 page has no barrier, ${colorScheme}, contrast ${contrast}, ${viewport.width} px wide`, async ({
				page,
			}) => {
				await page.emulateMedia({ colorScheme, contrast });
				await page.setViewportSize(viewport);
				const response = await page.goto(NOWHERE);
				expect(response?.status()).toBe(404);
				expect(await violations(page)).toEqual([]);
				const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
				expect(wide).toBeLessThanOrEqual(0);
			});

test('the 404 page is one small file that asks for nothing', async ({ page }) => {
	const asked: string[] = [];
	page.on('request', (request) => asked.push(new URL(request.url()).pathname));
	const response = await page.goto(NOWHERE, { waitUntil: 'networkidle' });
	expect(asked).toEqual([NOWHERE]);
	const html = await response!.text();
	expect(html).not.toMatch(/<script|@import|url\((?!#)|src=/);
	expect(gzipSync(html).length).toBeLessThan(15 * 1024);
});

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });

	test('the 404 page speaks German and English and leads to the front page', async ({ page }) => {
		await page.goto(NOWHERE);
		await expect(page.getByRole('heading', { level: 1 })).toHaveText('Diese Seite gibt es nicht');
		await expect(page.locator('section[lang="en"] h2')).toHaveText('This page does not exist');
		const { background, ink } = await page.locator('body').evaluate((body) => ({
			background: getComputedStyle(body.parentElement!).backgroundColor,
			ink: getComputedStyle(body).color,
		}));
		expect(background, 'the inline style is let through').not.toBe('rgba(0, 0, 0, 0)');
		expect(ink).not.toBe('rgb(0, 0, 0)');
		await page.getByRole('link', { name: 'Front page' }).click();
		await expect(page).toHaveTitle(/^Dateline/);
	});
});
