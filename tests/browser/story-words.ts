import { readFileSync } from 'node:fs';
import { expect, type Page } from 'playwright/test';

/** The words of the story's source: prose and headings, without front matter, map blocks and notes. */
export function storyWords(lang: string): string[] {
	const source = readFileSync(`src/stories/two-days-in-china/${lang}.md`, 'utf8');
	const body = source
		.replace(/^---[\s\S]*?^---$/m, '')
		.replace(/^```map[\s\S]*?^```$/gm, '')
		.replace(/<!--[\s\S]*?-->/g, '');
	return words(body);
}

/** Every word of the German flagship is on the page and not hidden. */
export async function expectWholeText(page: Page): Promise<void> {
	const shown = words((await page.locator('main').innerText()) + (await page.locator('footer').innerText()));
	expect(storyWords('de').filter((word) => !shown.includes(word))).toEqual([]);
}

export function words(text: string): string[] {
	return (
		text
			.normalize('NFC')
			.replaceAll('\u00ad', '')
			.match(/[\p{L}\p{N}]+/gu) ?? []
	);
}
