import type { Page } from 'playwright/test';
import { violations } from './axe';
import { expect, goToStep, observeShifts, scrollToStep, test, waitForIdle } from './fixtures';
import { focusMisses, stepIds } from './framing';
import { withoutMap } from './slides';

/** Original, a language without words of the interface, and one from right to left. */
const LANGUAGES = ['en', 'fr', 'ar'] as const;
const address = (lang: string) => `/${lang}/suez-canal/`;

test.use({
	baseURL: async ({}, use) => {
		await use(process.env.DATELINE_FIXTURE_URL);
	},
	contextOptions: { reducedMotion: 'reduce' },
	mapPicture: 'none',
	relief: false,
});

for (const lang of LANGUAGES) {
	test.describe(`the story of every construct, in ${lang}`, () => {
		test('says its language and direction', async ({ page }) => {
			await page.goto(address(lang));
			await expect(page.locator('html')).toHaveAttribute('lang', lang);
			await expect(page.locator('html')).toHaveAttribute('dir', lang === 'ar' ? 'rtl' : 'ltr');
		});

		test('never scrolls sideways, wide tables do so by themselves', async ({ page }) => {
			for (const where of [address(lang), `/${lang}/`]) {
				await page.goto(where);
				for (const width of [320, 390, 1280]) {
					await page.setViewportSize({ width, height: 800 });
					expect(await sideways(page), `${where} at ${width} px`).toEqual([]);
				}
			}
		});

		test('loads its images late, in a fitting size, and moves nothing by it', async ({ page }) => {
			test.slow();
			const shifts = await observeShifts(page);
			const asked: string[] = [];
			page.on('request', (request) => asked.push(new URL(request.url()).pathname));
			await page.goto(address(lang));
			await waitForIdle(page);
			const far = /across-\d+\.webp/;
			expect(asked.filter((path) => far.test(path))).toEqual([]);

			// What faces move that come after the text is another matter.
			await page.evaluate(() => document.fonts.ready);
			await shifts();
			const images = page.locator('.prose img');
			await expect(images).toHaveCount(4);
			for (const image of await images.all()) {
				await expect(image).toHaveAttribute('loading', 'lazy');
				await image.scrollIntoViewIfNeeded();
				await expect
					.poll(() => image.evaluate((img: HTMLImageElement) => img.naturalWidth))
					.toBeGreaterThan(0);
				const { shown, chosen, smallest, rate } = await image.evaluate((img: HTMLImageElement) => ({
					shown: img.clientWidth,
					chosen: Number(/-(\d+)\.webp/.exec(img.currentSrc)?.[1]),
					smallest: Math.min(...[...img.srcset.matchAll(/ (\d+)w/g)].map(([, width]) => Number(width))),
					rate: devicePixelRatio,
				}));
				expect(chosen).toBeGreaterThanOrEqual(Math.min(shown * rate, 1200) - 1);
				expect(chosen, 'far more than is shown').toBeLessThanOrEqual(Math.max(smallest, 2 * shown * rate));
			}
			expect(
				(await shifts()).filter((shift) => shift.includes('main')),
				'the text moved',
			).toEqual([]);
		});

		if (lang === 'fr') return;

		test('leads from a footnote to its note and back, and stays in its step', async ({ page }) => {
			test.slow();
			await withoutMap(page);
			for (const viewport of [
				{ width: 1280, height: 800 },
				{ width: 390, height: 844 },
			]) {
				await page.setViewportSize(viewport);
				await page.goto(address(lang));
				for (const id of ['deeper', 'suez']) {
					await scrollToStep(page, id);
					const step = page.locator('[data-step]');
					await page.locator(`#${id} .footnote`).first().click();
					const note = page.locator(`#${id} .footnotes li`).first();
					await expect(note).toBeInViewport({ ratio: 1 });
					await expect(step, `${id}, at its note`).toHaveAttribute('data-step', id);
					await note.locator('.back').first().click();
					await expect(page.locator(`#${id} .footnote`).first()).toBeInViewport({ ratio: 1 });
					await expect(step, `${id}, back in the text`).toHaveAttribute('data-step', id);
				}
			}
		});

		if (lang !== 'en') return;

		test('leads within the page, marks its places, and draws what each step draws', async ({ page }) => {
			await page.goto(address(lang));
			await waitForIdle(page);
			await goToStep(page, 'seas');
			expect(await page.locator('#seas .place').count()).toBeGreaterThanOrEqual(2);
			await expect(page.locator('#seas .key li')).toHaveCount(1);
			await page.locator('#seas .prose a[href="#suez"]').click();
			await waitForIdle(page);
			await expect(page.locator('[data-step]')).toHaveAttribute('data-step', 'suez');
			await expect(page.locator('#suez .key li')).toHaveCount(3);
			await expect(page.locator('#lakes .key li')).toHaveCount(3);
			await expect(page.locator('#six-days .footnotes li')).toHaveAttribute('value', '4');
			await expect(page.locator('#six-days .prose a[href^="https:"]')).toHaveCount(1);
		});

		test('moves the map where a step has no words', async ({ page }) => {
			await page.goto(address(lang));
			await waitForIdle(page);
			await expect(page.locator('nav ol a[href="#out"]')).toHaveCount(0);
			await expect(page.locator('#out h2')).toHaveClass(/visually-hidden/);
			await goToStep(page, 'lakes');
			const near = await page.evaluate(() => window.dateline!.camera()!.zoom);
			await goToStep(page, 'out');
			const far = await page.evaluate(() => window.dateline!.camera()!.zoom);
			expect(far).toBeLessThan(near - 2);
		});
	});
}

