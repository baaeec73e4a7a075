import type { Page } from 'playwright/test';
import { violations } from './axe';
import { expect, test } from './fixtures';

test.use({ reducedMotion: 'reduce' });

const HARBIN = '45.75° N 126.65° E';

/** Waits until the map rests at a place, as the line at its foot says it. */
async function rest(page: Page, at: string): Promise<void> {
	await expect(page.locator('footer')).toContainText(at);
	await expect(page.locator('[data-map]')).toHaveAttribute('data-map', 'idle', { timeout: 45_000 });
}

const search = (page: Page) => page.getByRole('combobox', { name: 'Place' });

test.describe('search', () => {
	test.use({ mapPicture: 'none', viewport: { width: 1000, height: 700 } });

	test('finds Harbin in four languages, and the map goes there', async ({ page }) => {
		const tables: string[] = [];
		page.on('request', (request) => request.url().endsWith('.tsv') && tables.push(request.url()));
		await page.goto('/world/');
		await rest(page, '30.00° N');
		expect(tables, 'the gazetteer comes when it is asked for').toEqual([]);
		for (const [language, name] of [
			['Deutsch', 'Charbin'],
			['English', 'Harbin'],
			['中文', '哈爾濱'],
			['Русский', 'Харбине'],
		] as const) {
			await page.goto('/world/#at=0,0,2');
			await rest(page, '0.00° N');
			await page.getByRole('radio', { name: language }).check({ force: true });
			await search(page).fill(name);
			await page.getByRole('option', { name: /city/ }).click();
			await rest(page, HARBIN);
			await expect(page).toHaveURL(/#.*at=45\.75,126\.65,/);
			await expect(page.getByRole('region', { name: 'What the gazetteer knows' })).toContainText(
				'geonames:2037013',
			);
		}
		expect(tables).toHaveLength(2);
	});

	test('needs no mouse, and asks what was meant', async ({ page }) => {
		await page.goto('/world/#at=0,0,2');
		await rest(page, '0.00° N');
		await page.getByRole('button', { name: 'Map alone' }).focus();
		await page.keyboard.press('Tab');
		await expect(search(page)).toBeFocused();
		await page.keyboard.type('Habrin');
		await expect(page.getByRole('status')).toContainText('No place is called “Habrin”. Did you mean');
		await expect(search(page)).toHaveAttribute('aria-expanded', 'true');
		await page.keyboard.press('Escape');
		await expect(search(page)).toHaveAttribute('aria-expanded', 'false');
		await page.keyboard.press('ArrowDown');
		await expect(page.getByRole('option').first()).toHaveAttribute('aria-selected', 'true');
		await page.keyboard.press('Enter');
		await rest(page, HARBIN);
		await search(page).fill('Georgia');
		await expect(page.getByRole('option').first()).toBeVisible();
		await expect(page.getByRole('status')).toContainText(/place/);
		await search(page).fill('xqzwxqzwxq');
		await expect(page.getByRole('status')).toContainText('nothing sounds like it');
	});

	for (const [name, viewport, theme] of [
		['wide and light', { width: 1000, height: 700 }, 'light'],
		['narrow and dark', { width: 390, height: 844 }, 'dark'],
	] as const)
		test(`is open to all, ${name}`, async ({ page }) => {
			await page.setViewportSize(viewport);
			await page.goto(`/world/#theme=${theme}`);
			await rest(page, '30.00° N');
			await search(page).fill('Harbin');
			await page.getByRole('option').first().waitFor();
			expect(await violations(page)).toEqual([]);
			await page.keyboard.press('Enter');
			await rest(page, HARBIN);
			expect(await violations(page)).toEqual([]);
			const isScrolled = () => document.documentElement.scrollWidth > innerWidth;
			expect(await page.evaluate(isScrolled)).toBe(false);
		});
});

test.describe('what is typed before the script has come', () => {
	test.use({ mapPicture: 'none' });

	test('is searched when it comes', async ({ page }) => {
		let come = () => {};
		const typed = new Promise<void>((resolve) => (come = resolve));
		await page.route('**/_app/immutable/entry/*.js', async (route) => {
			await typed;
			await route.continue();
		});
		await page.goto('/world/', { waitUntil: 'commit' });
		await search(page).fill('Harbin');
		come();
		await expect(page.getByRole('option', { name: /Harbin/ })).toBeVisible();
	});
});

test.describe('what does not come', () => {
	test.use({ mapPicture: 'none', expectedProblems: /Failed to load resource/ });

	test('is said, and asked for again: the archive', async ({ page }) => {
		await page.route('**/*.pmtiles', (route) => route.abort());
		await page.goto('/world/');
		await expect(page.getByRole('alert')).toContainText('The map cannot be drawn');
		await page.unroute('**/*.pmtiles');
		await page.getByRole('alert').getByRole('button').click();
		await rest(page, '30.00° N');
		await expect(page.getByRole('alert')).toHaveCount(0);
	});

	test('is said, and asked for again: the gazetteer', async ({ page, context }) => {
		await context.route('**/names.*.tsv', (route) => route.fulfill({ status: 404 }));
		await page.goto('/world/');
		await search(page).fill('Harbin');
		await expect(page.getByRole('status')).toContainText('did not load');
		await context.unroute('**/names.*.tsv');
		await page.getByRole('button', { name: 'Try again' }).click();
		await expect(page.getByRole('option', { name: /Harbin/ })).toBeVisible();
	});
});

/**
 * The visual test of the basemap. After a change that is meant, look at the new pictures and keep them:
 * `npm run world:pictures`.
 */
const PICTURES = {
	'heilongjiang-de': 'lang=de&theme=light&at=47.5,128,4.7',
	'crimea-en-flat': 'lang=en&projection=flat&theme=light&at=46,34.5,5.2',
	'kashmir-en-dark': 'lang=en&projection=flat&theme=dark&at=34.5,76.5,5',
	'western-sahara-de': 'lang=de&theme=light&at=25,-12,4.6',
	'taiwan-en-dark': 'lang=en&theme=dark&at=24,120.5,5.2',
	'far-east-ru-flat': 'lang=ru&projection=flat&theme=light&at=57,140,3.2',
	'caucasus-de-dark': 'lang=de&projection=flat&theme=dark&at=42.5,44,5',
	'north-pole-en': 'lang=en&theme=light&at=85,20,-1.5',
	'south-pole-de-dark': 'lang=de&theme=dark&at=-85,0,-1.5',
	'date-line-en-flat': 'lang=en&projection=flat&theme=light&at=0,180,2.2',
	'world-zh': 'lang=zh&theme=light&at=30,100,1.3',
	'world-en-flat-dark': 'lang=en&projection=flat&theme=dark&at=20,10,0.7',
};

/** Other systems set letters otherwise; land and water differ so little that they pass for the same at twice the threshold. */
const TOLERANCE = { threshold: 0.05, maxDiffPixelRatio: 0.03 };

test.describe('the world', () => {
	test.use({ viewport: { width: 800, height: 600 } });

	test('looks as it did', async ({ page }) => {
		for (const [name, view] of Object.entries(PICTURES)) {
			await page.goto(`/world/#${view}&panel=off`);
			const [lat, lon] = /at=([^,]+),([^,]+)/
				.exec(view)!
				.slice(1)
				.map((number) => Math.abs(Number(number)).toFixed(2));
			await rest(page, `${lat}°`);
			await expect(page.locator('footer')).toContainText(`${lon}°`);
			await expect.soft(page).toHaveScreenshot(`${name}.png`, TOLERANCE);
		}
	});
});
