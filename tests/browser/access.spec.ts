import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type axeCore from 'axe-core';
import type { Page } from 'playwright/test';
import { expect, goToStep, test, waitForIdle } from './fixtures';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

test.use({ contextOptions: { reducedMotion: 'reduce' } });

for (const colorScheme of ['light', 'dark'] as const) {
	for (const viewport of [
		{ width: 1280, height: 800 },
		{ width: 390, height: 844 },
	]) {
		test(`axe finds nothing to object to, ${colorScheme}, ${viewport.width} px wide`, async ({ page }) => {
			test.slow();
			await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
			await page.setViewportSize(viewport);
			for (const address of ['/', '/en/', '/de/two-days-in-china/', '/en/two-days-in-china/']) {
				await page.goto(address);
				if (address.endsWith('-china/')) {
					await waitForIdle(page);
					expect(await violations(page), `${address} on the cover`).toEqual([]);
					await goToStep(page, 'nato');
				}
				expect(await violations(page), address).toEqual([]);
			}
		});
	}
}

test('every control of a story can be reached and worked with the keyboard alone', async ({ page }) => {
	await page.goto('/de/two-days-in-china/');
	await waitForIdle(page);
	await page.keyboard.press('Tab');
	await expect(page.locator('.skip-link')).toBeFocused();
	await goToStep(page, 'talks');
	const names: string[] = [];
	for (let i = 0; i < 40; i++) {
		await page.keyboard.press('Tab');
		const focused = await page.evaluate(() => {
			const element = document.activeElement as HTMLElement;
			if (element === document.body) return '';
			const { outlineStyle } = getComputedStyle(element);
			return `${element.tagName} ${element.textContent?.trim()} ${outlineStyle}`;
		});
		if (!focused) break;
		expect(focused).not.toMatch(/none$/);
		names.push(focused);
	}
	for (const wanted of ['Dateline', 'English', 'NATO', 'Heilongjiang', 'Zurück zum Anfang']) {
		expect(names.join('\n')).toContain(wanted);
	}
	await page.locator('.rail a[href="#nato"]').focus();
	await page.keyboard.press('Enter');
	await waitForIdle(page);
	await expect(page.locator('[data-step]')).toHaveAttribute('data-step', 'nato');
});

test('the menu of a phone opens, leads to a step and closes with Escape', async ({ page }) => {
	await page.setViewportSize({ width: 390, height: 844 });
	await page.goto('/de/two-days-in-china/');
	await waitForIdle(page);
	await page.locator('.menu summary').click();
	await expect(page.locator('.menu .panel')).toBeVisible();
	await page.keyboard.press('Escape');
	await expect(page.locator('.menu .panel')).toBeHidden();
	await expect(page.locator('.menu summary')).toBeFocused();
	await page.locator('.menu summary').click();
	await page.locator('.menu a[href="#harbin"]').click();
	await waitForIdle(page);
	await expect(page.locator('[data-step]')).toHaveAttribute('data-step', 'harbin');
	await expect(page.locator('.menu .panel')).toBeHidden();
});

/** What axe objects to: rule and element. Evaluated through the protocol, which the page's CSP does not bind. */
async function violations(page: Page): Promise<string[]> {
	await page.evaluate(axe);
	return page.evaluate(async () => {
		const { axe } = window as unknown as { axe: typeof axeCore };
		const { violations } = await axe.run(document);
		return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
	});
}