for (const [lang, colorScheme, contrast] of [
	['en', 'light', 'system'],
	['en', 'dark', 'more'],
	['ar', 'dark', 'system'],
	['ar', 'light', 'more'],
] as const)
	test(`axe finds nothing to object to in ${lang}, ${colorScheme}, contrast ${contrast}`, async ({
		page,
	}) => {
		test.slow();
		await page.addInitScript(
			(settings) => localStorage.setItem('dateline-settings', settings),
			JSON.stringify({ contrast }),
		);
		await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
		await page.goto(`/${lang}/`);
		expect(await violations(page), 'front page').toEqual([]);
		await page.goto(address(lang));
		await waitForIdle(page);
		await goToStep(page, 'deeper');
		await page.locator('.bar summary').click();
		expect(await violations(page), 'table and menu').toEqual([]);
	});

for (const [width, height] of [
	[1280, 800],
	[844, 390],
	[390, 844],
] as const)
	test(`every focus is in view and uncovered from right to left at ${width}×${height}`, async ({ page }) => {
		test.setTimeout(240_000);
		await page.setViewportSize({ width, height });
		await page.goto(address('ar'));
		await waitForIdle(page);
		const ids = await stepIds(page);
		expect(ids).toHaveLength(9);
		for (const id of ids) {
			await scrollToStep(page, id);
			expect(await focusMisses(page), `${id} at ${width}×${height}`).toEqual([]);
		}
	});

test('from right to left the sheet lies at the right, the map at its left, and the rail runs to the left', async ({
	page,
}) => {
	await page.goto(address('ar'));
	await waitForIdle(page);
	await goToStep(page, 'port-said');
	const at = async (id: string) => {
		await goToStep(page, id);
		return page.evaluate((step) => {
			const card = document.querySelector(`#${step} [data-card]`)!.getBoundingClientRect();
			const [tick, dot, line] = [`.rail li:has([href="#${step}"])`, '.rail .dot', '.rail .line'].map((part) =>
				document.querySelector(part)!.getBoundingClientRect(),
			) as [DOMRect, DOMRect, DOMRect];
			return { card, free: window.dateline!.freeArea(), tick, dot: dot.left + dot.width / 2, line };
		}, id);
	};
	for (const id of ['port-said', 'lakes']) {
		const { card, free, tick, dot, line } = await at(id);
		expect(card.right).toBe(1280);
		expect(free.left).toBe(0);
		expect(free.right).toBeLessThanOrEqual(card.left);
		expect(Math.abs(dot - line.left)).toBeLessThan(1);
		expect(line.right).toBe(free.right);
		expect(dot).toBeLessThanOrEqual(tick.right + 1);
		expect(dot).toBeGreaterThanOrEqual(tick.left - 1);
	}
});

test('words of the interface that a language lacks are English, and say so', async ({ page }) => {
	await page.goto(address('ar'));
	const minutes = page.locator('.facts span[lang="en"]').first();
	await expect(minutes).toHaveText(/min read$/);
	await expect(minutes).toHaveAttribute('dir', 'ltr');
	await page.goto(address('en'));
	await expect(page.locator('.facts [lang]')).toHaveCount(0);
});

/** What makes the document wider than the window; a table that is wider than its region is fine. */
function sideways(page: Page): Promise<string[]> {
	return page.evaluate(() => {
		const { scrollWidth, clientWidth } = document.documentElement;
		const wide = [...document.querySelectorAll('.table')].filter((region) => {
			const { left, right } = region.getBoundingClientRect();
			return left < -1 || right > clientWidth + 1 || getComputedStyle(region).overflowX !== 'auto';
		});
		return [
			...(scrollWidth > clientWidth ? [`document: ${scrollWidth} > ${clientWidth}`] : []),
			...wide.map((region) => `table: ${region.getAttribute('aria-label')}`),
		];
	});
}
