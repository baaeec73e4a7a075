import type { Page, Request, Route } from 'playwright/test';
import sharp from 'sharp';
import { writeArchive } from '../geodata/write-archive';
import { rangeOf } from './archive-host';
import { expect, test, waitForIdle } from './fixtures';
import { tinyTile } from './tiny-tiles';

test.describe.configure({ timeout: 120_000 });

test.use({
	baseURL: async ({}, use) => {
		await use(process.env.DATELINE_FIXTURE_URL);
	},
	contextOptions: { reducedMotion: 'reduce' },
	expectedProblems: /https:\/\/(maps|tiles)\.example\//,
});

/** A green that is in no theme. */
const GREEN = [0, 160, 80] as const;

/** A blue for dark pages. */
const NIGHT = [20, 20, 120] as const;

const STYLE = {
	version: 8,
	glyphs: 'fonts/{fontstack}/{range}.pbf',
	sources: {
		world: {
			type: 'vector',
			tiles: ['https://tiles.example/{z}/{x}/{y}.mvt'],
			attribution: '<a href="https://osm.example/copyright">© Everybody</a><script>alert(1)</script>',
		},
	},
	layers: [
		{
			id: 'names',
			type: 'symbol',
			source: 'world',
			'source-layer': 'names',
			layout: { 'text-field': ['get', 'name'], 'text-font': ['Noto Sans Bold'] },
		},
		{
			id: 'land',
			type: 'fill',
			source: 'world',
			'source-layer': 'land',
			paint: { 'fill-color': `rgb(${GREEN.join(',')})` },
		},
	],
};

const TILE = tinyTile([
	{ name: 'land', type: 'area' },
	{ name: 'names', type: 'point', properties: { name: 'Atlantis' } },
]);

/** Answers for the hosts of the fixture's basemaps, and tells what they were asked. */
async function hostBasemap(
	page: Page,
	answer: (url: URL, request: Request) => Parameters<Route['fulfill']>[0],
) {
	const asked: string[] = [];
	await page.route(/^https:\/\/(maps|tiles)\.example\//, async (route) => {
		asked.push(route.request().url());
		const what = answer(new URL(route.request().url()), route.request());
		await route.fulfill({ ...what, headers: { 'access-control-allow-origin': '*', ...what?.headers } });
	});
	return asked;
}

function goodHost(url: URL): Parameters<Route['fulfill']>[0] {
	if (url.hostname === 'tiles.example') return { body: TILE };
	const [names, land] = STYLE.layers;
	const night = { ...land, paint: { 'fill-color': `rgb(${NIGHT.join(',')})` } };
	return { json: url.pathname === '/dark.json' ? { ...STYLE, layers: [names, night] } : STYLE };
}

function warningsOf(page: Page): string[] {
	const warnings: string[] = [];
	page.on('console', (message) => message.type() === 'warning' && warnings.push(message.text()));
	return warnings;
}

/** Colour of the screen at a place on the map, beside its point by some px. */
async function colorAt(page: Page, lon: number, lat: number, by = 0): Promise<number[]> {
	const point = await page.evaluate(
		([lon, lat]) => window.dateline!.project({ lon: lon!, lat: lat! }),
		[lon, lat],
	);
	const clip = { x: point.x + by, y: point.y + by, width: 1, height: 1 };
	const { data } = await sharp(await page.screenshot({ clip }))
		.removeAlpha()
		.raw()
		.toBuffer({ resolveWithObject: true });
	return [...data];
}

function isNear(color: readonly number[], wanted: readonly number[], within = 12): boolean {
	return color.every((channel, index) => Math.abs(channel - wanted[index]!) <= within);
}

