import type { CDPSession, Page } from 'playwright/test';
import { goToStep, test, waitForIdle } from './fixtures';
import { expect, expectLiveMap, expectStandIn, OFFLINE, scrollToStep, STORY } from './stand-in';
import { expectWholeText } from './story-words';

test.describe.configure({ timeout: 240_000 });

test.use({ mapPicture: 'none', relief: false });

test.describe('without a connection', () => {
	test.use({
		contextOptions: { reducedMotion: 'reduce' },
		mapPicture: 'whole',
		expectedProblems: /ERR_INTERNET_DISCONNECTED|Failed to load resource|Failed to fetch/,
	});

	test('When the connection goes after load, text and what is loaded of the map stay, and it comes back with the connection', async ({
		page,
		context,
	}) => {
		await page.goto(STORY);
		await expectLiveMap(page);
		await context.setOffline(true);
		for (const step of ['talks', 'harbin', 'heilongjiang']) {
			await scrollToStep(page, step);
			await expect(page.locator('[data-map]')).not.toHaveAttribute('data-map', 'moving');
			await expectWholeText(page);
		}
		await expect(page.getByRole('status')).toHaveText(OFFLINE);
		await context.setOffline(false);
		await expectLiveMap(page);
		await goToStep(page, 'nato');
		await expectLiveMap(page);
		const mended = await page.screenshot();
		await page.reload();
		await expectLiveMap(page);
		expect((await page.screenshot()).equals(mended)).toBe(true);
	});

	test('When the connection goes before the map has come, the map comes with the connection', async ({
		page,
		context,
	}) => {
		let offline = async () => {};
		await page.route('**/*.pmtiles', async (route) => {
			await offline();
			await route.continue().catch(() => undefined);
		});
		offline = () => context.setOffline(true);
		await page.goto(STORY);
		await expect(page.getByRole('status')).toHaveText(OFFLINE);
		await expectStandIn(page, 'cover');
		offline = async () => {};
		await context.setOffline(false);
		await expectLiveMap(page);
	});
});

test.describe('when the window changes in mid-flight', () => {
	for (const [change, from, to] of [
		['is made smaller', { width: 1280, height: 800 }, { width: 1000, height: 700 }],
		['becomes as narrow as a phone', { width: 1280, height: 800 }, { width: 390, height: 844 }],
		['is a phone that is turned', { width: 390, height: 844 }, { width: 844, height: 390 }],
	] as const) {
		test(`When the window ${change} in mid-flight, the map ends framed for the new size`, async ({
			page,
		}) => {
			await page.setViewportSize(from);
			await page.goto(`${STORY}#talks`);
			await waitForIdle(page);
			await page.evaluate(() => document.getElementById('harbin')!.scrollIntoView());
			await expect(page.locator('[data-map]')).toHaveAttribute('data-map', 'moving');
			await page.setViewportSize(to);
			await expect(page.locator('[data-step]')).toHaveAttribute('data-step', 'harbin');
			await expect
				.poll(() => page.evaluate(() => document.querySelector('.stage canvas')!.clientWidth))
				.toBe(to.width);
			await expectLiveMap(page);
			expect(await misses(page)).toEqual([]);
			const camera = await page.evaluate(() => window.dateline!.camera());
			await page.emulateMedia({ reducedMotion: 'reduce' });
			await page.reload();
			await waitForIdle(page);
			expect(await page.evaluate(() => window.dateline!.camera())).toEqual(camera);
		});
	}
});

