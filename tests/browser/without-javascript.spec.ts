import { readFileSync } from 'node:fs';
import { expect, test } from './fixtures';

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

/** The words of the story's source: prose and headings, without front matter, map blocks and notes. */
function storyWords(lang: string): string[] {
	const source = readFileSync(`src/stories/two-days-in-china/${lang}.md`, 'utf8');
	const body = source
		.replace(/^---[\s\S]*?^---$/m, '')
		.replace(/^```map[\s\S]*?^```$/gm, '')
		.replace(/<!--[\s\S]*?-->/g, '');
	return words(body);
}

function words(text: string): string[] {
	return (
		text
			.normalize('NFC')
			.replaceAll('\u00ad', '')
			.match(/[\p{L}\p{N}]+/gu) ?? []
	);
}
