import { accessSync, constants, mkdirSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { chromium, type BrowserContext } from 'playwright';
import { toldStories } from '#lib/server/stories.ts';
import { BROWSER_FLAGS, findBrowser } from '../../tests/browser/find-browser.mjs';
import { askedSite, ensureBuild } from './ensure-build';
import { serve } from './serve';
import { readPdfOptions, type Paper, type PdfOptions } from './story-pdf-options';

/**
 * Prints a story with the installed Chromium: as an article, and as slides, in each of its languages.
 *
 * `npm run story:pdf -- my-story [--handout] [--lang de] [--out folder]`
 */
const projectDir = join(import.meta.dirname, '..', '..');

/** The slides keep the colour of their sheet, since they are shown, too; an article leaves its page to the paper. */
const PAPERS: Record<Paper, { below: string; printBackground: boolean }> = {
	article: { below: '', printBackground: false },
	slides: { below: 'slides/', printBackground: true },
};

try {
	const options = readPdfOptions(process.argv.slice(2), toldStories());
	makeFolder(options.out);
	await printStory(options);
} catch (error) {
	console.error(`\n${error instanceof Error ? error.message : String(error)}\n`);
	process.exitCode = 1;
}

async function printStory({ slug, languages, papers, out }: PdfOptions): Promise<void> {
	const site = askedSite();
	ensureBuild(projectDir, site);
	const browser = await chromium.launch({ executablePath: findBrowser(), args: BROWSER_FLAGS });
	const served = await serve({ port: 0, dir: resolve(projectDir, site.out) });
	try {
		// Without script nothing moves and no live map is drawn: the page is what it is on paper.
		const context = await browser.newContext({ javaScriptEnabled: false });
		for (const lang of languages)
			for (const paper of papers) {
				const path = `${lang}/${slug}/${PAPERS[paper].below}`;
				const file = join(out, `${slug}.${lang}.${paper}.pdf`);
				await printPage(context, new URL(path, served.url), file, PAPERS[paper]);
				console.log(relative(process.cwd(), resolve(file)) || file);
			}
	} finally {
		await browser.close();
		await served.close();
	}
}

/** Prints when letters and pictures are there. Throws if the page is missing, or one of its pictures. */
async function printPage(
	context: BrowserContext,
	url: URL,
	file: string,
	{ printBackground }: { printBackground: boolean },
): Promise<void> {
	const page = await context.newPage();
	// From the beginning as on paper: so the page asks for the pictures that paper shows, and for no other.
	await page.emulateMedia({ media: 'print', colorScheme: 'light' });
	const response = await page.goto(url.href);
	if (!response?.ok())
		throw new Error(
			`${url.pathname} is not in the built site. Build it anew: npm run build (it says what is wrong).`,
		);
	const missing = await page.evaluate(async () => {
		await document.fonts.ready;
		const pictures = await Promise.all(
			[...document.images].map((image) => image.decode().catch(() => image.currentSrc)),
		);
		return pictures.filter((src) => src !== undefined);
	});
	if (missing.length)
		throw new Error(
			`A picture of ${url.pathname} cannot be shown: ${new URL(missing[0]!).pathname}. Build the site anew: npm run build`,
		);
	await page.pdf({
		path: file,
		format: 'A4',
		preferCSSPageSize: true,
		tagged: true,
		outline: true,
		printBackground,
	});
	await page.close();
}

/** Throws with what to write instead, if the folder cannot be had or written to. */
function makeFolder(out: string): void {
	try {
		mkdirSync(out, { recursive: true });
		accessSync(out, constants.W_OK);
	} catch (error) {
		const why = {
			EEXIST: 'it is a file',
			ENOTDIR: 'a part of its path is a file',
			EACCES: 'it may not be written',
			EROFS: 'its disk is read-only',
		};
		const { code = '', message } = error as NodeJS.ErrnoException;
		throw new Error(
			`No PDF can be written to "${out}": ${why[code as keyof typeof why] ?? message}. Name another folder: --out handouts`,
			{ cause: error },
		);
	}
}
