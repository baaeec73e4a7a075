import type { Page } from 'playwright';

/** Pixels that the page is scrolled by in each frame: a story of ten steps in about 200 frames. */
const SCROLL_STEP = 30;

/** After this long the rest of the story is left out; software WebGL on a busy machine is slow. */
const SCROLL_TIMEOUT = 60_000;

/** Script time (of the processor, ms) of each frame in which the page's own code followed the scrolling. */
export interface ScrolledFrames {
	/** Our own callbacks: from the scroll position to what the map is told, and each picture of a flight. */
	own: number[];
	/** MapLibre's drawing in the same frames, which is the graphics card's work unless WebGL is software. */
	map: number[];
}

/** As the browser writes it. */
export interface TraceEvent {
	name: string;
	ph: string;
	pid: number;
	tid: number;
	/** Microseconds. */
	ts: number;
	dur?: number;
	/** Time of the processor, without what other programs took meanwhile. */
	tdur?: number;
	args?: { data?: { url?: string; scriptId?: string | number } };
}

type Span = TraceEvent & { dur: number };

/**
 * Scrolls a story whose map rests from top to end, and reads out of the browser's trace what ran in its animation frames.
 * Each callback of `requestAnimationFrame` is a span of the trace that includes the promises which it resolves, and its
 * function has an address: that of MapLibre's chunk, of one of ours, or none where a promise of ours waits for the frame.
 *
 * @param isMapLibre - whether a script of this path holds MapLibre
 */
export async function scrollThrough(
	page: Page,
	isMapLibre: (path: string) => boolean,
): Promise<ScrolledFrames> {
	const browser = page.context().browser()!;
	await browser.startTracing(page, {
		categories: ['devtools.timeline', 'disabled-by-default-devtools.timeline'],
	});
	await page.evaluate(drive, { step: SCROLL_STEP, timeout: SCROLL_TIMEOUT });
	const trace = (await browser.stopTracing()).toString('utf8');
	const { traceEvents } = JSON.parse(trace) as { traceEvents: TraceEvent[] };
	return scrolledFrames(traceEvents, isMapLibre);
}

/** Runs in the page. Names no function: tsx would wrap it in a helper that the page lacks. */
function drive({ step, timeout }: { step: number; timeout: number }): Promise<void> {
	const until = performance.now() + timeout;
	return new Promise((resolve) => {
		const driver = {
			next() {
				const before = scrollY;
				scrollBy({ top: step, behavior: 'instant' });
				if (scrollY === before || performance.now() > until) resolve();
				else requestAnimationFrame(driver.next);
			},
		};
		driver.next();
	});
}

/** Pure part of {@link scrollThrough}. A frame is a task of the browser that runs callbacks of ours. */
export function scrolledFrames(events: TraceEvent[], isMapLibre: (path: string) => boolean): ScrolledFrames {
	const spans = events.filter((event): event is Span => event.ph === 'X' && event.dur !== undefined);
	const named = (name: string) => spans.filter((span) => span.name === name);
	const calls = named('FunctionCall');
	const tasks = named('RunTask');
	const frames = new Map<Span, { own: number; map: number }>();
	for (const callback of named('FireAnimationFrame')) {
		const who = calls.find((call) => isWithin(call, callback));
		const owner = who && ownerOf(who, isMapLibre);
		const task = tasks.find((span) => isWithin(callback, span));
		if (!owner || !task) continue;
		const frame = frames.get(task) ?? { own: 0, map: 0 };
		frame[owner] += (callback.tdur ?? callback.dur) / 1000;
		frames.set(task, frame);
	}
	const scrolled = [...frames.values()].filter(({ own }) => own > 0);
	return { own: scrolled.map(({ own }) => own), map: scrolled.map(({ map }) => map) };
}

/** The bench's own function has no address either, but unlike a promise's it is a script's. */
function ownerOf({ args }: Span, isMapLibre: (path: string) => boolean): 'own' | 'map' | undefined {
	const { url = '', scriptId } = args?.data ?? {};
	if (/^https?:/.test(url)) return isMapLibre(new URL(url).pathname) ? 'map' : 'own';
	return Number(scriptId) === 0 ? 'own' : undefined;
}

function isWithin(inner: Span, outer: Span): boolean {
	return (
		inner.pid === outer.pid &&
		inner.tid === outer.tid &&
		inner.ts >= outer.ts &&
		inner.ts + inner.dur <= outer.ts + outer.dur
	);
}