test('A style of the author’s own is drawn, the story above it, with names in the page’s faces and its makers thanked', async ({
	page,
}) => {
	const asked = await hostBasemap(page, goodHost);
	const warnings = warningsOf(page);
	await page.goto('/en/old-port/#alexandria');
	await waitForIdle(page);
	expect(isNear(await colorAt(page, 30, 32.5), GREEN), 'the ground of the style').toBe(true);
	expect(isNear(await colorAt(page, 29, 29), GREEN), 'Egypt is tinted by the story').toBe(false);
	expect(isNear(await colorAt(page, 31.25, 30.05), [188, 44, 23], 24), 'the mark of Cairo').toBe(true);
	const credit = page.getByRole('complementary', { name: 'Sources of the map' });
	await expect(credit).toContainText('© Harbour Office · © Everybody · Made with Natural Earth');
	await expect(credit.getByRole('link').nth(1)).toHaveAttribute('href', 'https://osm.example/copyright');
	expect(asked.filter((url) => url.includes('/fonts/'))).toEqual([]);
	expect(warnings).toEqual([]);

	await page.emulateMedia({ colorScheme: 'dark' });
	await expect
		.poll(async () => isNear(await colorAt(page, 30, 32.5), NIGHT), 'the style for dark pages')
		.toBe(true);
	await waitForIdle(page);
});

test('An archive in the schema of Protomaps is drawn in the colours of the theme', async ({ page }) => {
	const tile = tinyTile([{ name: 'earth', type: 'area', properties: { kind: 'earth' } }]);
	const tiles = [0, 1, 2].flatMap((z) =>
		Array.from({ length: 4 ** z }, (_, i) => ({ z, x: i % 2 ** z, y: Math.floor(i / 2 ** z), data: tile })),
	);
	const { bytes } = await writeArchive(tiles, { attribution: '© Archive' });
	const asked = await hostBasemap(page, (_url, request) => {
		const [, from, to] = /^bytes=(\d+)-(\d+)$/.exec(request.headers().range ?? '') ?? [];
		return rangeOf(bytes, Number(from), Number(to) + 1);
	});
	await page.goto('/fr/old-port/#port-said');
	await waitForIdle(page);
	expect(new Set(asked)).toEqual(new Set(['https://tiles.example/port.pmtiles']));
	expect(isNear(await colorAt(page, 31, 33), [235, 229, 217]), 'land where our world has sea').toBe(true);
	await expect(page.getByRole('complementary', { name: 'Sources of the map' })).toContainText('© Archive · ');
});

test.describe(() => {
	test.use({ mapPicture: 'none' });

	for (const [fault, answer] of [
		['is not there', () => ({ status: 404, body: '' })],
		['is no style', () => ({ json: { version: 8, layers: [{ id: 'a', type: 'nonsense' }], sources: {} } })],
		[
			'has no tile that comes',
			(url: URL) => (url.hostname === 'maps.example' ? { json: STYLE } : { status: 403, body: '' }),
		],
	] as const) {
		test(`When the author’s style ${fault}, the world in the box is drawn, and only the author is told, once`, async ({
			page,
		}) => {
			const warnings = warningsOf(page);
			await hostBasemap(page, answer);
			const world = page.waitForRequest(/\/basemap\/world-\w+\.pmtiles$/);
			await page.goto('/en/old-port/');
			await world;
			await waitForIdle(page);
			await expect(page.locator('.stage canvas')).toBeVisible();
			await expect(page.getByRole('status')).toHaveText('');
			const told = warnings.filter((text) => text.startsWith('Dateline: '));
			expect(told).toHaveLength(1);
			expect(told[0]).toContain(
				'the world in the box stands in for the basemap https://maps.example/style.json. ',
			);
			await expect(page.getByRole('complementary', { name: 'Sources of the map' })).not.toContainText(
				'Harbour',
			);
		});
	}
});

test('A page may ask the hosts of its own basemap, and pages without one none', async ({ request }) => {
	const policy = async (path: string) => {
		const html = await (await request.get(path)).text();
		const [, content] = /http-equiv="content-security-policy" content="([^"]*)"/.exec(html)!;
		return new Map(
			content!.split(';').map((directive) => [directive.trim().split(' ')[0], directive.trim()]),
		);
	};
	for (const path of ['/en/old-port/', '/en/old-port/slides/']) {
		const own = await policy(path);
		expect(own.get('connect-src')).toBe("connect-src 'self' https://maps.example https://tiles.example");
		expect(own.get('img-src')).toBe("img-src 'self' https://maps.example https://tiles.example");
		expect(own.get('script-src')).not.toContain('example');
	}
	for (const path of ['/en/', '/en/suez-canal/']) expect((await policy(path)).has('connect-src')).toBe(false);
});
