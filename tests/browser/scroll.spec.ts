import { createHash } from 'node:crypto';
import type { Page } from 'playwright/test';
import { projector } from '../../src/lib/geo/index';
import { expect, goToStep, test, waitForIdle } from './fixtures';

const STORY = '/de/two-days-in-china/';

test.describe('with reduced motion', () => {
	test.use({ contextOptions: { reducedMotion: 'reduce' } });

	test('the picture at a step is the same whichever way the reader came', async ({ page }) => {
		await page.goto(STORY);
		await waitForIdle(page);
		await goToStep(page, 'nato');
		const first = await picture(page);
		for (const id of ['heilongjiang', 'cover', 'missiles-europe', 'nato']) await goToStep(page, id);
		expect(await picture(page)).toEqual(first);

		await page.goto(`${STORY}#nato`);
		await waitForIdle(page);
		await expect.poll(() => picture(page)).toEqual(first);
	});

	test.describe(() => {
		test.use({ mapPicture: 'none' });

		test('the framing maths puts points where MapLibre puts them', async ({ page }) => {
			await page.goto(STORY);
			await waitForIdle(page);
			for (const id of ['declaration', 'missiles-europe', 'heilongjiang']) {
				await goToStep(page, id);
				const { camera, screen, seen } = await page.evaluate(() => {
					const dateline = window.dateline!;
					const canvas = document.querySelector('.stage canvas')!.getBoundingClientRect();
					return {
						camera: dateline.camera()!,
						screen: { width: canvas.width, height: canvas.height },
						seen: dateline
							.focus()
							.map((point) => ({ point, at: dateline.project(point), left: canvas.left, top: canvas.top })),
					};
				});
				const project = projector(camera, screen);
				for (const { point, at, left, top } of seen) {
					const expected = project(point);
					expect(
						Math.hypot(at.x - left - expected.x, at.y - top - expected.y),
						`${id} ${JSON.stringify(point)}`,
					).toBeLessThan(1);
				}
			}
		});

		test('a deep link opens its step, and reload and back keep text and map together', async ({ page }) => {
			await page.goto(`${STORY}#harbin`);
			await waitForIdle(page);
			await expect(page.locator('[data-step]')).toHaveAttribute('data-step', 'harbin');
			await expect(page.locator('#harbin h2')).toBeInViewport();

			await page.reload();
			await waitForIdle(page);
			await expect(page.locator('[data-step]')).toHaveAttribute('data-step', 'harbin');

			await goToStep(page, 'farewell');
			await expect(page).toHaveURL(/#farewell$/);
			await page.goto('/de/');
			await page.goBack();
			await waitForIdle(page);
			await expect(page.locator('[data-step]')).toHaveAttribute('data-step', 'farewell');
			await expect(page.locator('#farewell h2')).toBeInViewport();
		});

		test('the address follows the reader without filling the history', async ({ page }) => {
			await page.goto(STORY);
			await waitForIdle(page);
			const before = await page.evaluate(() => history.length);
			for (const id of ['talks', 'nato', 'harbin']) {
				await goToStep(page, id);
				await expect(page).toHaveURL(new RegExp(`#${id}$`));
			}
			expect(await page.evaluate(() => history.length)).toBe(before);
		});

		test('turning the phone keeps step and map together', async ({ page }) => {
			await page.setViewportSize({ width: 390, height: 844 });
			await page.goto(`${STORY}#harbin`);
			await waitForIdle(page);
			for (const size of [
				{ width: 844, height: 390 },
				{ width: 390, height: 844 },
			]) {
				await page.setViewportSize(size);
				await expect
					.poll(() => page.evaluate(() => document.querySelector('canvas')?.clientWidth))
					.toBe(size.width);
				await waitForIdle(page);
				await expect(page.locator('[data-step]')).toHaveAttribute('data-step', 'harbin');
				await expect(page.locator('#harbin [data-card]')).toBeInViewport();
				const hidden = await page.evaluate(() =>
					window.dateline!.focus().filter((point) => !window.dateline!.project(point).visible),
				);
				expect(hidden).toEqual([]);
			}
		});

		for (const width of [390, 1280]) {
			test(`the other language opens at the same step on a window ${width} px wide`, async ({ page }) => {
				await page.setViewportSize({ width, height: 844 });
				await page.goto(`${STORY}#heilongjiang`);
				await waitForIdle(page);
				await page.locator('header summary').click();
				await page.locator('header .panel a[hreflang=en]').click();
				await expect(page).toHaveURL(/\/en\/two-days-in-china\/#heilongjiang$/);
				await waitForIdle(page);
				await expect(page.locator('html')).toHaveAttribute('lang', 'en');
				await expect(page.locator('[data-step]')).toHaveAttribute('data-step', 'heilongjiang');
			});
		}
	});

	test('a route is drawn with the scroll position, forwards and back', async ({ page }) => {
		test.slow();
		await page.emulateMedia({ reducedMotion: 'no-preference' });
		await page.goto(`${STORY}#north`);
		await waitForIdle(page);
		const at = async (offset: number) => {
			await page.evaluate((top) => {
				const card = document.querySelector('#north [data-card]')!.getBoundingClientRect();
				scrollBy({ top: card.top - innerHeight * 0.62 + top, behavior: 'instant' });
			}, offset);
			await page.evaluate(
				() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
			);
			await expect(page.locator('[data-step]')).toHaveAttribute('data-step', 'north');
			await waitForIdle(page);
			return page.locator('.stage').screenshot({ animations: 'disabled' });
		};
		const early = await at(60);
		const late = await at(300);
		expect(late.equals(early)).toBe(false);
		expect((await at(60)).equals(early)).toBe(true);
	});
});

test('a flight ends at rest, and the page says so by attribute, event and mark', async ({ page }) => {
	await page.goto(STORY);
	await waitForIdle(page);
	expect(await page.evaluate(() => performance.getEntriesByName('map-idle').length)).toBe(1);
	const events = page.evaluate(
		() =>
			new Promise<string[]>((resolve) => {
				const seen: string[] = [];
				window.dateline!.on('step', (step) => seen.push(`step ${step}`));
				window.dateline!.on('idle', (step) => {
					seen.push(`idle ${step}`);
					resolve(seen);
				});
			}),
	);
	await goToStep(page, 'talks');
	expect(await events).toEqual(['step talks', 'idle talks']);
});

test('a flight that is overtaken by the reader ends at the last step', async ({ page }) => {
	await page.goto(STORY);
	await waitForIdle(page);
	await page.evaluate(() => document.getElementById('harbin')!.scrollIntoView());
	await page.waitForFunction(
		() => document.querySelector<HTMLElement>('[data-map]')?.dataset.map === 'moving',
	);
	await goToStep(page, 'farewell');
	const flown = await camera(page);
	await page.emulateMedia({ reducedMotion: 'reduce' });
	await page.goto(`${STORY}#farewell`);
	await page.reload();
	await waitForIdle(page);
	expect(await camera(page)).toEqual(flown);
});

test('a flight between globe and flat map dissolves one into the other, and leaves nothing of it', async ({
	page,
}) => {
	await page.goto(`${STORY}#neutrality`);
	await waitForIdle(page);
	await page.evaluate(() => {
		const seen = (window as { seen?: string[] }).seen ?? [];
		Object.assign(window, { seen });
		new MutationObserver((changes) => {
			for (const { addedNodes } of changes)
				for (const node of addedNodes) if (node.nodeName === 'CANVAS') seen.push(window.dateline!.step);
		}).observe(document.querySelector('.stage')!, { childList: true });
	});
	const copies = () => page.evaluate(() => (window as { seen?: string[] }).seen!);
	await goToStep(page, 'missiles-europe');
	expect(await copies()).toEqual(['missiles-europe']);
	await expect(page.locator('.stage canvas')).toHaveCount(1);
	expect((await camera(page)).camera!.projection).toBe('flat');

	// Overtaken by another flight, the copy goes as well.
	await page.evaluate(() => document.getElementById('neutrality')!.scrollIntoView());
	await goToStep(page, 'heilongjiang');
	await expect(page.locator('.stage canvas')).toHaveCount(1);
	expect((await camera(page)).camera!.projection).toBe('globe');
});

/** What the reader sees at rest, to the pixel, and the camera behind it. */
async function picture(page: Page) {
	const pixels = createHash('sha256')
		.update(await page.screenshot())
		.digest('hex');
	return { ...(await camera(page)), pixels };
}

function camera(page: Page) {
	return page.evaluate(() => ({ step: window.dateline!.step, camera: window.dateline!.camera() }));
}
