import type { CDPSession, Page } from 'playwright/test';
import type { Camera } from '../../src/lib/geo/index';
import { test, waitForIdle } from './fixtures';
import { expect } from './stand-in';

const SLIDES = '/en/two-days-in-china/slides/';
/** Dragged, MapLibre's globe runs ahead of the pointer by up to an eighth of the way, px of 150. */
const NEAR = 25;
const BEIJING = { lon: 116.4, lat: 39.9 };

test.describe.configure({ timeout: 240_000 });
test.use({ contextOptions: { reducedMotion: 'reduce' }, mapPicture: 'none', relief: false });

test('The room looks around by mouse: drag, wheel, double click, turning, and Escape brings the slide’s picture back', async ({
	page,
}) => {
	const home = await openSlide(page, 'north');
	await lookAround(page);
	expect(await camera(page)).toEqual(home);

	const from = await project(page);
	await page.mouse.move(from.x, from.y);
	await page.mouse.down();
	await page.mouse.move(from.x + 60, from.y - 40, { steps: 4 });
	await page.mouse.move(from.x + 120, from.y - 80, { steps: 4 });
	await page.mouse.up();
	const dragged = await cameraAfter(page, home);
	const to = await project(page);
	expect(Math.hypot(to.x - from.x - 120, to.y - from.y + 80), 'the ground follows').toBeLessThan(NEAR);

	await page.mouse.wheel(0, -240);
	const nearer = await cameraAfter(page, dragged);
	expect(nearer.zoom).toBeGreaterThan(dragged.zoom);

	const clicked = await project(page);
	await page.mouse.dblclick(clicked.x, clicked.y);
	const nearest = await cameraAfter(page, nearer);
	expect(nearest.zoom).toBeGreaterThan(nearer.zoom);
	const after = await project(page);
	expect(Math.hypot(after.x - clicked.x, after.y - clicked.y), 'what was clicked stays').toBeLessThan(NEAR);

	await page.mouse.move(700, 300);
	await page.mouse.down({ button: 'right' });
	await page.mouse.move(800, 300, { steps: 5 });
	await page.mouse.up({ button: 'right' });
	expect(Math.abs((await cameraAfter(page, nearest)).bearing)).toBeGreaterThan(1);

	await page.keyboard.press('Escape');
	await expect(page.locator('[data-looking]')).toHaveCount(0);
	await expectCamera(page, home);
});

test('The room looks around by keys alone, within what the map has to show and the whole world', async ({
	page,
}) => {
	const home = await openSlide(page, 'north');
	await lookAround(page);
	const map = page.getByRole('application', { name: 'Look around the map' });
	await expect(map).toBeFocused();

	await page.keyboard.press('ArrowRight');
	const moved = await cameraAfter(page, home);
	expect(moved.center.lon).toBeGreaterThan(home.center.lon);
	await expect(page.locator('[data-step]')).toHaveAttribute('data-step', 'north');

	for (let press = 0; press < 12; press++) await page.keyboard.press('Shift+Minus');
	await waitForIdle(page);
	const far = await camera(page);
	expect(far.zoom).toBeLessThan(3);
	await page.keyboard.press('Minus');
	expect((await camera(page)).zoom).toBeCloseTo(far.zoom, 6);
	for (let press = 0; press < 12; press++) await page.keyboard.press('Shift+Equal');
	await expect.poll(async () => (await camera(page)).zoom).toBe(7);

	await page.keyboard.press('Escape');
	await expectCamera(page, home);
	await expect(page.locator('.stage .canvas')).toHaveAttribute('aria-hidden', 'true');
	await page.keyboard.press('ArrowRight');
	await expect(page.locator('[data-step="north"][data-part="1"]')).toHaveCount(0);
});

test.describe('by touch', () => {
	test.use({ hasTouch: true, viewport: { width: 844, height: 600 } });

	test('One finger pans and two zoom while the room looks around, and neither before nor after', async ({
		page,
	}) => {
		const home = await openSlide(page, 'north');
		const touch = await page.context().newCDPSession(page);
		await expectFree(page);

		await lookAround(page);
		const from = await project(page);
		await drag(touch, (at) => [[from.x + 90 * at, from.y - 60 * at]]);
		const panned = await cameraAfter(page, home);
		const to = await project(page);
		expect(Math.hypot(to.x - from.x - 90, to.y - from.y + 60)).toBeLessThan(NEAR);

		await drag(touch, (at) => [
			[600 - 80 * at, 300],
			[650 + 80 * at, 300],
		]);
		expect((await cameraAfter(page, panned)).zoom).toBeGreaterThan(panned.zoom + 0.3);

		await choose(page, 'Look around the map');
		await expectCamera(page, home);
		await expectFree(page);
	});
});

test('The next slide takes the map back', async ({ page }) => {
	const north = await openSlide(page, 'north');
	const first = await openSlide(page, 'talks');
	await lookAround(page);
	await page.keyboard.press('ArrowUp');
	await cameraAfter(page, first);
	await page.evaluate(() => (location.hash = '#/north'));
	await expect(page.locator('[data-step]')).toHaveAttribute('data-step', 'north');
	await expectCamera(page, north);
	await expect(page.locator('[data-looking]')).toHaveCount(0);
});

