import { test as base, expect, type BrowserContext, type Page } from 'playwright/test';

/** The map's first picture in software WebGL has been seen to take 12 s on an idle machine. */
const IDLE_TIMEOUT = 45_000;

interface Options {
	/**
	 * How the live map is drawn. None is enough wherever no test looks at its pixels, and a page load takes half the time
	 * without: everything is loaded, placed and framed as ever, and told to the graphics, but no triangle is drawn.
	 * Set with `test.use({ mapPicture: 'none' })`; never where pictures are compared.
	 */
	mapPicture: 'whole' | 'none';

	/** Whether the relief comes, too: readers who save data have none, and a map without a picture has nothing to show of it. */
	relief: boolean;

	/**
	 * Problems that a test provokes on purpose, `/WebGL|404/`: what matches does not fail the test.
	 * Set with `test.use({ expectedProblems: /…/ })`.
	 */
	expectedProblems: RegExp | undefined;
}

/**
 * Playwright's `test`, on the built site, and strict: a request that leaves the origin, an uncaught error, an error on
 * the console or a violation of the Content Security Policy fails the test, whatever the test itself looks at.
 */
export const test = base.extend<Options>({
	mapPicture: ['whole', { option: true }],
	relief: [true, { option: true }],
	expectedProblems: [undefined, { option: true }],

	baseURL: async ({}, use) => {
		await use(process.env.DATELINE_TEST_URL);
	},

	context: async ({ context, baseURL, expectedProblems, mapPicture, relief }, use) => {
		if (mapPicture === 'none') await drawNoMap(context);
		if (!relief) await saveData(context);
		const problems = await watch(context, new URL(baseURL ?? '').origin);
		await use(context);
		const unexpected = problems.filter((problem) => !expectedProblems?.test(problem));
		expect(unexpected, 'what went wrong in the page while the test ran').toEqual([]);
	},
});

export { expect };

/** Problems of all pages and workers of a context, as they come. For contexts that a test opens by itself. */
export async function watch(context: BrowserContext, origin: string): Promise<string[]> {
	const problems: string[] = [];
	context.on('request', (request) => {
		const url = new URL(request.url());
		const inside = url.origin === origin || url.protocol === 'data:';
		if (!inside) problems.push(`request to another origin: ${url.href}`);
	});
	context.on('page', (page) => {
		page.on('websocket', (socket) => problems.push(`WebSocket: ${socket.url()}`));
	});
	context.on('weberror', (webError) => {
		problems.push(`uncaught error: ${webError.error().message}`);
	});
	context.on('console', (message) => {
		if (message.type() !== 'error') return;
		const { url } = message.location();
		problems.push(`console error: ${message.text()}${url ? ` (${url})` : ''}`);
	});
	// Chromium prints most violations to the console, but not those of a policy that only reports.
	await context.addInitScript(() => {
		document.addEventListener('securitypolicyviolation', (event) => {
			console.error(`CSP violation: ${event.violatedDirective} blocked ${event.blockedURI} ${event.sample}`);
		});
	});
	return problems;
}

/** Has a context save data, so that its maps come without relief. */
async function saveData(context: BrowserContext): Promise<void> {
	await context.addInitScript(() => {
		Object.defineProperty(navigator, 'connection', { value: { saveData: true }, configurable: true });
	});
}

/** Has the maps of a context draw no triangle. For contexts that a test opens by itself. */
export async function drawNoMap(context: BrowserContext): Promise<void> {
	await context.addInitScript(() => {
		const { prototype } = WebGL2RenderingContext;
		const { drawElements, drawArrays } = prototype;
		prototype.drawElements = function (mode, _count, type, offset) {
			drawElements.call(this, mode, 0, type, offset);
		};
		prototype.drawArrays = function (mode, first) {
			drawArrays.call(this, mode, first, 0);
		};
	});
}

/**
 * Waits until the map rests, and with it the small globe that says where it is: every picture and every measurement of
 * the map is made in this state.
 */
export async function waitForIdle(page: Page): Promise<void> {
	await page.waitForFunction(
		() => {
			if (document.querySelector<HTMLElement>('[data-map]')?.dataset.map !== 'idle') return false;
			const holder = document.querySelector('.maplibregl-map:not([data-looking])');
			if (!holder) return true;
			const locator = holder.getAttribute('data-locator');
			return locator === 'none' || (locator === 'shown' && !!document.querySelector('.locator.visible'));
		},
		undefined,
		{ timeout: IDLE_TIMEOUT },
	);
}

/** Waits until the page stands still: keys, wheels and fingers scroll it for a while after they have been let go. */
export async function waitForScrollEnd(page: Page): Promise<void> {
	await page.evaluate(async () => {
		for (let still = 0; still < 12;) {
			const top = scrollY;
			await new Promise((resolve) => requestAnimationFrame(resolve));
			still = scrollY === top ? still + 1 : 0;
		}
	});
}

/** Scrolls to a step as a link to it would, and waits until the page has taken it and the map rests there. */
export async function goToStep(page: Page, id: string): Promise<void> {
	await scrollToStep(page, id);
	await waitForIdle(page);
}

/**
 * The same without waiting for tiles. With reduced motion the camera is where it belongs as soon as the page has taken the
 * step: enough for what concerns the frame alone.
 */
export async function scrollToStep(page: Page, id: string): Promise<void> {
	await page.evaluate((step) => {
		const heading = document.getElementById(step);
		if (heading) heading.scrollIntoView({ block: 'start', behavior: 'instant' });
		else if (step === 'cover') scrollTo({ top: 0, behavior: 'instant' });
		else throw new Error(`No step "${step}" on ${location.pathname}`);
	}, id);
	await page.waitForFunction(
		(step) => document.querySelector<HTMLElement>('[data-step]')?.dataset.step === step,
		id,
		{ timeout: IDLE_TIMEOUT },
	);
}

/** What TypeScript does not know of layout shifts. */
interface LayoutShift extends PerformanceEntry {
	value: number;
	sources: { node: Node | null }[];
}

/**
 * Records the layout shifts of the pages to come. Returns what tells those since it was last asked: how much (the share of
 * the window, Layout Instability API), and the path to what moved. Shifts of faces that come after the text are among them.
 */
export async function observeShifts(page: Page): Promise<() => Promise<string[]>> {
	await page.addInitScript(() => {
		const path = (node: Node | null): string =>
			node instanceof Element
				? `${path(node.parentNode)} > ${node.localName}.${node.classList[0] ?? ''}`
				: '';
		const shifts: string[] = [];
		const observer = new PerformanceObserver((list) => shifts.push(...list.getEntries().map(told)));
		const told = (entry: PerformanceEntry) => {
			const { value, sources } = entry as LayoutShift;
			return `${value}:${sources.map(({ node }) => path(node)).join(',')}`;
		};
		observer.observe({ type: 'layout-shift', buffered: true });
		Object.assign(window, {
			takeShifts: () => [...shifts.splice(0), ...observer.takeRecords().map(told)],
		});
	});
	return () =>
		page.evaluate(async () => {
			// Of the frame that is being drawn, too.
			await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
			return (window as unknown as { takeShifts: () => string[] }).takeShifts();
		});
}
