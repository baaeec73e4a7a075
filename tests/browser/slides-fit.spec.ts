import { expect, test } from './fixtures.ts';

const SCREENS = [
	[1024, 768],
	[1280, 720],
	[1920, 1080],
	[2560, 1080],
	[390, 844],
] as const;

const SITES = [
	{ site: 'DATELINE_TEST_URL', stories: ['de', 'en'].map((lang) => `/${lang}/two-days-in-china`) },
	{
		site: 'DATELINE_FIXTURE_URL',
		stories: [
			...['en', 'fr', 'ar'].map((lang) => `/${lang}/suez-canal`),
			...['de', 'en', 'fi', 'ru'].map((lang) => `/${lang}/long-words`),
		],
	},
];

// Without script all slides stand one below the other, each as large as the screen.
test.use({ javaScriptEnabled: false });

for (const { site, stories } of SITES)
	test.describe(stories.join(', '), () => {
		test.use({
			baseURL: async ({}, use) => {
				await use(process.env[site]);
			},
		});

		for (const [width, height] of SCREENS)
			test(`no text overflows its slide at ${width}×${height}`, async ({ page }) => {
				test.slow();
				await page.setViewportSize({ width, height });
				for (const path of stories) {
					await page.goto(`${path}/slides/`);
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
	});
