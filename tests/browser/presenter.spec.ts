import type { BrowserContext, Page } from 'playwright/test';
import { violations } from './axe';
import { expect as impatient, test } from './fixtures';

const expect = impatient.configure({ timeout: 45_000 });

const SLIDES = '/de/two-days-in-china/slides/';
const PRESENTER = `${SLIDES}presenter/`;
const NOTE = 'kein Zitat aus der Erklärung';

test.describe.configure({ timeout: 240_000 });
test.use({ contextOptions: { reducedMotion: 'reduce' }, viewport: { width: 1200, height: 800 } });

/** The map is not the subject: the stills stand in for it at once. */
test.beforeEach(({ context }) =>
	context.addInitScript(() => {
		HTMLCanvasElement.prototype.getContext = () => null;
	}),
);

test('either window leads the other: place, part and black, with keys, buttons, numbers and the list', async ({
	page,
}) => {
	await page.goto(SLIDES);
	await expectOpen(page);
	const presenter = await opened(page, () => page.keyboard.press('p'));
	await expectSlides(presenter, 'Folien offen');
	expect(new URL(presenter.url()).pathname).toBe(PRESENTER);
	const both = [page, presenter];
	await expectAt(both, 'cover', 1);

	await presenter.keyboard.press('ArrowRight');
	await expectAt(both, 'talks', 1);
	await page.keyboard.press('ArrowRight');
	await expectAt(both, 'talks', 2);
	await presenter.getByRole('button', { name: 'Zurück', exact: true }).click();
	await expectAt(both, 'talks', 1);
	await expect(presenter.locator('footer .count')).toHaveText(/Folie 2 von 12\s*Teil 1 von 2/);
	await presenter.keyboard.press('1');
	await presenter.keyboard.press('0');
	await presenter.keyboard.press('Enter');
	await expectAt(both, 'harbin', 1);
	await presenter.getByRole('button', { name: /Der Blick auf die NATO/ }).click();
	await expectAt(both, 'nato', 1);
	await page.evaluate(() => (location.hash = '#/declaration/2'));
	await expectAt(both, 'declaration', 2);

	await presenter.getByRole('button', { name: 'Schwarzes Bild' }).click();
	await expect(page.locator('.deck .black')).toBeVisible();
	await expect(presenter.getByText('Der Saal sieht ein schwarzes Bild.')).toBeVisible();
	await page.keyboard.press('b');
	await expect(presenter.getByRole('button', { name: 'Schwarzes Bild' })).toHaveAttribute(
		'aria-pressed',
		'false',
	);
	await presenter.keyboard.press('b');
	await expect(page.locator('.deck .black')).toBeVisible();
	await presenter.keyboard.press('Space');
	await expect(page.locator('.deck .black')).toBeHidden();
	await expectAt(both, 'declaration', 2);
});

test('a view that opens late finds the place, and reloading or closing either window harms nothing', async ({
	page,
	context,
}) => {
	await page.goto(`${SLIDES}#/nato`);
	await expectOpen(page);
	const late = await context.newPage();
	await late.goto(`${PRESENTER}?deck=${await idOf(page)}#/harbin`);
	await expectAt([late], 'nato');
	await late.reload();
	await expectSlides(late, 'Folien offen');
	await page.keyboard.press('ArrowRight');
	await expectAt([page, late], 'nato', 2);

	await page.reload();
	await expectAt([page, late], 'nato', 2);
	await expectSlides(late, 'Folien offen');
	await late.keyboard.press('End');
	await expectAt([page, late], 'sources');
	await late.keyboard.press('Home');
	await expectAt([page, late], 'cover');

	await page.close();
	await expectSlides(late, 'Keine Folien offen');
	await late.keyboard.press('4');
	await late.keyboard.press('Enter');
	await expectAt([late], 'nato');
	const again = await opened(late, () => late.getByRole('link', { name: 'Folien öffnen' }).press('Enter'));
	await expectAt([again], 'nato');
	await expectSlides(late, 'Folien offen');
	await expect(late.locator('main')).toBeFocused();
	expect(new URL(again.url()).search).toBe('');
	await again.keyboard.press('ArrowRight');
	await expectAt([again, late], 'nato', 2);

	await late.close();
	await again.keyboard.press('ArrowLeft');
	await expectAt([again], 'nato', 1);
	await again.reload();
	const new1 = await opened(again, () =>
		again.getByRole('button', { name: 'Referentenansicht' }).first().click(),
	);
	await expectAt([new1], 'nato', 1);
	await expectSlides(new1, 'Folien offen');
});

