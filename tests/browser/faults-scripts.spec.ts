import { readdirSync, readFileSync } from 'node:fs';
import type { Page } from 'playwright/test';
import { drawNoMap, goToStep, observeShifts, test, waitForIdle } from './fixtures';
import { expect, expectLiveMap, expectStandIn, scrollToStep, STORY, UNAVAILABLE } from './stand-in';
import { expectWholeText } from './story-words';

test.describe.configure({ timeout: 240_000 });

test.use({
	contextOptions: { reducedMotion: 'reduce' },
	mapPicture: 'none',
	relief: false,
	expectedProblems: /Failed to load resource|dynamically imported module|did not come/,
});

const WORKER = '**/workers/*.js';

test('Whichever file of the page’s script does not come, the whole text and the stills of all steps are there', async ({
	browser,
	page,
}) => {
	const files = await scriptsOf(page, STORY);
	expect(files.length).toBeGreaterThan(4);
	const address = new URL(STORY, process.env.DATELINE_TEST_URL).href;
	const visitWithout = async (file: string) => {
		const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
		await drawNoMap(context);
		const visit = await context.newPage();
		await visit.route(new URL(file, address).href, (route) => route.abort());
		await visit.goto(address);
		for (const step of ['cover', 'talks', 'harbin']) {
			const still = visit.locator(`#${step} .still img`);
			await expect(still, `${step} without ${file}`).toBeVisible();
			await still.scrollIntoViewIfNeeded();
			await expect
				.poll(() => still.evaluate((image: HTMLImageElement) => image.naturalWidth), {
					message: `${step} without ${file}`,
				})
				.toBeGreaterThan(0);
		}
		await expectWholeText(visit);
		await context.close();
	};
	while (files.length) await Promise.all(files.splice(0, 3).map(visitWithout));
});

test('When no script comes, the page does not shift as the stills are let in', async ({ page }) => {
	const shifts = await observeShifts(page);
	await page.route('**/_app/immutable/entry/*', (route) => route.abort());
	await page.goto(STORY);
	await page.evaluate(() => document.getElementById('talks')!.scrollIntoView({ behavior: 'instant' }));
	await expect(page.locator('#talks .still img')).toBeHidden();
	const before = await page.locator('#talks h2').boundingBox();
	await expect(page.locator('#talks .still img')).toBeVisible();
	expect(await page.locator('#talks h2').boundingBox()).toEqual(before);
	expect(await shifts()).toEqual([]);
});

for (const [width, height] of [
	[1280, 800],
	[390, 844],
] as const) {
	test(`No still of a step is fetched where the live map comes, on a window ${width} px wide`, async ({
		page,
	}) => {
		await page.setViewportSize({ width, height });
		const stills = fetchedStills(page);
		await page.goto(STORY);
		await waitForIdle(page);
		await goToStep(page, 'talks');
		expect(stills.filter((name) => !name.startsWith('cover'))).toEqual([]);
		expect(stills).toHaveLength(1);
	});
}

test('When a link leads into the middle of a story, the still of that step stands in until the map has come', async ({
	page,
}) => {
	const stills = fetchedStills(page);
	let release = () => {};
	const held = new Promise<void>((resolve) => (release = resolve));
	await page.route('**/*.pmtiles', async (route) => {
		await held;
		await route.continue();
	});
	await page.goto(`${STORY}#nato`);
	await expectStandIn(page, 'nato');
	release();
	await expectLiveMap(page);
	expect(stills.map((name) => name.replace(/-\dx\d\.svg$/, '')).sort()).toEqual(['cover', 'nato']);
});

for (const what of ['script', 'worker'] as const) {
	test(`When the ${what} of the map does not come, the still map of each step stands in and says so`, async ({
		page,
	}) => {
		const path = what === 'script' ? `**/${mapScript()}` : WORKER;
		const asked: string[] = [];
		await page.route(path, (route) => {
			asked.push(route.request().url());
			return route.fulfill({ status: 404, body: '' });
		});
		await page.goto(STORY);
		await expect(page.getByRole('status')).toHaveText(UNAVAILABLE);
		expect(asked.length).toBeGreaterThan(0);
		await expectStandIn(page, 'cover');
		await scrollToStep(page, 'harbin');
		await expectStandIn(page, 'harbin');
	});
}

