import { expect, test } from './fixtures';
import { storyWords, words } from './story-words';

test.use({ javaScriptEnabled: false });

for (const lang of ['de', 'en']) {
	test(`every word and a still map of every step are there without JavaScript, in ${lang}`, async ({
		page,
	}) => {
		await page.goto(`/${lang}/two-days-in-china/`);
		const shown = words(
			(await page.locator('main').innerText()) + (await page.locator('footer').innerText()),
		);
		const lacking = storyWords(lang).filter((word) => !shown.includes(word));
		expect(lacking).toEqual([]);

		const sections = page.locator('main section[id]');
		expect(await sections.count()).toBeGreaterThanOrEqual(11);
		for (const section of await sections.all()) {
			const image = section.locator('img');
			await image.scrollIntoViewIfNeeded();
			await expect(image).toBeVisible();
			await expect(image).toHaveAttribute('alt', /.+/);
			const source = await image.getAttribute('src');
			const response = await page.request.get(new URL(source!, page.url()).href);
			expect(response.status(), source!).toBe(200);
			expect(await response.text()).toContain('<svg');
		}
	});
}
