import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Page } from 'playwright/test';
import { FIXTURES } from '../../src/cli/ensure-build.ts';
import { expect, test, waitForIdle } from './fixtures';
import { packed, readPdf, type Pdf } from './read-pdf';

const CANAL = 'https://www.suezcanal.gov.eg/';
const CREDIT = 'Made with Natural Earth · Places © GeoNames (CC BY 4.0) · Names: Unicode CLDR';

/** Words of the interface, which nobody can press on paper. */
const INTERFACE = ['The map in words', 'Back to the beginning', 'All stories', 'Menu', 'min read', '1 of 8'];

/** Numbers that tell the course of the lines of one still map, at least. */
const A_MAP = 3000;

test.describe('a story on paper', () => {
	// One worker prints for all of them.
	test.describe.configure({ mode: 'default' });

	let folder: string;
	let article: Pdf;
	let slides: Pdf;
	let files: string[];

	test.beforeAll(async () => {
		test.setTimeout(180_000);
		folder = await mkdtemp(join(tmpdir(), 'dateline-pdf-'));
		const env = { ...process.env, DATELINE_STORIES: FIXTURES.stories, DATELINE_OUT: FIXTURES.out };
		const args = ['tsx', 'src/cli/story-pdf.ts', 'suez-canal', '--lang', 'en', '--out', folder];
		await promisify(execFile)('npx', args, { env, shell: process.platform === 'win32' });
		files = await readdir(folder);
		article = await readPdf(await readFile(join(folder, 'suez-canal.en.article.pdf')));
		slides = await readPdf(await readFile(join(folder, 'suez-canal.en.slides.pdf')));
	});

	test.afterAll(() => rm(folder, { recursive: true, force: true }));

	test.use({
		baseURL: async ({}, use) => {
			await use(process.env.DATELINE_FIXTURE_URL);
		},
		javaScriptEnabled: false,
	});

	test('makes one file of the article and one of the slides, tagged, with title, language and outline', () => {
		expect(files.sort()).toEqual(['suez-canal.en.article.pdf', 'suez-canal.en.slides.pdf']);
		expect(article).toMatchObject({
			title: 'The canal without locks · Dateline',
			lang: 'en',
			tagged: true,
		});
		expect(slides).toMatchObject({ lang: 'en', tagged: true });
		expect(slides.title).toContain('The canal without locks');
		expect(article.outline).toEqual([
			'The canal without locks',
			...['Two seas', 'How to read the map', 'Port Said, where it begins', 'Longer and deeper', 'The lakes'],
			...['Out at sea', 'Six days in March', 'What the map leaves out', 'Suez, where it ends', 'Sources'],
		]);
	});

	test('an article has every heading and every paragraph, in order, on numbered pages of A4', async ({
		page,
	}) => {
		await page.goto('/en/suez-canal/');
		const { length } = article.pages;
		for (const [at, each] of article.pages.entries()) {
			expect([each.width, each.height]).toEqual([596, 843]);
			expect(each.text).toContain(`${at + 1}/${length}`);
		}
		const text = article.pages.map((each) => each.told).join('');
		expect(length).toBeGreaterThan(4);
		expect(length).toBeLessThan(9);
		let at = 0;
		for (const words of await paragraphs(page)) {
			const found = text.indexOf(words, at);
			expect(found, words).toBeGreaterThanOrEqual(at);
			at = found;
		}
		expect(text).toContain(packed(CREDIT));
		expect(text).toContain(packed('Herodotus, Histories, book II'));
		for (const words of INTERFACE) expect(text).not.toContain(packed(words));
	});

	test('an article has each map once and whole, with its key and its words', async ({ page }) => {
		await page.goto('/en/suez-canal/');
		const alts = await page
			.locator('.still img')
			.evaluateAll((all) => all.map((img) => img.getAttribute('alt')));
		const figures = article.pages.flatMap((each) => each.figures);
		expect(alts.length).toBe(9);
		for (const alt of alts)
			expect(
				figures.filter((figure) => figure === alt),
				alt!,
			).toHaveLength(1);
		for (const each of article.pages) {
			const maps = each.figures.filter((figure) => alts.includes(figure));
			expect(each.drawn).toBeGreaterThan(A_MAP * maps.length);
		}
		const text = article.pages.map((each) => each.told).join('');
		for (const words of [...alts, 'Egypt, through which the canal runs', 'Round the Cape'])
			expect(text).toContain(packed(words ?? ''));
	});

	test('no heading of an article stands alone at the foot of a page', async ({ page }) => {
		await page.goto('/en/suez-canal/');
		const headings = await page.locator('.step:not(.hidden) h2').allInnerTexts();
		for (const heading of headings) {
			const on = article.pages.find(({ lines }) => lines.some(({ text }) => text === heading))!;
			const at = on.lines.find(({ text }) => text === heading)!;
			const below = on.lines.filter(({ x, y }) => x < on.width / 2 && y > at.y + 1);
			expect(new Set(below.map(({ y }) => Math.round(y))).size, heading).toBeGreaterThanOrEqual(3);
		}
	});

	test('a link has a number, and its address below the text and beside its source', () => {
		const text = article.pages.map((each) => each.text).join('');
		expect(text).toContain(packed('pages of the Suez Canal Authority[1]'));
		expect(text).toContain(`[1]${CANAL}`);
		expect(text).toContain(packed(`Canal characteristics${CANAL}`));
		expect(slides.pages.filter((each) => each.text.includes(`[1]${CANAL}`))).toHaveLength(2);
	});

	test('slides are pages of 16:9, one a part, each with map, credits and number', async ({ page }) => {
		await page.goto('/en/suez-canal/slides/');
		const parts = page.locator('main > .slide');
		expect(slides.pages).toHaveLength(await parts.count());
		const headings = await parts.evaluateAll((all) =>
			all.map((part) =>
				part.matches('.hidden') ? '' : part.querySelector('.heading')!.firstChild!.textContent!,
			),
		);
		const alts = await parts
			.locator('.still img')
			.evaluateAll((all) => all.map((img) => img.getAttribute('alt')));
		for (const [at, each] of slides.pages.entries()) {
			expect([each.width, each.height]).toEqual([960, 540]);
			expect(each.text).toContain(packed(headings[at]!));
			expect(each.text).toContain(packed(CREDIT));
			expect(each.text).toMatch(/\d+\/10/);
			expect(each.figures).toContain(alts[at]);
			expect(each.drawn).toBeGreaterThan(A_MAP);
		}
	});

	test('no text of a slide is cut off, with the numbers of its links', async ({ page }) => {
		await page.setViewportSize({ width: 1280, height: 720 });
		await page.emulateMedia({ media: 'print' });
		for (const path of ['/en/suez-canal/', '/ar/suez-canal/', '/de/long-words/', '/fi/long-words/']) {
			await page.goto(`${path}slides/`);
			await page.evaluate(() => document.fonts.ready);
			const cut = await page
				.locator('.slide:not(.hidden) .sheet')
				.evaluateAll((sheets) =>
					sheets
						.filter(
							(sheet) => sheet.scrollHeight > sheet.clientHeight || sheet.scrollWidth > sheet.clientWidth,
						)
						.map((sheet) => sheet.textContent),
				);
			expect(cut, path).toEqual([]);
		}
	});
});

