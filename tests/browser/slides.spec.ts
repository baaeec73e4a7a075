import type { Page } from 'playwright/test';
import { expect, test } from './fixtures';
import { expectSlide, openDeck, SLIDES, withoutMap } from './slides';

test.use({ contextOptions: { reducedMotion: 'reduce' } });
test.beforeEach(({ page }) => withoutMap(page));

/** The address of the page behind its path. */
const hash = (page: Page) => new URL(page.url()).hash;

test('every key leads where it should', async ({ page }) => {
	await openDeck(page);
	await expectSlide(page, 'cover');
	const press = (key: string) => page.keyboard.press(key);
	for (const forward of ['ArrowRight', ' ', 'PageDown', 'j']) {
		await press(forward);
		await expectSlide(page, 'talks');
		await press({ ArrowRight: 'ArrowLeft', ' ': 'Shift+ ', PageDown: 'PageUp', j: 'k' }[forward]!);
		await expectSlide(page, 'cover');
	}
	await press('ArrowLeft');
	await expectSlide(page, 'cover');
	await press('End');
	await expectSlide(page, 'sources');
	await press('ArrowRight');
	await expectSlide(page, 'sources');
	await press('Home');
	await expectSlide(page, 'cover');

	await press('1');
	await expect(page.getByText('Zu Folie 1: Eingabetaste')).toBeVisible();
	await press('1');
	await press('Enter');
	await expectSlide(page, 'heilongjiang');
	await press('9');
	await press('9');
	await press('Enter');
	await expectSlide(page, 'heilongjiang');
	await press('3');
	await press('Escape');
	await press('Enter');
	await expectSlide(page, 'heilongjiang');

	await press('b');
	const black = page.getByRole('button', { name: 'Folie wieder zeigen' });
	await expect(black).toBeFocused();
	expect(await black.boundingBox()).toMatchObject({ x: 0, y: 0, ...page.viewportSize() });
	await expect(black).toHaveCSS('background-color', 'rgb(0, 0, 0)');
	await press('b');
	await expect(black).toBeHidden();
	await expectSlide(page, 'heilongjiang');

	await press('?');
	await expect(page.getByRole('dialog', { name: 'Tasten und Gesten' })).toBeVisible();
	await press('ArrowRight');
	await press('Escape');
	await expect(page.getByRole('dialog')).toBeHidden();
	await expectSlide(page, 'heilongjiang');

	await press('f');
	await page.waitForFunction(() => document.fullscreenElement === document.documentElement);
	await press('f');
	await page.waitForFunction(() => !document.fullscreenElement);
});

test('a long step is shown part by part, and each part has an address that reload and history keep', async ({
	page,
}) => {
	await openDeck(page, `${SLIDES}#/declaration`);
	await expectSlide(page, 'declaration');
	await page.keyboard.press('ArrowRight');
	await expectSlide(page, 'declaration', 2);
	expect(hash(page)).toBe('#/declaration/2');
	await expect(page.locator('.slide.active h2')).toHaveText('Die Erklärung, Teil 2 von 2');
	await page.reload();
	await expectSlide(page, 'declaration', 2);
	await page.keyboard.press('ArrowRight');
	await expectSlide(page, 'nato');
	expect(hash(page)).toBe('#/nato');

	// Steps write over their entry; a jump leaves one that leads back.
	await page.keyboard.press('End');
	await expectSlide(page, 'sources');
	await page.goBack();
	await expectSlide(page, 'nato');
	await page.goForward();
	await expectSlide(page, 'sources');

	await page.evaluate(() => (location.hash = '#/harbin/2'));
	await expectSlide(page, 'harbin', 2);
	await page.evaluate(() => (location.hash = '#/habrin'));
	await expectSlide(page, 'harbin', 2);

	await page.getByRole('button', { name: 'Weiter' }).click();
	await expectSlide(page, 'heilongjiang');
	await page.goto('/de/');
	await page.goBack();
	await expectSlide(page, 'heilongjiang');
});

