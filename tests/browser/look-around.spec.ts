import type { CDPSession, Page } from 'playwright/test';
import type { Camera } from '../../src/lib/geo/index';
import { violations } from './axe';
import { goToStep, test, waitForIdle, waitForScrollEnd } from './fixtures';
import { expect } from './stand-in';

const STORY = '/en/two-days-in-china/';
const HARBIN = { lon: 126.65, lat: 45.75 };

test.describe.configure({ timeout: 240_000 });
test.use({ contextOptions: { reducedMotion: 'reduce' }, mapPicture: 'none', relief: false });

test('A reader looks around by mouse: drags, zooms, asks for names, begins anew, and comes back to the story', async ({
	page,
}) => {
	const home = await openStep(page, 'north');
	await expectFree(page);
	const scrolled = await page.evaluate(() => scrollY);
	const size = await page.locator('.stage canvas').boundingBox();

	await page.getByRole('button', { name: 'Look around the map' }).click();
	await expect(page.getByRole('button', { name: 'Zoom in' })).toBeVisible();
	await waitForIdle(page);
	expect(await camera(page), 'the picture stays').toEqual(home);
	expect(await page.locator('.stage canvas').boundingBox()).toEqual(size);

	const harbin = await project(page);
	await page.mouse.click(harbin.x, harbin.y);
	await expect(page.locator('.bubble')).toContainText('Harbin');
	await expect(page.getByText(/^Harbin/).and(page.locator('[aria-live]'))).toHaveCount(1);
	expect(await violations(page)).toEqual([]);
	await page.keyboard.press('Escape');
	await expect(page.locator('.bubble')).toHaveCount(0);
	await expect(page.locator('[data-looking]')).toHaveCount(1);

	await page.mouse.move(900, 400);
	await page.mouse.down();
	await page.mouse.move(1000, 350, { steps: 4 });
	await page.mouse.up();
	const dragged = await cameraAfter(page, home);
	await expect(page.locator('.bubble'), 'a drag asks for nothing').toHaveCount(0);
	await page.mouse.wheel(0, -240);
	expect((await cameraAfter(page, dragged)).zoom).toBeGreaterThan(dragged.zoom);

	await page.getByRole('button', { name: 'Where you began' }).click();
	await expectCamera(page, home);
	await expect(page.locator('[data-looking]')).toHaveCount(1);
	await page.getByRole('button', { name: 'Zoom out' }).click();
	expect((await cameraAfter(page, home)).zoom).toBeCloseTo(home.zoom - 1, 4);
	expect(await page.evaluate(() => scrollY)).toBe(scrolled);

	await page.getByRole('button', { name: 'Back to the story' }).click();
	await expectCamera(page, home);
	await expect(page.locator('[data-looking]')).toHaveCount(0);
	await expect(page.getByRole('button', { name: 'Zoom in' })).toHaveCount(0);
	await expectFree(page);

	await page.getByRole('button', { name: 'Look around the map' }).click();
	await expect(page.locator('[data-looking]')).toHaveCount(1);
	await page.mouse.move(200, 400);
	await page.mouse.wheel(0, 30);
	await expect(page.locator('[data-looking]'), 'over the text the wheel scrolls').toHaveCount(0);
});

test('A reader looks around by keys alone: pans, zooms, goes to places of the list, and scrolling on ends it', async ({
	page,
}) => {
	const home = await openStep(page, 'north');
	const button = page.getByRole('button', { name: 'Look around the map' });
	await button.waitFor();
	await page.evaluate(() => document.querySelector<HTMLElement>('header summary')!.focus());
	for (let press = 0; press < 20 && !(await isFocused(button)); press++) await page.keyboard.press('Tab');
	await page.keyboard.press('Enter');
	await expect(page.getByRole('application', { name: 'Look around the map' })).toBeFocused();

	await page.keyboard.press('ArrowRight');
	const moved = await cameraAfter(page, home);
	expect(moved.center.lon).toBeGreaterThan(home.center.lon);
	await page.keyboard.press('Equal');
	expect((await cameraAfter(page, moved)).zoom).toBeGreaterThan(moved.zoom);

	await page.keyboard.press('Tab');
	await expect(page.locator('.places summary')).toBeFocused();
	await page.keyboard.press('Enter');
	await page.keyboard.press('Tab');
	await page.keyboard.press('Tab');
	await expect(page.getByRole('button', { name: 'Harbin' })).toBeFocused();
	await page.keyboard.press('Enter');
	await expect(page.getByText('Harbin is in the middle of the map')).toHaveCount(1);
	await expect.poll(async () => (await camera(page)).center.lon).toBeCloseTo(HARBIN.lon, 0);
	await waitForIdle(page);
	await page.getByRole('application').focus();
	await page.keyboard.press('Enter');
	await expect(page.locator('.bubble'), 'what is in the middle').toContainText('Harbin');

	await page.keyboard.press('Escape');
	await page.keyboard.press('Escape');
	await expect(button).toBeFocused();
	await expectCamera(page, home);

	await page.keyboard.press('Enter');
	await expect(page.getByRole('application')).toBeFocused();
	await page.keyboard.press('PageDown');
	await expect(page.locator('[data-looking]')).toHaveCount(0);
	await waitForScrollEnd(page);
	await expect(button).toBeFocused();

	await goToStep(page, 'north');
	await page.keyboard.press('Enter');
	await expect(page.locator('[data-looking]')).toHaveCount(1);
	await page.evaluate(() =>
		document
			.querySelector<HTMLCanvasElement>('.stage canvas')!
			.getContext('webgl2')!
			.getExtension('WEBGL_lose_context')!
			.loseContext(),
	);
	await expect(page.locator('[data-looking]')).toHaveCount(0);
	await expect(button, 'without a map there is nothing to look around').toHaveCount(0);
});

