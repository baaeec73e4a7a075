import { expect, observeShifts, scrollToStep, test, waitForIdle } from './fixtures';
import { stepIds } from './framing';

const SIZES = [
	{ width: 1280, height: 800 },
	{ width: 1024, height: 768 },
	{ width: 844, height: 390 },
	{ width: 390, height: 844 },
];

test.use({ mapPicture: 'none', relief: false, contextOptions: { reducedMotion: 'reduce' } });

for (const viewport of SIZES)
	test(`Nothing shifts while the story is read, at ${viewport.width}×${viewport.height}`, async ({
		page,
	}) => {
		await page.setViewportSize(viewport);
		const shifts = await observeShifts(page);
		await page.goto('/de/two-days-in-china/');
		await waitForIdle(page);
		for (const id of [...(await stepIds(page)), 'cover']) await scrollToStep(page, id);
		expect(await shifts()).toEqual([]);
	});

test.describe('of the fixtures', () => {
	test.use({
		baseURL: async ({}, use) => {
			await use(process.env.DATELINE_FIXTURE_URL);
		},
	});

	for (const [what, address] of [
		['from right to left', '/ar/suez-canal/'],
		['with more names than its line has room for', '/en/long-words/'],
	] as const)
		test(`Nothing shifts while a story ${what} is read`, async ({ page }) => {
			const shifts = await observeShifts(page);
			await page.goto(address);
			await waitForIdle(page);
			// What its faces move when they come is another matter.
			await shifts();
			for (const id of [...(await stepIds(page)), 'cover']) await scrollToStep(page, id);
			expect(await shifts()).toEqual([]);
		});
});
