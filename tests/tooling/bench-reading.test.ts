import { describe, expect, it } from 'vitest';
import { scriptTime } from '../../src/cli/bench-reading.js';

/** A span of the browser's trace; times in ms. */
function span(name: string, from: number, to: number, tid = 1) {
	return { name, ph: 'X', pid: 1, tid, ts: from * 1000, dur: (to - from) * 1000 };
}

describe('script time of a trace', () => {
	it('counts what is nested once, and each thread by itself', () => {
		const events = [
			span('FunctionCall', 2, 4),
			span('FireAnimationFrame', 1, 6),
			span('RunMicrotasks', 7, 8),
			span('TimerFire', 5, 8, 2),
		];
		expect(scriptTime(events)).toBeCloseTo(5 + 1 + 3);
	});

	it('is none where only the browser worked', () => {
		expect(scriptTime([span('RunTask', 0, 9), span('Paint', 1, 2), span('Layout', 2, 3)])).toBe(0);
	});
});
