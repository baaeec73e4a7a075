import type { Page } from 'playwright/test';
import sharp from 'sharp';
import { violations } from './axe';
import { expect, goToStep, test, waitForIdle } from './fixtures';

const STORY = '/de/two-days-in-china/';

test.use({ contextOptions: { reducedMotion: 'reduce' }, mapPicture: 'none', relief: false });

const looks = [
	{ name: 'light', colorScheme: 'light', settings: {} },
	{ name: 'dark', colorScheme: 'dark', settings: {} },
	{ name: 'high contrast, light', colorScheme: 'light', settings: { contrast: 'more' } },
	{ name: 'high contrast, dark', colorScheme: 'light', settings: { contrast: 'more', theme: 'dark' } },
] as const;

for (const { name, colorScheme, settings } of looks) {
	for (const viewport of [
		{ width: 1280, height: 800 },
		{ width: 390, height: 844 },
	]) {
		test(`axe finds nothing to object to, ${name}, ${viewport.width} px wide`, async ({ page }) => {
			test.slow();
			await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
			await page.setViewportSize(viewport);
			await keepSettings(page, settings);
			for (const address of ['/', STORY, '/en/two-days-in-china/']) {
				await page.goto(address);
				if (address !== '/') await waitForIdle(page);
				expect(await violations(page), address).toEqual([]);
				if (address === STORY) await goToStep(page, 'nato');
				await page.locator('.popover summary').first().click();
				expect(await violations(page), `${address}, menu open`).toEqual([]);
			}
		});
	}
}

test('the accessibility tree of each step has heading, dateline, prose and the map in words, and nothing of the canvas', async ({
	page,
}) => {
	await page.goto(STORY);
	await waitForIdle(page);
	const steps = await page.locator('section.step').all();
	expect(steps).toHaveLength(10);
	for (const step of steps) {
		await step.getByText('Die Karte in Worten').click();
		const tree = await step.ariaSnapshot();
		const heading = await step.locator('h2').innerText();
		expect(tree).toContain(`heading "${heading}" [level=2]`);
		const dateline = step.locator('.dateline time');
		if (await dateline.count()) expect(tree).toContain(await dateline.innerText());
		for (const paragraph of await step.locator('.prose p').all()) {
			expect(words(tree)).toContain(words(await paragraph.innerText()));
		}
		const inWords = await step.locator('details p').innerText();
		expect(inWords.length).toBeGreaterThan(40);
		expect(words(tree)).toContain(words(inWords));
		expect(tree).not.toMatch(/img|canvas|region "Map"|maplibre/i);
	}
	expect(await page.locator('body').ariaSnapshot()).not.toMatch(/canvas|maplibre|region "Map"/i);
});

for (const viewport of [
	{ width: 1280, height: 800 },
	{ width: 390, height: 844 },
]) {
	test(`the keyboard walks through the whole page and back, ${viewport.width} px wide: all in sight, nothing covered, no trap`, async ({
		page,
	}) => {
		test.slow();
		await page.setViewportSize(viewport);
		await page.goto(STORY);
		await waitForIdle(page);
		const there = await walk(page, 'Tab');
		expect(there[0]).toContain('Zum Text springen');
		for (const wanted of ['Dateline', 'Menü', 'Die Karte in Worten', 'Zurück zum Anfang', 'English']) {
			expect(there.join('\n'), wanted).toContain(wanted);
		}
		expect(there.filter((name) => name.includes('Die Karte in Worten'))).toHaveLength(11);
		const back = await walk(page, 'Shift+Tab');
		expect(back[0]).toBe(there.at(-1));
		expect(back.length).toBeGreaterThan(20);
	});
}

test('a link of the rail leads to its step with the keyboard alone', async ({ page }) => {
	await page.goto(STORY);
	await waitForIdle(page);
	await goToStep(page, 'talks');
	await page.locator('.rail a[href="#nato"]').focus();
	await page.keyboard.press('Enter');
	await waitForIdle(page);
	await expect(page.locator('[data-step]')).toHaveAttribute('data-step', 'nato');
});

test('explicit steps are announced with the map in words, scrolling is not', async ({ page }) => {
	await page.goto(STORY);
	await waitForIdle(page);
	const announced = page.locator('p[aria-live="polite"]');
	await goToStep(page, 'talks');
	await expect(announced).toHaveText('');
	await page.getByRole('button', { name: 'nächste Station' }).click();
	await expect(page.locator('[data-step]')).toHaveAttribute('data-step', 'declaration');
	await expect(announced).toHaveText(/^2 von 10: Die Erklärung\. .*Russland/);
	await expect(page.getByRole('button', { name: 'nächste Station' })).toBeFocused();
	await page.keyboard.press('k');
	await expect(page.locator('[data-step]')).toHaveAttribute('data-step', 'talks');
	await expect(announced).toHaveText(/^1 von 10/);
});

test('single keys step through the story, and stop doing so when they are switched off', async ({ page }) => {
	await page.goto(STORY);
	await waitForIdle(page);
	const step = page.locator('[data-step]');
	await page.keyboard.press('j');
	await expect(step).toHaveAttribute('data-step', 'talks');
	await page.keyboard.press('Control+j');
	await expect(step).toHaveAttribute('data-step', 'talks');
	await page.locator('.popover summary').click();
	await page.getByRole('checkbox').uncheck();
	await page.keyboard.press('Escape');
	await page.keyboard.press('j');
	await page.reload();
	await waitForIdle(page);
	await page.keyboard.press('j');
	await expect(step).toHaveAttribute('data-step', 'talks');
});

