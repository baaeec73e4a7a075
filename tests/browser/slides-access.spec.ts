import { violations } from './axe';
import { expect, test, waitForIdle } from './fixtures';
import { expectSlide, openDeck, SLIDES, withoutMap } from './slides';

test.use({ contextOptions: { reducedMotion: 'reduce' }, mapPicture: 'none', relief: false });

const looks = [
	{ name: 'light', viewport: { width: 1280, height: 720 }, settings: {} },
	{ name: 'dark', viewport: { width: 390, height: 844 }, settings: { theme: 'dark' } },
	{ name: 'high contrast', viewport: { width: 1024, height: 768 }, settings: { contrast: 'more' } },
	{
		name: 'large dark type',
		viewport: { width: 1280, height: 720 },
		settings: { theme: 'dark', text: 'larger' },
	},
];

for (const { name, viewport, settings } of looks)
	test(`axe finds nothing to object to on slides, ${name}`, async ({ page }) => {
		test.slow();
		await page.setViewportSize(viewport);
		await page.addInitScript(
			(kept) => localStorage.setItem('dateline-settings', kept),
			JSON.stringify(settings),
		);
		await openDeck(page);
		await waitForIdle(page);
		for (const [id, key] of [
			['cover', 'Home'],
			['sources', 'End'],
			['heilongjiang', 'PageUp'],
		] as const) {
			await page.keyboard.press(key);
			await expect(page.locator('.deck')).toHaveAttribute('data-step', id);
			expect(await violations(page), id).toEqual([]);
		}
		await page.locator('.popover summary').click();
		expect(await violations(page), 'menu').toEqual([]);
		await page.keyboard.press('Escape');
		for (const key of ['o', '?']) {
			await page.keyboard.press(key);
			await expect(page.getByRole('dialog')).toBeVisible();
			expect(await violations(page), key).toEqual([]);
			await page.keyboard.press('Escape');
		}
		await page.keyboard.press('b');
		await expect(page.locator('.black button')).toBeFocused();
		expect(await violations(page), 'black').toEqual([]);
		await page.keyboard.press('b');
		await page.locator('.popover summary').click();
		await page.getByRole('button', { name: 'Auf der Karte umsehen' }).click();
		await expect(page.locator('[data-looking]')).toHaveCount(1);
		expect(await violations(page), 'looking around').toEqual([]);
	});

for (const viewport of [
	{ width: 1280, height: 720 },
	{ width: 390, height: 844 },
])
	test(`the keyboard reaches every control of a slide in sight, ${viewport.width} px wide, and leaves the page`, async ({
		page,
	}) => {
		await withoutMap(page);
		await page.setViewportSize(viewport);
		await openDeck(page, `${SLIDES}#/sources`);
		const reached: string[] = [];
		for (let stop = 0; stop < 40; stop++) {
			await page.keyboard.press('Tab');
			const at = await page.evaluate(() => {
				const element = document.activeElement as HTMLElement;
				if (element === document.body) return null;
				const { left, top, width, height } = element.getBoundingClientRect();
				const seen = document.elementFromPoint(left + width / 2, top + height / 2);
				return {
					name: element.getAttribute('aria-label') ?? element.innerText,
					inSight: left >= 0 && top >= 0 && left + width <= innerWidth && top + height <= innerHeight,
					uncovered: element.contains(seen) || !!seen?.contains(element),
					ring: getComputedStyle(element).outlineStyle !== 'none',
				};
			});
			if (!at) break;
			expect(at, at.name).toMatchObject({ inSight: true, uncovered: true, ring: true });
			expect(at.name.trim()).not.toBe('');
			reached.push(at.name.trim());
		}
		for (const wanted of ['Zurück', 'Menü']) expect(reached, reached.join(', ')).toContain(wanted);
		expect(reached.length).toBeLessThan(40);
	});

test('a whole talk with the keyboard alone: menu, overview, dialog, slides', async ({ page }) => {
	await withoutMap(page);
	await openDeck(page);
	await page.locator('.popover summary').focus();
	await page.keyboard.press('Enter');
	await page.keyboard.press('Tab');
	await expect(page.locator('.panel button').first()).toBeFocused();
	await page.keyboard.press('Enter');
	const overview = page.getByRole('dialog', { name: 'Übersicht' });
	await expect(overview).toBeVisible();
	await page.keyboard.press('ArrowRight');
	await page.keyboard.press('Enter');
	await expectSlide(page, 'talks');
	await expect(page.locator('.popover summary')).toBeFocused();
	await page.keyboard.press('ArrowRight');
	await expectSlide(page, 'talks', 2);
});

test('type grows as far as there is room, and what does not fit is scrolled with the keyboard', async ({
	page,
}) => {
	await withoutMap(page);
	await page.setViewportSize({ width: 844, height: 390 });
	await openDeck(page, `${SLIDES}#/heilongjiang`);
	const sizes = page.locator('.slide.active').locator('.prose, .key');
	const px = await sizes.evaluateAll((all) => all.map((text) => parseFloat(getComputedStyle(text).fontSize)));
	expect(px).toEqual([18, 12]);

	await page.setViewportSize({ width: 640, height: 300 });
	for (const key of ['9', 'Enter']) await page.keyboard.press(key);
	await expectSlide(page, 'north');
	const sheet = page.locator('.slide.active .sheet');
	await expect(sheet).toHaveAttribute('tabindex', '0');
	await sheet.focus();
	await page.keyboard.press('ArrowDown');
	await expect.poll(() => sheet.evaluate(({ scrollTop }) => scrollTop)).toBeGreaterThan(0);

	await page.setViewportSize({ width: 1280, height: 720 });
	for (const key of ['1', '1', 'Enter']) await page.keyboard.press(key);
	await expectSlide(page, 'heilongjiang');
	const size = () =>
		page.locator('.slide.active .prose').evaluate((prose) => getComputedStyle(prose).fontSize);
	const before = parseFloat(await size());
	await page.locator('.popover summary').click();
	await page.locator('label.larger').click();
	await expect.poll(async () => parseFloat(await size())).toBeGreaterThan(before * 1.05);
	await expect(sheet).not.toHaveAttribute('tabindex', '0');
	expect(await sheet.evaluate((box) => box.scrollHeight - box.clientHeight)).toBeLessThanOrEqual(0);
});