test('slides that fall silent are missed at the next step, and welcome when they are back', async ({
	page,
	context,
}) => {
	const presenter = await bothOpen(page, context);
	await page.evaluate(() => {
		const { postMessage } = BroadcastChannel.prototype;
		BroadcastChannel.prototype.postMessage = () => {};
		addEventListener('speak', () => (BroadcastChannel.prototype.postMessage = postMessage));
	});
	await presenter.keyboard.press('ArrowRight');
	await expectSlides(presenter, 'Keine Folien offen');
	await page.evaluate(() => dispatchEvent(new Event('speak')));
	await presenter.keyboard.press('ArrowRight');
	await expectSlides(presenter, 'Folien offen');
	await expectAt([page, presenter], 'talks', 2);
});

test('a browser that blocks the other window says so, in either', async ({ page }) => {
	await page.addInitScript(() => (window.open = () => null));
	await page.goto(SLIDES);
	await expectOpen(page);
	await page.keyboard.press('p');
	await expect(page.getByRole('status')).toHaveText(/nicht geöffnet. Erlauben Sie Pop-ups/);
	await page.goto(PRESENTER);
	await expectSlides(page, 'Keine Folien offen');
	await page.getByRole('link', { name: 'Folien öffnen' }).click();
	await expectSlides(page, /nicht geöffnet. Erlauben Sie Pop-ups/);
});

test('two decks do not hear each other, nor does a duplicated tab', async ({ page, context }) => {
	const presenter = await bothOpen(page, context);
	const other = await context.newPage();
	await other.goto(`${SLIDES}#/harbin`);
	await expectOpen(other);
	const duplicate = await opened(page, () => page.evaluate(() => void window.open(location.href)));
	await expectOpen(duplicate);
	await expect.poll(() => idOf(duplicate)).not.toBe(await idOf(page));

	for (const stranger of [other, duplicate]) await stranger.keyboard.press('End');
	await expectAt([other, duplicate], 'sources');
	await presenter.keyboard.press('ArrowRight');
	await expectAt([page, presenter], 'talks');
	await expectAt([other, duplicate], 'sources');
	expect(new Set(await Promise.all([page, other, duplicate].map(idOf))).size).toBe(3);

	await duplicate.close();
	await page.keyboard.press('ArrowRight');
	await expectAt([page, presenter], 'talks', 2);
	await expectSlides(presenter, 'Folien offen');
});

test.describe('without a connection', () => {
	// The browser asks for its icon, and the slides for stills in crops of their own; what the presenter sees is asserted.
	test.use({ expectedProblems: /ERR_INTERNET_DISCONNECTED \(.*(favicon|-3x2|-4x5)\.svg\)/ });

	test('without a connection both windows go on, the presenter’s view with every picture', async ({
		page,
		context,
	}) => {
		const asked: string[] = [];
		const presenter = await bothOpen(page, context);
		context.on('request', (request) => asked.push(new URL(request.url()).pathname));
		const stills = () =>
			presenter.evaluate(
				() =>
					new Set(performance.getEntriesByType('resource').map(({ name }) => /[^/]*3x2\.svg/.exec(name)?.[0]))
						.size,
			);
		await expect.poll(stills).toBeGreaterThanOrEqual(11);
		await presenter.waitForLoadState('networkidle');
		await context.setOffline(true);
		await presenter.keyboard.press('ArrowRight');
		await expectAt([page, presenter], 'talks');
		for (const id of ['nato', 'harbin', 'missiles-asia-pacific']) {
			await presenter.evaluate((id) => (location.hash = `#/${id}`), id);
			await expectAt([page, presenter], id);
			await expect.poll(() => pictures(presenter)).toEqual([true, true]);
		}
		expect(asked.filter((path) => !/\/stills\/.*\.svg$|^\/favicon.svg$/.test(path))).toEqual([]);
	});
});