test('clicks go on, and in the first quarter back; marked text and buttons stay what they are', async ({
	page,
}) => {
	await openDeck(page);
	await page.mouse.click(1200, 300);
	await expectSlide(page, 'talks');
	await page.mouse.click(400, 60);
	await expectSlide(page, 'talks', 2);
	await page.mouse.click(100, 60);
	await expectSlide(page, 'talks');

	const words = (await page.locator('.slide.active .prose p').first().boundingBox())!;
	await page.mouse.move(words.x + 5, words.y + 10);
	await page.mouse.down();
	await page.mouse.move(words.x + 300, words.y + 10);
	await page.mouse.up();
	expect(await page.evaluate(() => getSelection()!.toString().length)).toBeGreaterThan(3);
	await expectSlide(page, 'talks');
	await page.evaluate(() => getSelection()!.removeAllRanges());

	// A click on a button leaves the focus where it was, so that the space bar still goes on.
	await page.getByRole('button', { name: 'Weiter' }).click();
	await expectSlide(page, 'talks', 2);
	await page.keyboard.press(' ');
	await expectSlide(page, 'declaration');
	await page.getByRole('button', { name: 'Zurück' }).click();
	await expectSlide(page, 'talks', 2);
});

test.describe('with a finger', () => {
	test.use({ hasTouch: true, viewport: { width: 390, height: 844 } });

	test('swipes lead on and back, a tap does what a click does, and a touch along the page is left alone', async ({
		page,
	}) => {
		await openDeck(page);
		await swipe(page, [300, 300], [120, 310]);
		await expectSlide(page, 'talks');
		await swipe(page, [120, 300], [300, 290]);
		await expectSlide(page, 'cover');
		await swipe(page, [200, 200], [230, 330]);
		await expectSlide(page, 'cover');
		await page.touchscreen.tap(300, 200);
		await expectSlide(page, 'talks');
		await page.touchscreen.tap(40, 200);
		await expectSlide(page, 'cover');
	});
});

