import { expect, test } from './fixtures.ts';

const SCREENS = [
	[1024, 768],
	[1280, 720],
	[1920, 1080],
	[2560, 1080],
	[390, 844],
] as const;

const STORIES: [site: 'DATELINE_TEST_URL' | 'DATELINE_FIXTURE_URL', path: string][] = [
	...['de', 'en'].map((lang) => ['DATELINE_TEST_URL', `${lang}/two-days-in-china`] as [never, string]),
	...['en', 'fr', 'ar'].map((lang) => ['DATELINE_FIXTURE_URL', `${lang}/suez-canal`] as [never, string]),
	...['de', 'en', 'fi', 'ru'].map(
		(lang) => ['DATELINE_FIXTURE_URL', `${lang}/long-words`] as [never, string],
	),
];

// Without script all slides stand one below the other, each as large as the screen.
test.use({ javaScriptEnabled: false });

for (const [width, height] of SCREENS)
	test(`no text overflows its slide at ${width}×${height}`, async ({ page }) => {
		test.slow();
		await page.setViewportSize({ width, height });
		for (const [site, path] of STORIES) {
			await page.goto(`${process.env[site]}${path}/slides/`);
			await page.evaluate(() => document.fonts.ready);
			const sheets = await page.locator('.slide:not(.hidden) > .sheet').evaluateAll((all) =>
				all.map((sheet) => ({
					id: sheet.parentElement!.id,
					down: sheet.scrollHeight - sheet.clientHeight,
					aside: Math.max(
						...[sheet, ...sheet.querySelectorAll('p, li, h1, h2, h3, td, th, pre, figure, .table')].map(
							(box) => box.scrollWidth - box.clientWidth,
						),
					),
				})),
			);
			expect(sheets.length, path).toBeGreaterThan(10);
			expect(
				sheets.filter(({ down, aside }) => down > 0 || aside > 1),
				path,
			).toEqual([]);
		}
	});
