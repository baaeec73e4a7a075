import type { Page } from 'playwright/test';
import { expect, goToStep, test, waitForIdle } from './fixtures';
import { focusMisses } from './framing';

const STORY = '/de/two-days-in-china/';

test.use({ contextOptions: { reducedMotion: 'reduce' }, mapPicture: 'none' });

/** The parts of the world's archive that a page asks for, as they come. */
function partsAskedFor(page: Page): string[] {
	const asked: string[] = [];
	page.on('request', (request) => {
		const { range } = request.headers();
		if (/world-\w+\.pmtiles$/.test(request.url()) && range) asked.push(range);
	});
	return asked;
}

async function saveData(page: Page): Promise<void> {
	await page.addInitScript(() => {
		Object.defineProperty(navigator, 'connection', { value: { saveData: true }, configurable: true });
	});
}

test('The tiles of the next step are fetched while this one is read, once, and none for a reader who saves data', async ({
	page,
	context,
}) => {
	test.slow();
	const saving = await context.newPage();
	await saveData(saving);
	const wanted = partsAskedFor(saving);
	await saving.goto(`${STORY}#farewell`);
	await waitForIdle(saving);
	const here = wanted.splice(0);
	await goToStep(saving, 'north');
	const ofNext = wanted.filter((part) => !here.includes(part));
	expect(ofNext.length, 'nothing was fetched ahead').toBeGreaterThan(4);
	await saving.close();

	const asked = partsAskedFor(page);
	await page.goto(`${STORY}#farewell`);
	await waitForIdle(page);
	await expect.poll(() => ofNext.filter((part) => !asked.includes(part))).toEqual([]);
	await goToStep(page, 'north');
	expect(new Set(asked).size, 'no part is asked for twice').toBe(asked.length);
});

test.describe(() => {
	test.use({ relief: false });

	test('A small globe says where a close view is, covers nothing that is spoken of, and is away from overviews', async ({
		page,
	}) => {
		await page.goto(`${STORY}#harbin`);
		const globe = page.locator('.locator');
		for (const step of ['harbin', 'north']) {
			await goToStep(page, step);
			await expect(globe, step).toBeVisible();
			expect(await focusMisses(page), step).toEqual([]);
		}
		await expect(globe.locator('.ground')).toHaveCount(1);
		for (const step of ['declaration', 'cover']) {
			await goToStep(page, step);
			await expect(globe, step).toBeHidden();
		}

		await page.setViewportSize({ width: 390, height: 844 });
		// the page keeps its place when its width changes: only then is it scrolled on
		await expect(page.locator('.stage canvas')).toHaveCSS('width', '390px');
		await goToStep(page, 'heilongjiang');
		await expect(globe).toBeVisible();
		expect((await globe.boundingBox())!.width).toBe(56);
		expect(await focusMisses(page)).toEqual([]);

		await page.emulateMedia({ media: 'print' });
		await expect(globe).toBeHidden();
	});
});