test('A window of another size leaves the room where it looks', async ({ page }) => {
	const home = await openSlide(page, 'north');
	await lookAround(page);
	await page.keyboard.press('ArrowUp');
	const moved = await cameraAfter(page, home);
	await page.setViewportSize({ width: 1000, height: 700 });
	await expect.poll(() => page.locator('.stage canvas').evaluate((canvas) => canvas.clientWidth)).toBe(1000);
	await waitForIdle(page);
	expect(await camera(page)).toEqual(moved);
	await page.setViewportSize({ width: 1280, height: 800 });
	await page.keyboard.press('Escape');
	await expectCamera(page, home);
});

test.describe('to the pixel', () => {
	test.use({ mapPicture: 'whole', relief: true });

	test('Names are off until they are asked for again: in other colours, on other slides and on a map made anew', async ({
		page,
	}) => {
		await openSlide(page, 'north');
		const named = await picture(page);
		await choose(page, 'Place names');
		await expect.poll(() => picture(page)).not.toBe(named);
		const bare = await picture(page);

		await page.evaluate(() => (document.documentElement.dataset.theme = 'dark'));
		await expect.poll(() => picture(page)).not.toBe(bare);
		await page.evaluate(() => delete document.documentElement.dataset.theme);
		await expect.poll(() => picture(page)).toBe(bare);

		await page.keyboard.press('PageUp');
		await waitForIdle(page);
		await page.keyboard.press('PageDown');
		await expect.poll(() => picture(page)).toBe(bare);

		await loseAndRestore(page);
		await expect.poll(() => picture(page)).toBe(bare);

		await choose(page, 'Place names');
		await expect.poll(() => picture(page)).toBe(named);
	});

	test('When the graphics context is lost while the room looks around, the slide’s picture comes back', async ({
		page,
	}) => {
		const home = await openSlide(page, 'north');
		const before = await picture(page);
		await lookAround(page);
		await page.mouse.move(800, 400);
		await page.mouse.down();
		await page.mouse.move(650, 300, { steps: 4 });
		await expect.poll(() => camera(page)).not.toEqual(home);
		await loseAndRestore(page);
		await page.mouse.move(500, 200);
		await page.mouse.up();
		await expect(page.locator('[data-looking]')).toHaveCount(0);
		await expectCamera(page, home);
		await expect.poll(() => picture(page)).toBe(before);
		await lookAround(page);
		await page.keyboard.press('ArrowUp');
		await cameraAfter(page, home);
	});
});

/** @returns the camera at rest there */
async function openSlide(page: Page, id: string): Promise<Camera> {
	await page.goto(`${SLIDES}#/${id}`);
	await expect(page.locator('[data-step]')).toHaveAttribute('data-step', id);
	await waitForIdle(page);
	return camera(page);
}

async function choose(page: Page, item: string): Promise<void> {
	await page.locator('footer summary').click();
	await page.locator('footer').getByRole('button', { name: item }).click();
}

async function lookAround(page: Page): Promise<void> {
	await choose(page, 'Look around the map');
	await expect(page.locator('[data-looking]')).toHaveCount(1);
	await waitForIdle(page);
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

/** Waits until the map rests where a slide has its picture. */
async function expectCamera(page: Page, wanted: Camera): Promise<void> {
	await expect.poll(() => camera(page)).toEqual(wanted);
	await waitForIdle(page);
}

function project(page: Page) {
	return page.evaluate((point) => window.dateline!.project(point), BEIJING);
}

async function picture(page: Page): Promise<string> {
	await waitForIdle(page);
	const { x, y, width, height } = (await page.locator('.stage canvas').boundingBox())!;
	return (await page.screenshot({ clip: { x, y, width, height } })).toString('base64');
}

/** What scrolls the page does not stop at the map. */
async function expectFree(page: Page): Promise<void> {
	const canvas = page.locator('.stage canvas');
	await expect(canvas).toHaveCSS('touch-action', 'auto');
	const kept = await canvas.evaluate((element) =>
		[new WheelEvent('wheel', { deltaY: 100, bubbles: true, cancelable: true })].filter(
			(event) => !element.dispatchEvent(event),
		),
	);
	expect(kept).toEqual([]);
}

/** Fingers on their way, `at` 0…1; they rest at the end, so that no browser takes the drag for a fling. */
async function drag(touch: CDPSession, fingers: (at: number) => [x: number, y: number][]): Promise<void> {
	const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', at?: number) =>
		touch.send('Input.dispatchTouchEvent', {
			type,
			touchPoints: at === undefined ? [] : fingers(at).map(([x, y], id) => ({ x, y, id })),
		});
	await send('touchStart', 0);
	for (let step = 1; step <= 8; step++) await send('touchMove', step / 8);
	await send('touchEnd');
}

async function loseAndRestore(page: Page): Promise<void> {
	const lost = await page.evaluateHandle(() => {
		const canvas = document.querySelector<HTMLCanvasElement>('.stage canvas')!;
		const context = canvas.getContext('webgl2')!.getExtension('WEBGL_lose_context')!;
		context.loseContext();
		return context;
	});
	await expect(page.locator('[data-map]')).toHaveAttribute('data-map', 'still');
	await lost.evaluate((context) => context.restoreContext());
	await waitForIdle(page);
}