test.describe('when the tab sleeps', () => {
	test('When the tab sleeps in mid-flight, the map is at the active step after waking', async ({ page }) => {
		const session = await page.context().newCDPSession(page);
		await page.goto(`${STORY}#talks`);
		await waitForIdle(page);
		await page.evaluate(() => document.getElementById('harbin')!.scrollIntoView());
		await expect(page.locator('[data-map]')).toHaveAttribute('data-map', 'moving');
		await sleep(session);
		await wake(session);
		await expect(page.locator('[data-step]')).toHaveAttribute('data-step', 'harbin');
		await expectLiveMap(page);
		expect(await misses(page)).toEqual([]);
	});

	test('When the page is opened in a tab in the background, the map comes as soon as it is looked at', async ({
		page,
	}) => {
		await hide(page);
		await page.goto(`${STORY}#harbin`);
		await expectWholeText(page);
		await expect(page.locator('[data-map]')).not.toHaveAttribute('data-map', 'idle');
		await show(page);
		await expectLiveMap(page);
		expect(await misses(page)).toEqual([]);
	});

	test('When the tab is hidden in mid-flight and the reader’s place changes, the map is there after waking', async ({
		page,
	}) => {
		await page.goto(`${STORY}#talks`);
		await waitForIdle(page);
		await page.evaluate(() => document.getElementById('harbin')!.scrollIntoView());
		await expect(page.locator('[data-map]')).toHaveAttribute('data-map', 'moving');
		await hide(page);
		await page.evaluate(() => document.getElementById('north')!.scrollIntoView({ behavior: 'instant' }));
		await expect(page.locator('[data-step]')).toHaveAttribute('data-step', 'harbin');
		await show(page);
		await expect(page.locator('[data-step]')).toHaveAttribute('data-step', 'north');
		await expectLiveMap(page);
		expect(await misses(page)).toEqual([]);
	});
});

test('When storage is forbidden, the story runs as ever', async ({ page }) => {
	await page.addInitScript(() => {
		const forbid = () => {
			throw new DOMException('Storage is forbidden here.', 'SecurityError');
		};
		for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches'])
			Object.defineProperty(window, name, { get: forbid });
		Object.defineProperty(document, 'cookie', { get: forbid, set: forbid });
	});
	await page.emulateMedia({ reducedMotion: 'reduce' });
	await page.goto(STORY);
	await expectLiveMap(page);
	expect(await page.evaluate(() => Reflect.has(window, 'localStorage'))).toBe(true);
	await goToStep(page, 'harbin');
	await expectLiveMap(page);
	await page.reload();
	await waitForIdle(page);
	await expect(page.locator('[data-step]')).toHaveAttribute('data-step', 'harbin');
	await page.goto('/de/');
	await page.goBack();
	await expectLiveMap(page);
	await expect(page.locator('[data-step]')).toHaveAttribute('data-step', 'harbin');
});

/** Frames stop in a hidden tab: `requestAnimationFrame` keeps what it is given until the tab is looked at. */
async function hide(page: Page): Promise<void> {
	const stop = () => {
		const held = new Map<number, FrameRequestCallback>();
		const request = window.requestAnimationFrame.bind(window);
		const cancel = window.cancelAnimationFrame.bind(window);
		window.requestAnimationFrame = (callback) => {
			const id = -1 - held.size;
			held.set(id, callback);
			return id;
		};
		window.cancelAnimationFrame = (id) => {
			if (id < 0) held.set(id, () => undefined);
			else cancel(id);
		};
		Object.defineProperty(document, 'hidden', { configurable: true, get: () => true });
		Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => 'hidden' });
		document.dispatchEvent(new Event('visibilitychange'));
		Object.assign(window, {
			lookAt() {
				window.requestAnimationFrame = request;
				Reflect.deleteProperty(document, 'hidden');
				Reflect.deleteProperty(document, 'visibilityState');
				for (const id of held.keys()) request((time) => held.get(id)!(time));
				document.dispatchEvent(new Event('visibilitychange'));
			},
		});
	};
	await page.addInitScript(stop);
	if (page.url().startsWith('http')) await page.evaluate(stop);
}

async function show(page: Page): Promise<void> {
	await page.evaluate(() => (window as unknown as { lookAt(): void }).lookAt());
}

async function sleep(session: CDPSession): Promise<void> {
	await session.send('Page.setWebLifecycleState', { state: 'frozen' });
}

async function wake(session: CDPSession): Promise<void> {
	await session.send('Page.setWebLifecycleState', { state: 'active' });
}

/** The points of the focus that are not within the part of the map that text, bars and notices leave free. */
function misses(page: Page) {
	return page.evaluate(() => {
		const dateline = window.dateline!;
		const { left, right, top, bottom } = dateline.freeArea();
		return dateline
			.focus()
			.map((point) => dateline.project(point))
			.filter(({ x, y, visible }) => !visible || x < left || x > right || y < top || y > bottom);
	});
}
