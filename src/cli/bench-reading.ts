import type { Page } from 'playwright';
import type { TraceEvent } from './bench-scroll';

/** What a page did while nobody touched it. */
export interface Read {
	/** Times that the map was drawn. */
	frames: number;
	/** Script, ms. */
	script: number;
}

/** How long somebody reads, ms. */
export const READING = 5000;

/** After the map has come to rest, its keeper's last look and the browser's own work, ms. */
const SETTLING = 1500;

const SCRIPT = /^(FunctionCall|EvaluateScript|RunMicrotasks|FireAnimationFrame|TimerFire|EventDispatch)$/;

interface Counted {
	benchClears: number;
}

/** Leaves a page whose map rests alone, and says what it did all the same. */
export async function readAlong(page: Page): Promise<Read> {
	const browser = page.context().browser()!;
	await page.evaluate(countClears);
	await page.waitForTimeout(SETTLING);
	const clears = () => page.evaluate(() => (window as unknown as Counted).benchClears);
	const before = await clears();
	await browser.startTracing(page, { categories: ['devtools.timeline'] });
	await page.waitForTimeout(READING);
	const { traceEvents } = JSON.parse((await browser.stopTracing()).toString('utf8')) as {
		traceEvents: TraceEvent[];
	};
	return { frames: (await clears()) - before, script: scriptTime(traceEvents) };
}

/** Runs in the page: MapLibre clears its canvas once a frame. Names no function: tsx would wrap it in a helper. */
function countClears(): void {
	const counted = window as unknown as Counted;
	const { prototype } = WebGL2RenderingContext;
	const clear = Reflect.get(prototype, 'clear') as (this: WebGL2RenderingContext, mask: number) => void;
	counted.benchClears = 0;
	Object.assign(prototype, {
		clear(this: WebGL2RenderingContext, mask: number) {
			if (mask & this.COLOR_BUFFER_BIT) counted.benchClears++;
			clear.call(this, mask);
		},
	});
}

/** Ms of all scripts of a trace, of the outermost of nested spans; what the bench evaluates has no address. */
export function scriptTime(events: TraceEvent[]): number {
	const spans = events
		.filter(({ name, ph, dur }) => ph === 'X' && dur !== undefined && SCRIPT.test(name))
		.sort((a, b) => a.ts - b.ts || b.dur! - a.dur!);
	const ends = new Map<string, number>();
	let time = 0;
	for (const { pid, tid, ts, dur = 0, tdur = dur } of spans) {
		const thread = `${pid} ${tid}`;
		if (ts < (ends.get(thread) ?? 0)) continue;
		ends.set(thread, ts + dur);
		time += tdur;
	}
	return time / 1000;
}
