import type { Page } from 'playwright';

/** What a kiosk that runs for hours must not gather: counted after the garbage is collected. */
export interface Held {
	/** Bytes of the script's heap. */
	heap: number;
	/** Nodes of the document, those included that are held by script alone. */
	nodes: number;
	listeners: number;
}

/** A deck that has played by itself. */
export interface Played {
	/** After `WARM` advances, when what is kept for good has come: tiles, letters, compiled script. */
	before: Held;
	/** After so many more advances. */
	after: Held;
	advances: number;
}

/** Advances until the heap has been seen to stay level. */
const WARM = 300;

/** Longest that a deck may take for its advances; software WebGL on a busy machine is slow. */
const TIMEOUT = 600_000;

/**
 * Lets an open deck, which plays by itself and loops, advance so many times.
 *
 * @param page its address has `?autoplay=…&loop`
 */
export async function playThrough(page: Page, advances: number): Promise<Played> {
	await page.evaluate(count);
	await advanced(page, WARM);
	const before = await held(page);
	await advanced(page, WARM + advances);
	return { before, after: await held(page), advances };
}

/** Runs in the page: counts its advances. */
function count(): void {
	const counted = window as unknown as { benchAdvances: number };
	counted.benchAdvances = 0;
	new MutationObserver(() => counted.benchAdvances++).observe(document.querySelector('.deck')!, {
		attributeFilter: ['data-step', 'data-part'],
	});
}

async function advanced(page: Page, times: number): Promise<void> {
	await page.waitForFunction(
		(wanted) => (window as unknown as { benchAdvances: number }).benchAdvances >= wanted,
		times,
		{ timeout: TIMEOUT, polling: 100 },
	);
}

/** What a page holds once its garbage is collected. */
export async function held(page: Page): Promise<Held> {
	const devtools = await page.context().newCDPSession(page);
	await devtools.send('Performance.enable');
	await devtools.send('HeapProfiler.collectGarbage');
	const { metrics } = await devtools.send('Performance.getMetrics');
	const of = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? NaN;
	await devtools.detach();
	return { heap: of('JSHeapUsedSize'), nodes: of('Nodes'), listeners: of('JSEventListeners') };
}
