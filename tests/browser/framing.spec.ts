import { expect, scrollToStep, test, waitForIdle } from './fixtures';
import { focusMisses, stepIds } from './framing';

const SCREENS = [
	[320, 640],
	[390, 844],
	[768, 1024],
	[844, 390],
	[1280, 800],
	[1920, 1080],
] as const;

test.use({ contextOptions: { reducedMotion: 'reduce' }, mapPicture: 'none', relief: false });

/** Where room is scarcest: in one language. */
const ODD_SCREENS = [
	[320, 320],
	[568, 320],
] as const;

for (const [width, height] of [...SCREENS, ...ODD_SCREENS]) {
	const odd = ODD_SCREENS.some(([w, h]) => w === width && h === height);
	for (const lang of odd ? ['de'] : ['de', 'en']) {
		test(`every focus of the flagship is in view and uncovered at ${width}×${height} in ${lang}`, async ({
			page,
		}) => {
			test.setTimeout(240_000);
			await page.setViewportSize({ width, height });
			await page.goto(`/${lang}/two-days-in-china/`);
			await waitForIdle(page);
			const ids = await stepIds(page);
			expect(ids.length).toBeGreaterThanOrEqual(11);
			for (const id of ids) {
				await scrollToStep(page, id);
				expect(await focusMisses(page), `${id} at ${width}×${height}`).toEqual([]);
			}
		});
	}
}
