import type { Page } from 'playwright';
import { held, type Held } from './bench-deck';

/**
 * Flags of a browser that makes no machine code of a page's script: that is counted as heap too, and grows for as long as
 * another function is found to be hot (about 0.5 MB a pass), whatever the page keeps.
 */
export const UNCOMPILED = ['--js-flags=--no-opt --no-maglev --no-sparkplug'];

/** Share of the window that a pass scrolls by in each frame: every step becomes active. */
const STRIDE = 0.4;

const IDLE_TIMEOUT = 120_000;

/**
 * Scrolls a story from top to end again and again.
 *
 * @returns what the page holds at the top after each pass, its garbage collected
 */
export async function passThrough(page: Page, passes: number): Promise<Held[]> {
	const after: Held[] = [];
	for (let pass = 0; pass < passes; pass++) {
		await page.evaluate(drive, STRIDE);
		await page.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }));
		await page.waitForFunction(
			() => document.querySelector<HTMLElement>('[data-map]')?.dataset.step === 'cover',
		);
		await page.waitForFunction(
			() => document.querySelector<HTMLElement>('[data-map]')?.dataset.map === 'idle',
			undefined,
			{ timeout: IDLE_TIMEOUT },
		);
		after.push(await held(page));
	}
	return after;
}

/** Runs in the page. Names no function: tsx would wrap it in a helper that the page lacks. */
function drive(stride: number): Promise<void> {
	return new Promise((resolve) => {
		const driver = {
			next() {
				const before = scrollY;
				scrollBy({ top: innerHeight * stride, behavior: 'instant' });
				if (scrollY === before) resolve();
				else requestAnimationFrame(driver.next);
			},
		};
		driver.next();
	});
}
