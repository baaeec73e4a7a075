import { expect, test } from './fixtures';
import { focusMisses } from './framing';
import { openDeck, SLIDES } from './slides';

test.use({ contextOptions: { reducedMotion: 'reduce' }, mapPicture: 'none', relief: false });

const SCREENS = [
	[1024, 768],
	[1280, 720],
	[1920, 1080],
	[2560, 1080],
	[390, 844],
] as const;

const STORIES: [site: 'DATELINE_TEST_URL' | 'DATELINE_FIXTURE_URL', path: string][] = [
	['DATELINE_TEST_URL', SLIDES],
	['DATELINE_FIXTURE_URL', '/ru/long-words/slides/'],
	['DATELINE_FIXTURE_URL', '/ar/suez-canal/slides/'],
];

for (const [site, path] of STORIES)
	test.describe(path, () => {
		test.use({
			baseURL: async ({}, use) => {
				await use(process.env[site]);
			},
		});

		for (const [width, height] of SCREENS)
			test(`every slide shows what it speaks of at ${width}×${height}, covered by nothing`, async ({
				page,
			}) => {
				test.slow();
				await page.setViewportSize({ width, height });
				await openDeck(page, path);
				await page.waitForFunction(() => window.dateline?.camera(), undefined, { timeout: 60_000 });
				const misses: Record<string, string[]> = {};
				let seen = '';
				for (;;) {
					const id = await page.locator('.slide.active').getAttribute('id');
					if (id === seen) break;
					seen = id!;
					const missed = await focusMisses(page);
					if (missed.length) misses[id!] = missed;
					await page.keyboard.press('PageDown');
				}
				expect(seen).toBe('/sources');
				expect(misses).toEqual({});
			});
	});
