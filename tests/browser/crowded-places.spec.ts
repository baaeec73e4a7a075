import { expect, goToStep, test, waitForIdle } from './fixtures';

test.use({
	baseURL: async ({}, use) => {
		await use(process.env.DATELINE_FIXTURE_URL);
	},
	contextOptions: { reducedMotion: 'reduce' },
	mapPicture: 'none',
	relief: false,
	viewport: { width: 390, height: 844 },
});

test('the map has a picture and a place for the rule of each name, where they crowd and where one is left out', async ({
	page,
}) => {
	const warnings: string[] = [];
	page.on('console', (message) => {
		if (message.type() === 'warning') warnings.push(message.text());
	});
	await page.goto('/en/crowded-places/');
	await waitForIdle(page);
	for (const step of ['ruhr', 'caribbean']) await goToStep(page, step);
	// MapLibre warns of a picture that it lacks ("rule:…") and of a property that it cannot read.
	expect(warnings.filter((text) => /rule:|story-/.test(text))).toEqual([]);
});
