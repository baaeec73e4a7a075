import type { Page } from 'playwright/test';
import { goToStep, test, waitForIdle } from './fixtures';
import { expect, expectStandIn, scrollToStep, STORY } from './stand-in';

test.use({ mapPicture: 'none', relief: false });

interface Slow {
	/** What each frame seems to take beyond what it does take, ms. */
	more: number;
	/** All widths that the map's canvas has had, px. */
	widths: number[];
}

/** Lets a page believe that its frames take longer: their timestamps run ahead. */
async function slowFrames(page: Page): Promise<void> {
	await page.addInitScript(() => {
		const slow: Slow = { more: 0, widths: [] };
		Object.assign(window, { slow });
		const ask = window.requestAnimationFrame.bind(window);
		let [ahead, at] = [0, 0];
		window.requestAnimationFrame = (callback) =>
			ask((now) => {
				if (now !== at) ahead += slow.more;
				at = now;
				callback(now + ahead);
			});
		new MutationObserver((changes) => {
			for (const { target } of changes)
				if (target instanceof HTMLCanvasElement) slow.widths.push(target.width);
		}).observe(document, { subtree: true, attributeFilter: ['width'] });
	});
}

const set = (page: Page, more: number) =>
	page.evaluate((ms) => {
		const { slow } = window as unknown as { slow: Slow };
		Object.assign(slow, { more: ms, widths: [] });
	}, more);
const widths = (page: Page) => page.evaluate(() => (window as unknown as { slow: Slow }).slow.widths);
const width = (page: Page) =>
	page.locator('.stage canvas').evaluate((canvas: HTMLCanvasElement) => canvas.width);

test('what nobody sees yet is drawn coarsely, the first picture that is seen as fine as the screen', async ({
	page,
}) => {
	await page.addInitScript(() => {
		const ratios: { before: number[]; seen?: number } = { before: [] };
		Object.assign(window, { ratios });
		new MutationObserver(() => {
			const canvas = document.querySelector<HTMLCanvasElement>('.stage canvas');
			if (!canvas || ratios.seen) return;
			const ratio = canvas.width / canvas.clientWidth;
			if (document.querySelector('.story.live')) ratios.seen = ratio;
			else ratios.before.push(ratio);
		}).observe(document, { subtree: true, childList: true, attributes: true });
	});
	await page.goto(STORY);
	await waitForIdle(page);
	const { before, seen } = await page.evaluate(
		() => (window as unknown as { ratios: { before: number[]; seen?: number } }).ratios,
	);
	expect(Math.min(...before)).toBeCloseTo(0.25, 2);
	expect(seen).toBeCloseTo(await page.evaluate(() => devicePixelRatio), 2);
});

test.describe(() => {
	test.use({ deviceScaleFactor: 0.25 });

	test('the map comes to a page that is zoomed out so far that it is drawn as coarsely anyway', async ({
		page,
	}) => {
		await page.goto(STORY);
		await waitForIdle(page);
	});
});

test('slow frames give the map half its resolution while it flies, all of it at rest, and in the end the still map', async ({
	page,
}) => {
	await slowFrames(page);
	await page.goto(STORY);
	await waitForIdle(page);
	const whole = await width(page);
	await goToStep(page, 'talks');
	expect(await width(page), 'at rest').toBe(whole);

	await set(page, 200);
	await goToStep(page, 'declaration');
	await goToStep(page, 'harbin');
	expect(await widths(page), 'under way').toContain(whole / 2);
	expect(await width(page), 'at rest').toBe(whole);

	await set(page, 4000);
	for (const step of ['talks', 'declaration', 'harbin', 'talks', 'declaration']) {
		await scrollToStep(page, step);
		await page.waitForFunction(() =>
			['idle', 'still'].includes(document.querySelector<HTMLElement>('[data-map]')!.dataset.map!),
		);
	}
	await expectStandIn(page, 'declaration');
	await expect(page.getByRole('status')).toHaveText('');
});