test.describe('printed from the living page', () => {
	/** Water of the maps and ink of the text, light and dark. */
	const LIGHT = ['#cdd7dc', '#1a1c20'];
	const DARK = ['#0c1118', '#ece7dd'];

	for (const { where, path, viewport } of [
		{
			where: 'a story on a wide screen',
			path: '/de/two-days-in-china/',
			viewport: { width: 1280, height: 800 },
		},
		{ where: 'a story on a phone', path: '/de/two-days-in-china/', viewport: { width: 390, height: 844 } },
		{ where: 'slides', path: '/de/two-days-in-china/slides/', viewport: { width: 1280, height: 800 } },
	])
		test(`${where}, dark and with the live map, is light and has all maps`, async ({ page }) => {
			await page.setViewportSize(viewport);
			await page.emulateMedia({ colorScheme: 'dark' });
			await page.addInitScript(() => localStorage.setItem('dateline-settings', '{"theme":"dark"}'));
			await page.goto(path);
			await waitForIdle(page);
			const { pages } = await readPdf(
				await page.pdf({ format: 'Letter', tagged: true, preferCSSPageSize: true }),
			);
			const colours = new Set(pages.flatMap((each) => [...each.colours]));
			for (const colour of LIGHT) expect(colours).toContain(colour);
			for (const colour of DARK) expect(colours).not.toContain(colour);
			const alts = await page
				.locator('.still img')
				.evaluateAll((all) => all.map((img) => img.getAttribute('alt')));
			const figures = pages.flatMap((each) => each.figures);
			expect(figures.filter((figure) => alts.includes(figure))).toHaveLength(alts.length);
			const drawn = pages.reduce((sum, each) => sum + each.drawn, 0);
			expect(drawn).toBeGreaterThan(A_MAP * alts.length);
		});
});

/** Headings and paragraphs of the steps, as {@link packed} text; what stands in several lines of a cell is left out. */
async function paragraphs(page: Page): Promise<string[]> {
	const all = await page
		.locator('#text :is(h1, .text h2, .prose > p, .prose > h3)')
		.evaluateAll((elements) => elements.map((element) => (element.textContent ?? '').replace(/\[\d\]/g, '')));
	return all.map((text) => packed(text).slice(0, 40)).filter(Boolean);
}