for (const what of ['script', 'worker'] as const) {
	test(`When the ${what} of the map comes at a later step, the live map is there`, async ({ page }) => {
		const path = what === 'script' ? `**/${mapScript()}` : WORKER;
		await page.route(path, (route) => route.abort());
		await page.goto(STORY);
		await expect(page.getByRole('status')).toHaveText(UNAVAILABLE);
		await page.unroute(path);
		await goToStep(page, 'talks');
		await expectLiveMap(page);
	});
}

test('When no font comes, the text is there in other faces at once, and the map draws its names and rests', async ({
	page,
}) => {
	await page.addInitScript(() => {
		const seen = Object.assign(window, { drawn: '' });
		const { prototype } = OffscreenCanvasRenderingContext2D; // MapLibre draws its letters there
		const original = Reflect.get(prototype, 'fillText') as (text: string, ...rest: unknown[]) => void;
		Object.assign(prototype, {
			fillText(text: string, ...rest: unknown[]) {
				seen.drawn += text;
				original.call(this, text, ...rest);
			},
		});
	});
	await page.route('**/*.woff2', (route) => route.abort());
	await page.goto(STORY);
	await expectLiveMap(page);
	await goToStep(page, 'harbin');
	const loaded = await page.evaluate(() =>
		[...document.fonts].filter(({ status }) => status === 'loaded').map(({ family }) => family),
	);
	const ofTheMachine = / (Arial|Georgia|Times)\b/; // its own faces, which stand in
	expect(loaded.filter((family) => !ofTheMachine.test(family))).toEqual([]);
	const drawn = await page.evaluate(() => (window as unknown as { drawn: string }).drawn);
	expect([...'HARBIN'].filter((letter) => !drawn.includes(letter))).toEqual([]);
	await expectWholeText(page);
});

test('When the script of a story does not come on the way from the front page, the story opens as it was served', async ({
	page,
}) => {
	const shared = await scriptsOf(page, '/de/');
	const own = (await scriptsOf(page, STORY)).map((file) => file.split('/').at(-1)!);
	const missing = own.filter((name) => !shared.some((file) => file.endsWith(name)));
	expect(missing.length).toBeGreaterThan(0);
	await page.route(
		({ pathname }) => missing.some((name) => pathname.endsWith(name)),
		(route) => route.abort(),
	);
	await page.goto('/de/');
	await page.locator('main a[href*="two-days-in-china"]').first().click();
	await expect(page).toHaveURL(new RegExp(`${STORY}$`));
	await expect(page.locator('#harbin .still img')).toBeVisible();
	await expectWholeText(page);
});

/** Addresses of the script that a page is served with, relative to it. */
async function scriptsOf(page: Page, path: string): Promise<string[]> {
	const served = await (await page.request.get(path)).text();
	return [...served.matchAll(/<link href="([^"]+)" rel="modulepreload">/g)].map(([, href]) => href!);
}

function fetchedStills(page: Page): string[] {
	const names: string[] = [];
	page.on('request', (request) => {
		const { pathname } = new URL(request.url());
		if (/\/stills\/.*\.svg$/.test(pathname)) names.push(pathname.split('/').at(-1)!);
	});
	return names;
}

/** Names are digests: the script of the story's map is the one that says this. */
const SAYS = 'this step cannot be drawn';

function mapScript(): string {
	const folder = 'build/_app/immutable/chunks';
	const found = readdirSync(folder).filter(
		(name) => name.endsWith('.js') && readFileSync(`${folder}/${name}`, 'utf8').includes(SAYS),
	);
	if (found.length !== 1) throw new Error(`${found.length} scripts in ${folder} say "${SAYS}", not one.`);
	return found[0]!;
}
