import { ARCHIVE, HEAD, hostArchive, rangeOf } from './archive-host';
import { goToStep, test, waitForIdle } from './fixtures';
import { expect, expectLiveMap, expectStandIn, scrollToStep, STORY, UNAVAILABLE } from './stand-in';

test.describe.configure({ timeout: 240_000 });

test.use({
	contextOptions: { reducedMotion: 'reduce' },
	expectedProblems: /Failed to load resource/,
	mapPicture: 'none',
});

const garbage = Buffer.from(Array.from({ length: HEAD }, (_, index) => (index * 7919) % 251));

for (const [fault, answer] of [
	['is missing', () => ({ status: 404, body: '' })],
	['cannot be reached', () => 'abort' as const],
	['is empty', () => ({ status: 200, body: '' })],
	['is a page of the host’s own', () => ({ status: 200, contentType: 'text/html', body: '<h1>Hello</h1>' })],
	['is not an archive', (from: number, to: number) => rangeOf(garbage, from, to)],
	['has a broken directory', (from: number, to: number) => rangeOf(brokenDirectory(), from, to)],
	['is cut off in its head', (from: number, to: number) => rangeOf(ARCHIVE.subarray(0, 2000), from, to)],
	['is cut off in mid-file', (from: number, to: number) => rangeOf(ARCHIVE.subarray(0, HEAD), from, to)],
	[
		'has nothing but garbage for tiles',
		(from: number, to: number) => (from ? rangeOf(garbage, 0, to - from) : null),
	],
	['has no tile that comes', (from: number) => (from ? { status: 404, body: '' } : null)],
] as const) {
	test(`When the archive ${fault}, the still map of each step stands in and says so`, async ({ page }) => {
		await hostArchive(page, answer);
		await page.goto(STORY);
		await expect(page.getByRole('status')).toHaveText(UNAVAILABLE);
		await expectStandIn(page, 'cover');
		await scrollToStep(page, 'nato');
		await expectStandIn(page, 'nato');
	});
}

test('When the archive is there again at a later step, the live map comes', async ({ page }) => {
	let broken = true;
	await hostArchive(page, () => (broken ? { status: 503, body: '' } : null));
	await page.goto(STORY);
	await expect(page.getByRole('status')).toHaveText(UNAVAILABLE);
	broken = false;
	await goToStep(page, 'talks');
	await expectLiveMap(page);
});

test('When the archive does not come, it is asked for three times at most, however far one reads', async ({
	page,
}) => {
	const host = await hostArchive(page, () => ({ status: 404, body: '' }));
	await page.goto(STORY);
	await expect(page.getByRole('status')).toHaveText(UNAVAILABLE);
	for (const step of ['talks', 'nato', 'heilongjiang', 'north', 'harbin']) {
		await scrollToStep(page, step);
		await expectStandIn(page, step);
	}
	expect(host.requests).toBeLessThanOrEqual(3);
});

test.describe(() => {
	test.use({ mapPicture: 'whole' });

	test('When fine tiles do not come, coarser ones stand in for them, and the map stays alive', async ({
		page,
	}) => {
		const coarse = 400_000;
		await hostArchive(page, (from) => (from > coarse ? { status: 404, body: '' } : null));
		await page.goto(`${STORY}#harbin`);
		await expectLiveMap(page);
		await waitForIdle(page);
		const lands = await page.screenshot();
		await page.unroute('**/world-*.pmtiles');
		await goToStep(page, 'talks');
		await goToStep(page, 'harbin');
		await expectLiveMap(page);
		expect(lands.equals(await page.screenshot()), 'the fine tiles are asked for again').toBe(false);
	});
});

test('When a tile of many does not come, the map stays alive, and the tile is asked for again at the next step', async ({
	page,
}) => {
	let failed = '';
	await hostArchive(page, (from, to) => {
		if (!from || (failed && failed !== `${from}-${to}`)) return null;
		failed = `${from}-${to}`;
		return { status: 500, body: '' };
	});
	await page.goto(STORY);
	await expectLiveMap(page);
	expect(failed).not.toBe('');
});

test('When the host knows no ranges, the archive is fetched as a whole, once, and the map is live', async ({
	page,
}) => {
	const host = await hostArchive(page, () => ({ status: 200, body: ARCHIVE }));
	await page.goto(STORY);
	await expectLiveMap(page);
	await goToStep(page, 'harbin');
	await expectLiveMap(page);
	expect(host.requests).toBe(1);
});

test('When the relief does not come, the map is live without it, and without a word', async ({ page }) => {
	let asked = 0;
	await page.route('**/relief-*.pmtiles', (route) => {
		asked++;
		return route.fulfill({ status: 404 });
	});
	await page.goto(STORY);
	await expectLiveMap(page);
	expect(asked).toBeGreaterThan(0);
	await goToStep(page, 'harbin');
	await expectLiveMap(page);
});

test('When the host knows no ranges and the reader saves data, the still map stands in', async ({ page }) => {
	await page.addInitScript(() => {
		Object.defineProperty(navigator, 'connection', { value: { saveData: true } });
	});
	await hostArchive(page, () => ({ status: 200, body: ARCHIVE }));
	await page.goto(STORY);
	await expect(page.getByRole('status')).toHaveText(UNAVAILABLE);
	await expectStandIn(page, 'cover');
});

for (const { fault, body, mended } of [
	{ fault: 'are missing', body: null, mended: true },
	{ fault: 'are not JSON', body: '<h1>Hello</h1>', mended: true },
	{ fault: 'lack what the step shows', body: '{}', mended: false },
	{ fault: 'hold geometry that cannot be drawn', body: 'nonsense', mended: false },
]) {
	test(`When the story's shapes ${fault}, the steps that need them have their still, the others the live map`, async ({
		page,
	}) => {
		let broken = true;
		await page.route('**/shapes.json', async (route) => {
			if (!broken) return route.continue();
			if (body === null) return route.fulfill({ status: 404, body: '' });
			if (body !== 'nonsense') return route.fulfill({ status: 200, body });
			const shapes = (await (await route.fetch()).json()) as Record<string, unknown>;
			const nonsense = Object.fromEntries(
				Object.keys(shapes).map((key) => [key, { type: 'MultiPolygon', coordinates: null }]),
			);
			return route.fulfill({ status: 200, json: nonsense });
		});
		await page.goto(STORY);
		await expectLiveMap(page);
		await scrollToStep(page, 'nato');
		await expect(page.getByRole('status')).toHaveText(UNAVAILABLE);
		await expectStandIn(page, 'nato');
		await goToStep(page, 'talks');
		await expectLiveMap(page);
		if (!mended) return;
		broken = false;
		await goToStep(page, 'nato');
		await expectLiveMap(page);
	});
}

test('When tiles are lacking at one step only, its still stands in there, and the live map goes on after', async ({
	page,
}) => {
	let broken = false;
	await hostArchive(page, (from) => (broken && from ? 'abort' : null));
	await page.goto(STORY);
	await waitForIdle(page);
	broken = true;
	await scrollToStep(page, 'harbin');
	await expect(page.locator('[data-map]')).not.toHaveAttribute('data-map', 'moving');
	broken = false;
	await goToStep(page, 'talks');
	await expectLiveMap(page);
});

/** A head whose directory is not what it says: every byte of it is another. */
function brokenDirectory(): Buffer {
	const bytes = Buffer.from(ARCHIVE);
	for (let at = 127; at < 6000; at++) bytes[at]! ^= 0x5a;
	return bytes;
}
