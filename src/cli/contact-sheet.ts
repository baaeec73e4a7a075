import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright';
import { BROWSER_FLAGS, findBrowser } from '../../tests/browser/find-browser.mjs';
import { buildFollowing } from './build-following';
import { ensureBuild } from './ensure-build';
import { serve } from './serve';

/**
 * Takes a picture of every step of a story, or of every part of its slides, narrow and wide, light and dark, and lays each
 * set out on one sheet. With `--ways`: at 25, 50 and 75 % of the way from each step to the next.
 *
 * `npm run contact-sheet [-- [--ways] /de/two-days-in-china/slides/]`
 */
const SCREENS = [
	{ width: 1280, height: 800 },
	{ width: 390, height: 844 },
];

const projectDir = join(import.meta.dirname, '..', '..');
const ways = process.argv.includes('--ways');
const out = join(projectDir, 'test-results', ways ? 'contact-sheet-ways' : 'contact-sheet');
const path = process.argv.slice(2).find((argument) => !argument.startsWith('--')) ?? '/de/two-days-in-china/';
mkdirSync(out, { recursive: true });
if (!ways) ensureBuild(projectDir);
const served = await serve({ port: 0, dir: ways ? buildFollowing(projectDir) : join(projectDir, 'build') });
const browser = await chromium.launch({ executablePath: findBrowser(), args: BROWSER_FLAGS });

for (const screen of SCREENS) {
	for (const colorScheme of ['light', 'dark'] as const) {
		const reducedMotion = ways ? 'no-preference' : 'reduce';
		const page = await browser.newPage({ viewport: screen, colorScheme, reducedMotion });
		await page.goto(new URL(path, served.url).href);
		await rests(page);
		const pictures: string[] = [];
		for (const id of ways ? await places(page) : await sections(page)) {
			if (ways) await goTo(page, Number(id));
			else await (id.startsWith('/') ? goToSlide : goToStep)(page, id);
			await rests(page);
			const file = join(
				out,
				`${screen.width}-${colorScheme}-${String(pictures.length).padStart(2, '0')}-${id.replaceAll('/', '')}.png`,
			);
			pictures.push((await page.screenshot({ path: file })).toString('base64'));
			console.log(file);
		}
		await sheet(pictures, `${screen.width}-${colorScheme}`, screen.width > 600 ? 3 : ways ? 9 : 6);
		await page.close();
	}
}
await browser.close();
await served.close();

type Page = Awaited<ReturnType<typeof browser.newPage>>;

function sections(page: Page): Promise<string[]> {
	return page.locator('main section[id]').evaluateAll((all) => all.map(({ id }) => id));
}

/** A quarter, half and three quarters of the way from each step to the next, as `dateline.progress` says it. */
async function places(page: Page): Promise<string[]> {
	const steps = (await sections(page)).length;
	return Array.from({ length: steps - 1 }, (_, step) => [0.625, 0.75, 0.875].map((part) => step + part))
		.flat()
		.map(String);
}

/** Scrolls until the reader is where `progress` says. */
async function goTo(page: Page, progress: number): Promise<void> {
	let [low, high] = [0, await page.evaluate(() => document.documentElement.scrollHeight)];
	while (high - low > 1) {
		const middle = Math.round((low + high) / 2);
		const reached = await page.evaluate((top) => {
			scrollTo({ top, behavior: 'instant' });
			return new Promise<number>((resolve) =>
				requestAnimationFrame(() => requestAnimationFrame(() => resolve(window.dateline!.progress))),
			);
		}, middle);
		if (reached < progress) low = middle;
		else high = middle;
	}
}

async function goToStep(page: Page, id: string): Promise<void> {
	await page.evaluate((step) => document.getElementById(step)!.scrollIntoView(), id);
	await page.waitForFunction(
		(step) => document.querySelector<HTMLElement>('[data-step]')?.dataset.step === step,
		id,
	);
}

/** The ids of slides are their addresses: `/harbin/2`. */
async function goToSlide(page: Page, id: string): Promise<void> {
	await page.evaluate((slide) => (location.hash = slide), id);
	await page.waitForFunction((slide) => document.querySelector('.slide.active')?.id === slide, id);
}

async function rests(page: Page): Promise<void> {
	await page.waitForFunction(
		() => document.querySelector<HTMLElement>('[data-map]')?.dataset.map === 'idle',
		undefined,
		{
			timeout: 45_000,
		},
	);
}

async function sheet(pictures: string[], name: string, columns: number): Promise<void> {
	const page = await browser.newPage({ viewport: { width: 1800, height: 1000 } });
	const cells = pictures.map((picture) => `<img src="data:image/png;base64,${picture}">`).join('');
	await page.setContent(
		`<style>body{margin:8px;background:#888;display:grid;gap:8px;grid-template-columns:repeat(${columns},1fr)}img{width:100%}</style>${cells}`,
	);
	const file = join(out, `sheet-${name}.png`);
	await page.screenshot({ path: file, fullPage: true });
	console.log(file);
	await page.close();
}