test('story and slides lead to each other at the same step', async ({ page }) => {
	await page.goto('/de/two-days-in-china/#nato');
	await expect(page.locator('.story')).toHaveAttribute('data-step', 'nato');
	await page.locator('.popover summary').first().click();
	await page.getByRole('banner').getByRole('link', { name: 'Als Folien zeigen' }).click();
	await expectSlide(page, 'nato');
	await page.keyboard.press('End');
	await page.keyboard.press('PageUp');
	await expectSlide(page, 'heilongjiang', 2);
	await page.locator('.popover summary').click();
	await page.getByRole('link', { name: 'English' }).click();
	await expect(page).toHaveURL(/\/en\/two-days-in-china\/slides\/#\/heilongjiang/);
	await expectSlide(page, 'heilongjiang');
	await page.locator('.popover summary').click();
	await page.getByRole('link', { name: 'Read as a story' }).click();
	await expect(page).toHaveURL(/\/en\/two-days-in-china\/#heilongjiang$/);
	await expect(page.locator('.story')).toHaveAttribute('data-step', 'heilongjiang');
});

test('the overview shows every slide with its map, leads there, and gives the focus back', async ({
	page,
}) => {
	await openDeck(page, `${SLIDES}#/nato`);
	const open = page.getByRole('button', { name: 'Übersicht' }).first();
	await open.focus();
	await page.keyboard.press('o');
	const overview = page.getByRole('dialog', { name: 'Übersicht' });
	const slides = overview.getByRole('listitem').getByRole('button');
	await expect(slides).toHaveCount(12);
	await expect(slides.nth(3)).toBeFocused();
	await expect(slides.nth(3)).toHaveAttribute('aria-current', 'true');
	for (const picture of await overview.locator('img').all()) {
		await picture.scrollIntoViewIfNeeded();
		await expect.poll(() => picture.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBeGreaterThan(0);
	}
	await slides.nth(3).focus();
	await page.keyboard.press('ArrowDown');
	await page.keyboard.press('ArrowRight');
	await expect(slides.nth(8)).toBeFocused();
	await page.keyboard.press('Escape');
	await expect(overview).toBeHidden();
	await expect(open).toBeFocused();
	await expectSlide(page, 'nato');
	await page.keyboard.press('o');
	await page.keyboard.press('End');
	await page.keyboard.press('Enter');
	await expect(overview).toBeHidden();
	await expectSlide(page, 'sources');
	await page.goBack();
	await expectSlide(page, 'nato');
});

test('the menu has everything that the keys can do', async ({ page }) => {
	await openDeck(page, `${SLIDES}#/harbin`);
	const menu = page.locator('.popover summary');
	const choose = async (name: string) => {
		await menu.click();
		await page.locator('.panel').getByRole('button', { name }).click();
		await expect(page.locator('.panel')).toBeHidden();
	};
	await choose('Die Karte in Worten');
	await expect(page.getByRole('dialog')).toContainText('Harbin');
	await page.getByRole('button', { name: 'Schließen' }).click();
	await choose('QR-Code');
	const code = page.getByRole('dialog').getByRole('img');
	await expect(code).toBeVisible();
	expect(await page.getByRole('dialog').getByRole('link').getAttribute('href')).toBe(page.url());
	await expect(page.getByRole('dialog')).toContainText('nur auf dieses Gerät');
	await page.keyboard.press('Escape');
	await choose('Anfang');
	await expectSlide(page, 'cover');
	await choose('Ende');
	await expectSlide(page, 'sources');
	await choose('Schwarzes Bild');
	await expect(page.getByRole('button', { name: 'Folie wieder zeigen' })).toBeVisible();
	await page.mouse.click(600, 300);
	await expect(page.getByRole('button', { name: 'Folie wieder zeigen' })).toBeHidden();
	await expectSlide(page, 'sources');
	await choose('Vollbild');
	await page.waitForFunction(() => !!document.fullscreenElement);
});

test('single keys can be switched off; a clicker still works', async ({ page }) => {
	await openDeck(page);
	await page.locator('.popover summary').click();
	await page.getByRole('checkbox').uncheck();
	await page.keyboard.press('Escape');
	for (const key of ['j', 'b', 'o', '?', '3', 'Enter']) await page.keyboard.press(key);
	await expectSlide(page, 'cover');
	await expect(page.getByRole('dialog')).toBeHidden();
	await page.keyboard.press('PageDown');
	await expectSlide(page, 'talks');
});

test('a deck that plays by itself goes on, holds at a touch, waits while hidden, and begins anew', async ({
	page,
}) => {
	// It stands still unless it is turned, however long a busy machine takes.
	const now = Date.now();
	await page.clock.install({ time: now });
	await page.clock.pauseAt(now + 1000);
	await openDeck(page, `${SLIDES}?autoplay=8&loop`);
	await expect(page.getByText('8 s', { exact: true })).toBeVisible();
	await page.clock.runFor(5000);
	await expect(page.locator('.tools .left')).toHaveText('3 s');
	await expectSlide(page, 'cover');
	await page.clock.runFor(3500);
	await expectSlide(page, 'talks');
	expect(new URL(page.url()).search).toBe('?autoplay=8&loop');

	await page.getByRole('button', { name: 'Anhalten' }).click();
	await page.clock.runFor(200_000);
	await expectSlide(page, 'talks');
	await page.getByRole('button', { name: 'Selbst ablaufen lassen' }).first().click();
	await page.keyboard.press('Shift');
	await expect(page.getByRole('button', { name: 'Selbst ablaufen lassen' }).first()).toBeVisible();
	await page.clock.runFor(20_000);
	await expectSlide(page, 'talks');
	await page.clock.runFor(61_000);
	await expectSlide(page, 'declaration'); // past the second part of the talks

	await setHidden(page, true);
	const before = await page.locator('.slide.active').getAttribute('id');
	await page.clock.runFor(60_000);
	expect(await page.locator('.slide.active').getAttribute('id')).toBe(before);
	await setHidden(page, false);
	await page.clock.runFor(9000);
	expect(await page.locator('.slide.active').getAttribute('id')).not.toBe(before);

	await page.keyboard.press('End');
	await page.getByRole('button', { name: 'Selbst ablaufen lassen' }).first().click();
	await page.clock.runFor(8500);
	await expectSlide(page, 'cover');
});

test('without script the slides stand one below the other, each with its map, and their addresses lead there', async ({
	browser,
	baseURL,
}) => {
	const context = await browser.newContext({ javaScriptEnabled: false, baseURL });
	const page = await context.newPage();
	await page.goto(`${SLIDES}#/harbin`);
	const harbin = page.locator('[id="/harbin"]');
	await expect(harbin).toBeInViewport({ ratio: 0.9 });
	await expect(harbin.locator('img')).toBeVisible();
	expect(await page.locator('.slide').count()).toBeGreaterThan(12);
	await expect(page.getByRole('link', { name: 'Als Geschichte lesen' })).toBeVisible();
	await context.close();
});

test.describe('with the story of the fixtures', () => {
	test.use({
		baseURL: async ({}, use) => {
			await use(process.env.DATELINE_FIXTURE_URL);
		},
	});

	test('from right to left the deck goes on to the left', async ({ page }) => {
		await openDeck(page, '/ar/suez-canal/slides/#/seas');
		await page.keyboard.press('ArrowLeft');
		await expectSlide(page, 'seas', 2);
		await page.keyboard.press('ArrowRight');
		await expectSlide(page, 'seas');
		await page.mouse.click(200, 60);
		await expectSlide(page, 'seas', 2);
		await page.mouse.click(1200, 60);
		await expectSlide(page, 'seas');
	});

	test('each slide is announced once, and the focus is never lost', async ({ page }) => {
		await openDeck(page, '/en/suez-canal/slides/#/seas');
		const announced = page.locator('p[aria-live="polite"]');
		await expect(announced).toHaveText('');
		const link = page.locator('.slide.active .footnote-ref, .slide.active .prose a').first();
		await link.focus();
		await page.keyboard.press('PageDown');
		await expect(announced).toHaveText(/^\d+ of \d+: Two seas, part 2 of \d+$/);
		await expect(page.locator('main')).toBeFocused();
		await expect(page.locator('[aria-live]:not([hidden]), [role=status], [role=alert]')).toHaveCount(2);
		await page.keyboard.press('End');
		await expect(announced).toHaveText(/^\d+ of \d+: Sources/);
		await page.keyboard.press('Home');
		await expect(announced).toHaveText(/^1 of \d+: The canal without locks.*\. .*Port Said/);
	});
});

async function swipe(page: Page, [x1, y1]: [number, number], [x2, y2]: [number, number]): Promise<void> {
	const cdp = await page.context().newCDPSession(page);
	const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', x: number, y: number) =>
		cdp.send('Input.dispatchTouchEvent', { type, touchPoints: type === 'touchEnd' ? [] : [{ x, y }] });
	await touch('touchStart', x1, y1);
	for (let i = 1; i <= 6; i++) await touch('touchMove', x1 + ((x2 - x1) * i) / 6, y1 + ((y2 - y1) * i) / 6);
	await touch('touchEnd', x2, y2);
	await cdp.detach();
}

/** As if another tab lay over this one. */
async function setHidden(page: Page, hidden: boolean): Promise<void> {
	await page.evaluate((value) => {
		Object.defineProperty(document, 'hidden', { configurable: true, get: () => value });
		document.dispatchEvent(new Event('visibilitychange'));
	}, hidden);
}