test('the notes are here and nowhere in the slides, and stay through the parts of a slide', async ({
	page,
	context,
	request,
}) => {
	const presenter = await bothOpen(page, context, '#/declaration');
	const notes = presenter.getByRole('region', { name: 'Notizen' });
	await expect(notes).toContainText(NOTE);
	await presenter.keyboard.press('ArrowRight');
	await expectAt([page, presenter], 'declaration', 2);
	await expect(notes).toContainText(NOTE);
	await presenter.keyboard.press('ArrowRight');
	await expect(notes).toHaveText(/Keine Notizen zu dieser Folie/);
	expect(await presenter.locator('[aria-live], [role=status]').allInnerTexts()).not.toContain(NOTE);

	expect(await page.content()).not.toContain(NOTE);
	for (const file of ['', '__data.json'])
		expect(await (await request.get(SLIDES + file)).text(), `slides/${file}`).not.toContain(NOTE);
	const source = await (await request.get(PRESENTER)).text();
	expect(source).toContain(NOTE);
	expect(source).toContain('<meta name="robots" content="noindex"');
	await expect(presenter).toHaveTitle(/^Referentenansicht: Zwei Tage in China · /);
});

test('the list follows the slide, and the next slide is shown until there is none', async ({ page }) => {
	await page.goto(`${PRESENTER}#/declaration/2`);
	await expectAt([page], 'declaration', 2);
	const current = page.locator('nav [aria-current]');
	await expect(current).toHaveText(/3\s*Die Erklärung/);
	await expect(page.locator('.now .heading')).toHaveText('Die Erklärung');
	await expect(page.locator('.next .heading')).toHaveText('Der Blick auf die NATO');
	await page.keyboard.press('End');
	await expect(current).toHaveText(/12\s*Quellen/);
	await expect(current).toBeInViewport({ ratio: 0.9 });
	await expect(page.getByText('Das ist die letzte Folie.')).toBeVisible();
	await expect(page.getByRole('button', { name: 'Weiter' })).toHaveAttribute('aria-disabled', 'true');
	await page.reload();
	await expectAt([page], 'sources');
	await expect(page.locator('nav [aria-current]')).toBeInViewport({ ratio: 0.9 });
});

test('the time spoken runs from the opening, pauses, begins anew, and survives a reload', async ({
	page,
}) => {
	await page.clock.install({ time: new Date('2024-05-16T09:05:00') });
	await page.goto(`${PRESENTER}?deck=clock`);
	const spoken = page.locator('[data-time=elapsed]');
	await expect(spoken).toHaveText(/^0:0\d$/);
	await page.clock.fastForward('12:34');
	await expect(spoken).toHaveText(/^12:3\d$/);
	await expect(page.locator('[data-time=clock]')).toHaveText('09:17');
	await page.reload();
	await expect(spoken).toHaveText(/^12:[345]\d$/);
	await page.getByRole('button', { name: 'Redezeit anhalten' }).press('Enter');
	await expect(page.getByRole('button', { name: 'Redezeit laufen lassen' })).toBeFocused();
	const paused = await spoken.innerText();
	await page.clock.fastForward('05:00');
	await expect(page.locator('[data-time=clock]')).toHaveText(/^09:2\d$/);
	await expect(spoken).toHaveText(paused);
	await page.getByRole('button', { name: 'Redezeit auf null setzen' }).click();
	await expect(spoken).toHaveText('0:00');
});

test('the keyboard reaches everything in sight with a ring, and never loses its place', async ({ page }) => {
	await page.goto(`${PRESENTER}#/declaration`);
	await expectSlides(page, 'Keine Folien offen');
	const names: string[] = [];
	for (;;) {
		await page.keyboard.press('Tab');
		const stop = await focused(page);
		if (!stop) break;
		expect(stop, `stop ${names.length + 1}: ${stop.name}`).toMatchObject({ ringed: true, seen: true });
		names.push(stop.name);
		if (names.length > 60) throw new Error(`The focus never left the page:\n${names.join('\n')}`);
	}
	for (const wanted of ['Folien öffnen', 'Redezeit', 'Menü', 'Quellen', 'Zurück', 'Weiter', 'Schwarzes Bild'])
		expect(names.join('\n'), wanted).toContain(wanted);

	await page
		.getByRole('button', { name: /Harbin|russischer/ })
		.first()
		.press('Enter');
	await expectAt([page], 'harbin');
	await expect(page.getByRole('button', { name: /russischer Vergangenheit/ })).toBeFocused();
	await page.keyboard.press('?');
	await expect(page.getByRole('dialog')).toBeVisible();
	await expect(page.getByRole('dialog')).not.toContainText('Vollbild');
	await page.keyboard.press('Escape');
	await expect(page.getByRole('button', { name: /russischer Vergangenheit/ })).toBeFocused();
	for (const key of ['f', 'o', 'p']) await page.keyboard.press(key);
	await expect(page.getByRole('dialog')).toHaveCount(0);
	expect(page.context().pages()).toHaveLength(1);
	await expectAt([page], 'harbin');
});