test('the menu of a phone opens, leads to a step and closes with Escape and beside it', async ({ page }) => {
	await page.setViewportSize({ width: 390, height: 844 });
	await page.goto(STORY);
	await waitForIdle(page);
	const menu = page.locator('.popover');
	await menu.locator('summary').click();
	await expect(menu.locator('.panel')).toBeVisible();
	await page.keyboard.press('Escape');
	await expect(menu.locator('.panel')).toBeHidden();
	await expect(menu.locator('summary')).toBeFocused();
	await menu.locator('summary').click();
	await menu.locator('a[href="#harbin"]').click();
	await waitForIdle(page);
	await expect(page.locator('[data-step]')).toHaveAttribute('data-step', 'harbin');
	await expect(menu.locator('.panel')).toBeHidden();
});

test.describe(() => {
	test.use({ mapPicture: 'whole' });

	test('colours, contrast and text size are chosen once for page, live map and still maps', async ({
		page,
	}) => {
		await page.emulateMedia({ colorScheme: 'light' });
		await page.goto(`${STORY}#talks`);
		await waitForIdle(page);
		await page.locator('.popover summary').click();
		await page.getByLabel('Dunkel').check({ force: true });
		await page.getByLabel('Hoch').check({ force: true });
		await page.getByLabel('Größer').check({ force: true });
		await waitForIdle(page);
		const look = () =>
			page.evaluate(() => {
				const root = getComputedStyle(document.documentElement);
				const still = document.querySelector<HTMLImageElement>('.cover img')!;
				return [root.backgroundColor, root.fontSize, new URL(still.src).hash];
			});
		expect(await look()).toEqual(['rgb(0, 0, 0)', '23px', '#more']);
		await page.keyboard.press('Escape');
		const map = { x: 520, y: 80, width: 740, height: 640 };
		expect(await mainColour(await page.screenshot({ clip: map }))).toBe('#141a21');
		await page.goto('/');
		await expect(page.locator('html')).toHaveCSS('background-color', 'rgb(0, 0, 0)');
		await page.goto(STORY);
		await waitForIdle(page);
		expect(await look()).toEqual(['rgb(0, 0, 0)', '23px', '#more']);
	});
});

test('a still map takes the contrast that its address names, and the colours of the page around it', async ({
	page,
}) => {
	await page.emulateMedia({ colorScheme: 'light' });
	await page.goto('/de/');
	const land = async (scheme: string, fragment: string) => {
		await page.evaluate(
			async ([scheme, fragment]) => {
				document.querySelector('#probe')?.remove();
				const image = Object.assign(new Image(1200, 800), { id: 'probe' });
				Object.assign(image.style, { colorScheme: scheme, position: 'fixed', inset: '0', zIndex: '999' });
				image.src = `/de/two-days-in-china/stills/talks-3x2.svg${fragment}`;
				document.body.append(image);
				await image.decode();
			},
			[scheme, fragment],
		);
		return mainColour(await page.locator('#probe').screenshot());
	};
	expect(await land('light', '')).toBe('#ebe5d9');
	expect(await land('light', '#more')).toBe('#f1eee8');
	expect(await land('light', '#less')).toBe('#ebe5d9');
	expect(await land('dark', '')).toBe('#1e2833');
	expect(await land('dark', '#more')).toBe('#141a21');
});

/** Presses the key until the focus leaves the page; what had it, in order, each checked on its way. */
async function walk(page: Page, key: string): Promise<string[]> {
	const names: string[] = [];
	for (let i = 0; i < 150; i++) {
		await page.keyboard.press(key);
		const focused = await page.evaluate(async () => {
			// Scrolling to the focused element ends with the next frame.
			await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
			const element = document.activeElement as HTMLElement;
			if (!element || element === document.body) return undefined;
			const { left, top, right, bottom } = element.getBoundingClientRect();
			const at = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
			const name = element.getAttribute('aria-label') ?? element.textContent?.trim() ?? '';
			return {
				name: `${element.tagName} ${name}`,
				ringed:
					getComputedStyle(element).outlineStyle !== 'none' ||
					!!element.parentElement?.querySelector('input:focus-visible + span'),
				seen: !!at && (element.contains(at) || at.contains(element)),
			};
		});
		if (!focused) return names;
		expect(focused, `stop ${i + 1}: ${focused.name}`).toMatchObject({ ringed: true, seen: true });
		names.push(focused.name);
	}
	throw new Error(`The focus never left the page:\n${names.join('\n')}`);
}

/** The colour that most of a picture has. */
async function mainColour(png: Buffer): Promise<string> {
	const { data, info } = await sharp(png).raw().toBuffer({ resolveWithObject: true });
	const counts = new Map<string, number>();
	for (let at = 0; at < data.length; at += info.channels) {
		const colour = `#${data.toString('hex', at, at + 3)}`;
		counts.set(colour, (counts.get(colour) ?? 0) + 1);
	}
	return [...counts].sort(([, a], [, b]) => b - a)[0]![0];
}

async function keepSettings(page: Page, settings: Record<string, string>): Promise<void> {
	await page.addInitScript(
		(kept) => localStorage.setItem('dateline-settings', kept),
		JSON.stringify(settings),
	);
}

/** Text without its spacing and what a tree's notation adds to it. */
function words(text: string): string {
	return text.replace(/[^\p{L}\p{N}]+/gu, '');
}
