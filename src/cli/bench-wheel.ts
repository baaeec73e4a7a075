import type { Page } from 'playwright';

/** In this time the whole story is scrolled by the wheel, ms: as the peers were measured. */
const DURATION = 12_000;

/** Between two turns of the wheel, ms. */
const PAUSE = 30;

interface Framed {
	benchFrames: number[] | undefined;
}

/** Scrolls a page to its end by the wheel, and measures from frame to frame, ms. */
export async function wheelThrough(page: Page): Promise<number[]> {
	const devtools = await page.context().newCDPSession(page);
	const { distance, x, y } = await page.evaluate(() => ({
		distance: document.documentElement.scrollHeight - innerHeight,
		x: innerWidth / 2,
		y: innerHeight / 2,
	}));
	await page.mouse.move(x, y);
	await page.evaluate(watchFrames);
	const start = performance.now();
	let turned = 0;
	for (let share = 0; share < 1;) {
		share = Math.min(1, (performance.now() - start) / DURATION);
		const deltaY = distance * share - turned;
		if (deltaY >= 1) {
			await devtools.send('Input.dispatchMouseEvent', { type: 'mouseWheel', x, y, deltaX: 0, deltaY });
			turned += deltaY;
		}
		await page.waitForTimeout(PAUSE);
	}
	return page.evaluate(() => {
		const framed = window as unknown as Framed;
		const frames = framed.benchFrames ?? [];
		framed.benchFrames = undefined;
		return frames;
	});
}

/** Runs in the page. Names no function: tsx would wrap it in a helper that the page lacks. */
function watchFrames(): void {
	const framed = window as unknown as Framed;
	framed.benchFrames = [];
	const watch = {
		last: NaN,
		tick(now: number) {
			if (watch.last) framed.benchFrames?.push(now - watch.last);
			watch.last = now;
			if (framed.benchFrames) requestAnimationFrame(watch.tick);
		},
	};
	requestAnimationFrame(watch.tick);
}
