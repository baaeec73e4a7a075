import type { Page } from 'playwright/test';
import { goToStep, test, waitForIdle } from './fixtures';
import { expect, expectLiveMap, expectStandIn, scrollToStep, STORY, UNAVAILABLE } from './stand-in';

test.describe.configure({ timeout: 240_000 });

test.use({ contextOptions: { reducedMotion: 'reduce' }, mapPicture: 'none' });

for (const [how, answer] of [
	['is missing', 'null'],
	['is refused with an exception', 'throw'],
] as const) {
	for (const [width, height] of [
		[1280, 800],
		[390, 844],
	] as const) {
		test(`When WebGL ${how}, the still map of each step stands in and says so, on a window ${width} px wide`, async ({
			page,
		}) => {
			await refuseWebGL(page, answer);
			await page.setViewportSize({ width, height });
			await page.goto(STORY);
			await expect(page.getByRole('status')).toHaveText(UNAVAILABLE);
			await expectStandIn(page, 'cover');
			for (const step of ['harbin', 'talks']) {
				await scrollToStep(page, step);
				await expectStandIn(page, step);
			}
			await expect(page.locator('[data-map]')).toHaveAttribute('data-map', 'still');
			expect(await page.evaluate(() => window.dateline!.camera())).toBeNull();
		});

		test(`The notice covers neither text nor map when WebGL ${how}, on a window ${width} px wide`, async ({
			page,
		}) => {
			await refuseWebGL(page, answer);
			await page.setViewportSize({ width, height });
			await page.goto(STORY);
			await expect(page.getByRole('status')).toHaveText(UNAVAILABLE);
			for (const step of ['cover', 'harbin']) {
				await scrollToStep(page, step);
				await expectStandIn(page, step);
				await expect.poll(() => underNotice(page), { message: step }).toEqual([]);
			}
		});
	}
}

test.describe(() => {
	test.use({ mapPicture: 'whole' });

	test('When the graphics context is lost, the still map stands in at once; when it is back, so is the very same picture', async ({
		page,
	}) => {
		await page.goto(STORY);
		for (const step of ['cover', 'nato', 'heilongjiang']) {
			await goToStep(page, step);
			const before = await picture(page);
			await loseContext(page);
			await expectStandIn(page, step);
			await restoreContext(page);
			await expectLiveMap(page);
			expect((await picture(page)).equals(before), step).toBe(true);
		}
	});
});

test('When the graphics context is lost in mid-flight, the map comes back at the step that the reader is at', async ({
	page,
}) => {
	await page.emulateMedia({ reducedMotion: 'no-preference' });
	await page.goto(`${STORY}#talks`);
	await waitForIdle(page);
	await page.evaluate(() => document.getElementById('harbin')!.scrollIntoView());
	await expect(page.locator('[data-map]')).toHaveAttribute('data-map', 'moving');
	await loseContext(page);
	await expectStandIn(page, 'harbin');
	await scrollToStep(page, 'north');
	await expectStandIn(page, 'north');
	await restoreContext(page);
	await expectLiveMap(page);
	expect(await unseen(page)).toEqual([]);
});

test('When the graphics context does not come back, the still maps stay, and after a while say so', async ({
	page,
}) => {
	await page.goto(STORY);
	await waitForIdle(page);
	await loseContext(page);
	await page.evaluate(() => {
		HTMLCanvasElement.prototype.getContext = () => null;
	});
	await expectStandIn(page, 'cover');
	await expect(page.getByRole('status')).toHaveText(UNAVAILABLE);
	await scrollToStep(page, 'harbin');
	await expectStandIn(page, 'harbin');
});

test('When the graphics context does not come back but a new one can be had, the next step brings the map back', async ({
	page,
}) => {
	await page.goto(STORY);
	await waitForIdle(page);
	await loseContext(page);
	await expect(page.getByRole('status')).toHaveText(UNAVAILABLE);
	await goToStep(page, 'harbin');
	await expectLiveMap(page);
	expect(await unseen(page)).toEqual([]);
});

test('When the graphics context is lost again and again, the still map stays instead of a map that flickers', async ({
	page,
}) => {
	await page.goto(STORY);
	for (let time = 0; time < 4; time++) {
		await waitForIdle(page);
		await loseContext(page);
		await expectStandIn(page, 'cover');
		if (time < 3) await restoreContext(page);
	}
	await expect(page.getByRole('status')).toHaveText(UNAVAILABLE);
	await expectStandIn(page, 'cover');
});

async function refuseWebGL(page: Page, answer: 'null' | 'throw'): Promise<void> {
	await page.addInitScript((how) => {
		type Get = (this: HTMLCanvasElement, kind: string, ...rest: unknown[]) => unknown;
		const original = HTMLCanvasElement.prototype.getContext as Get;
		const refuse: Get = function (kind, ...rest) {
			if (!kind.startsWith('webgl')) return original.call(this, kind, ...rest);
			if (how === 'throw') throw new Error('WebGL is forbidden here.');
			return null;
		};
		HTMLCanvasElement.prototype.getContext = refuse as typeof HTMLCanvasElement.prototype.getContext;
	}, answer);
}

interface Lost {
	lost?: WEBGL_lose_context;
}

/** As a driver that crashes would do it. */
async function loseContext(page: Page): Promise<void> {
	await page.evaluate(() => {
		const canvas = document.querySelector<HTMLCanvasElement>('.stage canvas')!;
		const lost = canvas.getContext('webgl2')!.getExtension('WEBGL_lose_context')!;
		(window as Lost & Window).lost = lost;
		lost.loseContext();
	});
}

async function restoreContext(page: Page): Promise<void> {
	await page.evaluate(() => (window as Lost & Window).lost!.restoreContext());
}

async function picture(page: Page): Promise<Buffer> {
	await waitForIdle(page);
	return page.screenshot();
}

/** The points of the focus that are not in view. */
function unseen(page: Page) {
	return page.evaluate(() =>
		window.dateline!.focus().filter((point) => !window.dateline!.project(point).visible),
	);
}

/** What of text and still the notice lies over. */
function underNotice(page: Page): Promise<string[]> {
	return page.evaluate(() => {
		const notice = document.querySelector('.notice')!.getBoundingClientRect();
		const texts = [...document.querySelectorAll('main :is(h1, h2, p, li, img), .credit')];
		return texts
			.filter((element) => {
				if (!element.checkVisibility({ visibilityProperty: true })) return false;
				const box = element.getBoundingClientRect();
				const overlaps =
					box.left < notice.right - 1 &&
					box.right > notice.left + 1 &&
					box.top < notice.bottom - 1 &&
					box.bottom > notice.top + 1;
				if (!overlaps) return false;
				// Text that scrolls on below the band is hidden by the whole band, not by the notice.
				return element.tagName === 'IMG' || element.matches('.credit') || innerWidth >= 900;
			})
			.map(({ tagName, className, textContent }) => `${tagName} ${className} ${textContent?.slice(0, 30)}`);
	});
}
