import { describe, expect, it } from 'vitest';
import { scrolledFrames } from '../../src/cli/bench-scroll.js';

const isMapLibre = (path: string) => path === '/maplibre.js';

/** A span of the browser's trace on its main thread; times in ms. */
function span(name: string, from: number, to: number, data: object = {}) {
	return { name, ph: 'X', pid: 1, tid: 1, ts: from * 1000, dur: (to - from) * 1000, args: { data } };
}

function callback(from: number, to: number, data: object) {
	return [span('FireAnimationFrame', from, to), span('FunctionCall', from, to - 0.1, data)];
}

describe('script time of scrolled frames', () => {
	it('adds up all of our callbacks in a frame, and those of MapLibre apart', () => {
		const frames = scrolledFrames(
			[
				span('RunTask', 0, 50),
				...callback(1, 3, { url: 'http://site/reader.js', scriptId: '7' }),
				...callback(3, 4, { url: '', scriptId: '0' }),
				...callback(4, 44, { url: 'http://site/maplibre.js', scriptId: '8' }),
			],
			isMapLibre,
		);
		expect(frames.own).toEqual([expect.closeTo(3)]);
		expect(frames.map).toEqual([expect.closeTo(40)]);
	});

	it('leaves out frames in which only the map or the bench itself ran', () => {
		const frames = scrolledFrames(
			[
				span('RunTask', 0, 10),
				...callback(1, 9, { url: 'http://site/maplibre.js', scriptId: '8' }),
				span('RunTask', 20, 30),
				...callback(21, 22, { url: '', scriptId: '12' }),
			],
			isMapLibre,
		);
		expect(frames).toEqual({ own: [], map: [] });
	});

	it('takes the time of the processor where the trace knows it', () => {
		const [frame, call] = callback(1, 9, { url: 'http://site/reader.js', scriptId: '7' });
		const frames = scrolledFrames([span('RunTask', 0, 10), { ...frame!, tdur: 2000 }, call!], isMapLibre);
		expect(frames.own).toEqual([expect.closeTo(2)]);
	});
});