test.describe('by touch', () => {
	test.use({ hasTouch: true, viewport: { width: 390, height: 844 } });

	test('One finger scrolls the page, moves the map while the reader looks around, and on the text leads back', async ({
		page,
	}) => {
		const home = await openStep(page, 'north');
		const touch = await page.context().newCDPSession(page);
		await expectFree(page);
		const button = page.getByRole('button', { name: 'Look around the map' });
		const { x, y, width } = (await button.boundingBox())!;
		const hits = (down: number) =>
			page.evaluate(([atX, atY]) => !!document.elementFromPoint(atX, atY)?.closest('button'), [
				x + width / 2,
				y + down,
			] as const);
		expect([await hits(-16), await hits(0), await hits(24)], '40 px for a finger').toEqual([
			true,
			true,
			true,
		]);

		const top = await page.evaluate(() => scrollY);
		await drag(touch, 200, 250, -90);
		await expect.poll(() => page.evaluate(() => scrollY), 'the page scrolls').toBeGreaterThan(top + 40);
		await waitForScrollEnd(page);
		await goToStep(page, 'north');

		await button.tap();
		await expect(page.getByRole('button', { name: 'Zoom in' })).toBeVisible();
		const from = await page.evaluate(() => scrollY);
		await drag(touch, 200, 250, -90);
		await cameraAfter(page, home);
		expect(await page.evaluate(() => scrollY), 'the page stays').toBe(from);

		await drag(touch, 200, 700, -90);
		await expect(page.locator('[data-looking]')).toHaveCount(0);
		await goToStep(page, 'north');
		await expectCamera(page, home);
		await expectFree(page);
	});
});

/** @returns the camera at rest there */
async function openStep(page: Page, id: string): Promise<Camera> {
	await page.goto(STORY);
	await waitForIdle(page);
	await goToStep(page, id);
	return camera(page);
}

function isFocused(locator: ReturnType<Page['locator']>): Promise<boolean> {
	return locator.evaluate((element) => element === document.activeElement);
}

function camera(page: Page): Promise<Camera> {
	return page.evaluate(() => window.dateline!.camera()!);
}

/** The camera at rest after the reader has moved it from `before`. */
async function cameraAfter(page: Page, before: Camera): Promise<Camera> {
	await expect.poll(() => camera(page)).not.toEqual(before);
	await waitForIdle(page);
	return camera(page);
}

/** Waits until the map rests where a step has its picture. */
async function expectCamera(page: Page, wanted: Camera): Promise<void> {
	await expect
		.poll(async () => {
			const { center, zoom } = await camera(page);
			return [center.lon, center.lat, zoom].map((value) => value.toFixed(5));
		})
		.toEqual([wanted.center.lon, wanted.center.lat, wanted.zoom].map((value) => value.toFixed(5)));
	await waitForIdle(page);
}

function project(page: Page) {
	return page.evaluate((point) => window.dateline!.project(point), HARBIN);
}

/** What scrolls the page does not stop at the map. */
async function expectFree(page: Page): Promise<void> {
	const canvas = page.locator('.stage canvas');
	await expect(canvas).toHaveCSS('touch-action', 'auto');
	const isKept = await canvas.evaluate(
		(element) =>
			!element.dispatchEvent(new WheelEvent('wheel', { deltaY: 100, bubbles: true, cancelable: true })),
	);
	expect(isKept).toBe(false);
}

/** One finger, `by` px down; it rests at the end, so that no browser takes the drag for a fling. */
async function drag(touch: CDPSession, x: number, y: number, by: number): Promise<void> {
	const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', at?: number) =>
		touch.send('Input.dispatchTouchEvent', {
			type,
			touchPoints: at === undefined ? [] : [{ x, y: y + by * at, id: 0 }],
		});
	await send('touchStart', 0);
	for (let step = 1; step <= 8; step++) await send('touchMove', step / 8);
	await send('touchEnd');
}
