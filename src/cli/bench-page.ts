import { readFileSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright';
import { BROWSER_FLAGS } from '../../tests/browser/find-browser.mjs';
import { drawNoMap } from '../../tests/browser/fixtures';
import { playThrough, type Held, type Played } from './bench-deck';
import { passThrough } from './bench-passes';
import { readAlong, type Read } from './bench-reading';
import { scrollThrough, type ScrolledFrames } from './bench-scroll';
import { wheelThrough } from './bench-wheel';
import { siteListener } from './serve';

/** How long the map may take; software WebGL on a busy machine is slow. */
const IDLE_TIMEOUT = 60_000;

const VIEWPORT = { width: 1280, height: 800 };

/** As the peers were measured on a phone. */
const PHONE = {
	context: { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, hasTouch: true, isMobile: true },
	slower: 4,
};

/** A file as it went over the wire, in the order of sending. */
export interface Transfer {
	path: string;
	/** Media type, `text/html`. */
	type: string;
	/** Of the body, compressed as it was sent: as the peers were measured. */
	bytes: number;
	/** When its last byte was sent, ms after the navigation began. */
	at: number;
}

/** What one visit with an empty cache measured. Times are ms after the navigation began. */
export interface Visit {
	transfers: Transfer[];
	/** Paths of the stylesheets and scripts that the first paint waits for. */
	renderBlocking: string[];
	load: number;
	/** `null` if the map did not come to rest. */
	mapIdle: number | null;
	lcp: number;
	cls: number;
	/** All tasks over 50 ms until the map rests: ms in all, and how many. */
	longTasks: { total: number; count: number };
}

export interface Bench {
	/** Opens a page and waits until its map rests; `more` asks for what is loaded on demand only. */
	visit: (path: string, more?: (page: Page) => Promise<void>) => Promise<Visit>;
	/**
	 * Opens a page, waits until its map rests, and scrolls it to its end.
	 *
	 * @param how - `undrawn`: no triangle of the map is drawn, so that a long story comes to its end
	 */
	scroll: (path: string, how?: { undrawn: boolean }) => Promise<ScrolledFrames>;
	/** Opens a page, waits until its map rests, and scrolls it by the wheel; ms from frame to frame. */
	wheel: (path: string, on: 'desktop' | 'phone') => Promise<number[]>;
	/** Opens a page at a step, waits until its map rests, and touches nothing. */
	read: (path: string) => Promise<Read>;
	/** Opens a page and scrolls it to its end so many times; its map is hardly drawn. */
	pass: (path: string, passes: number) => Promise<Held[]>;
	/** Opens a deck that plays by itself, and lets it advance so many times. */
	play: (path: string, advances: number) => Promise<Played>;
	close: () => Promise<void>;
}

/**
 * Serves a built site with gzip alone (as the budgets and the peers were measured), and opens a browser. Bytes are
 * counted where they are sent: DevTools' Network domain tells a page nothing of what its workers load.
 *
 * @param flags of the browser, besides those that every measurement has
 */
export async function openBench(
	dir: string,
	executablePath: string,
	flags: readonly string[] = [],
): Promise<Bench> {
	const answer = siteListener(dir);
	let sent: Transfer[] = [];
	const server = createServer((request, response) => {
		request.headers['accept-encoding'] = 'gzip';
		const { pathname } = new URL(request.url ?? '/', 'http://site');
		response.on('finish', () => sent.push(transferOf(pathname, response)));
		answer(request, response);
	});
	await new Promise<void>((resolved) => server.listen(0, '127.0.0.1', resolved));
	const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
	const browser = await chromium.launch({ executablePath, args: [...BROWSER_FLAGS, ...flags] });

	/** A new context has an empty cache. */
	const open = async <Seen>(
		path: string,
		look: (page: Page) => Promise<Seen>,
		{ rests = true, undrawn = false, phone = false } = {},
	): Promise<Seen> => {
		const context = await browser.newContext(phone ? PHONE.context : { viewport: VIEWPORT });
		try {
			if (undrawn) {
				await context.addInitScript('globalThis.__name = (named) => named'); // what tsx wraps functions in
				await drawNoMap(context);
			}
			const page = await context.newPage();
			if (phone) {
				const devtools = await context.newCDPSession(page);
				await devtools.send('Emulation.setCPUThrottlingRate', { rate: PHONE.slower });
			}
			page.on('pageerror', ({ message }) => console.error(`Error in the page: ${message}`));
			await page.addInitScript(observe);
			sent = [];
			const response = await page.goto(origin + path, { waitUntil: 'load' });
			if (!response?.ok()) throw new Error(`${path} answered ${response?.status() ?? 'nothing'}.`);
			try {
				const rest = () => document.querySelector('[data-map="idle"]') !== null;
				const begun = () => document.querySelector('[data-map="moving"]') !== null;
				await page.waitForFunction(rests ? rest : begun, undefined, { timeout: IDLE_TIMEOUT });
			} catch {
				console.error(`The map was not idle after ${IDLE_TIMEOUT / 1000} s.`);
			}
			return await look(page);
		} finally {
			await context.close();
		}
	};

	return {
		visit: (path, more) =>
			open(path, async (page) => {
				await more?.(page);
				const { origin: began, ...seen } = await page.evaluate(report);
				return { ...seen, transfers: sent.map((transfer) => ({ ...transfer, at: transfer.at - began })) };
			}),
		scroll: (path, how) =>
			open(
				path,
				(page) =>
					scrollThrough(page, (script) =>
						readFileSync(join(dir, script), 'utf8').includes('maplibregl-canvas'),
					),
				how,
			),
		wheel: (path, on) => open(path, wheelThrough, { phone: on === 'phone' }),
		read: (path) => open(path, readAlong),
		pass: (path, passes) => open(path, (page) => passThrough(page, passes), { undrawn: true }),
		// A deck that advances all the time never rests.
		play: (path, advances) => open(path, (page) => playThrough(page, advances), { rests: false }),
		async close() {
			await browser.close();
			server.closeAllConnections();
			await new Promise((resolved) => server.close(resolved));
		},
	};
}

/** Its `at` is in ms since 1970, until the visit knows when its navigation began. */
function transferOf(path: string, response: ServerResponse): Transfer {
	const length = response.statusCode === 304 ? 0 : Number(response.getHeader('content-length') ?? 0);
	const [type = ''] = String(response.getHeader('content-type') ?? '').split(';');
	return { path, type, bytes: length, at: performance.timeOrigin + performance.now() };
}

interface Observed {
	lcp: number;
	cls: number;
	longTasks: [start: number, duration: number][];
}

/** Runs in the page before its own scripts. Names no function: tsx would wrap it in a helper that the page lacks. */
function observe(): void {
	const observed: Observed = { lcp: 0, cls: 0, longTasks: [] };
	(window as unknown as { benchObserved: Observed }).benchObserved = observed;
	for (const type of ['largest-contentful-paint', 'longtask', 'layout-shift'])
		new PerformanceObserver((list) => {
			for (const entry of list.getEntries() as (PerformanceEntry & {
				value: number;
				hadRecentInput: boolean;
			})[]) {
				if (type === 'largest-contentful-paint') observed.lcp = entry.startTime;
				else if (type === 'longtask') observed.longTasks.push([entry.startTime, entry.duration]);
				else if (!entry.hadRecentInput) observed.cls += entry.value;
			}
		}).observe({ type, buffered: true });
}

/** Runs in the page when all is over. */
function report(): Omit<Visit, 'transfers'> & { origin: number } {
	const { lcp, cls, longTasks } = (window as unknown as { benchObserved: Observed }).benchObserved;
	const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
	const resources = performance.getEntriesByType('resource') as (PerformanceResourceTiming & {
		renderBlockingStatus: string;
	})[];
	const mapIdle = performance.getEntriesByName('map-idle')[0]?.startTime ?? null;
	const long = longTasks.filter(([start]) => start <= (mapIdle ?? Infinity));
	return {
		origin: performance.timeOrigin,
		renderBlocking: resources
			.filter(({ renderBlockingStatus }) => renderBlockingStatus === 'blocking')
			.map(({ name }) => new URL(name).pathname),
		load: navigation?.loadEventStart ?? 0,
		mapIdle,
		lcp,
		cls,
		longTasks: { total: long.reduce((sum, [, duration]) => sum + duration, 0), count: long.length },
	};
}