for (const { width, height } of [
	{ width: 1200, height: 800 },
	{ width: 820, height: 1180 },
	{ width: 390, height: 844 },
])
	test(`axe finds nothing to object to, light and dark, ${width} px wide, and nothing sticks out`, async ({
		page,
	}) => {
		await page.setViewportSize({ width, height });
		await page.goto(`${PRESENTER}#/declaration`);
		await expectSlides(page, 'Keine Folien offen');
		for (const colorScheme of ['light', 'dark'] as const) {
			await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
			expect(await violations(page), colorScheme).toEqual([]);
		}
		expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
		await page.keyboard.press('b');
		expect(await violations(page), 'black').toEqual([]);
		await page.keyboard.press('?');
		expect(await violations(page), 'help').toEqual([]);
		await page.keyboard.press('Escape');
		await page.locator('.popover summary').click();
		expect(await violations(page), 'menu').toEqual([]);
	});

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });

	test('the view says that it needs it, and lists all notes', async ({ page }) => {
		await page.goto(PRESENTER);
		await expect(page.getByText('braucht JavaScript')).toBeVisible();
		await expect(page.getByText(NOTE)).toBeVisible();
		await expect(page.getByRole('heading', { name: 'Die Erklärung' })).toBeVisible();
		await expect(page.locator('.note:visible')).toHaveCount(3);
		await expect(page.locator('footer')).toBeHidden();
	});
});

/** Slides, and a presenter's view of them, each in a tab of its own. */
async function bothOpen(page: Page, context: BrowserContext, hash = ''): Promise<Page> {
	await page.goto(SLIDES + hash);
	await expectOpen(page);
	const presenter = await context.newPage();
	await presenter.goto(`${PRESENTER}?deck=${await idOf(page)}`);
	await expectSlides(presenter, 'Folien offen');
	return presenter;
}

/** The window that opens by what somebody does. */
async function opened(page: Page, act: () => Promise<unknown>): Promise<Page> {
	const [popup] = await Promise.all([page.waitForEvent('popup'), act()]);
	await popup.waitForLoadState();
	return popup;
}

/** Waits until the slides are alive. */
async function expectOpen(page: Page): Promise<void> {
	await expect(page.locator('.deck.alive')).toBeAttached();
}

async function expectAt(pages: Page[], step: string, part?: number): Promise<void> {
	for (const page of pages) {
		const place = page.locator('[data-part]');
		await expect(place).toHaveAttribute('data-step', step);
		if (part) await expect(place).toHaveAttribute('data-part', String(part));
	}
}

async function expectSlides(presenter: Page, words: string | RegExp): Promise<void> {
	await expect(presenter.getByRole('status')).toHaveText(words);
}

function idOf(page: Page): Promise<string> {
	return page.evaluate(() => sessionStorage.getItem('dateline-deck')!);
}

/** Whether the pictures of this slide and the next are there. */
function pictures(page: Page): Promise<boolean[]> {
	return page
		.locator('.frame .still img')
		.evaluateAll((images) =>
			images.map(
				(image) => (image as HTMLImageElement).complete && (image as HTMLImageElement).naturalWidth > 0,
			),
		);
}

/** What has the focus: whether one sees it, and that it has it; `undefined` where it is outside of the page. */
function focused(page: Page): Promise<{ name: string; ringed: boolean; seen: boolean } | undefined> {
	return page.evaluate(async () => {
		await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
		const element = document.activeElement as HTMLElement;
		if (!element || element === document.body) return undefined;
		const { left, top, right, bottom } = element.getBoundingClientRect();
		const at = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
		return {
			name: element.getAttribute('aria-label') ?? element.textContent?.trim() ?? '',
			ringed: getComputedStyle(element).outlineStyle !== 'none',
			seen: !!at && (element.contains(at) || at.contains(element)) && top >= 0 && bottom <= innerHeight,
		};
	});
}
