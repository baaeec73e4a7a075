import { describe, expect, it } from 'vitest';
import {
	decideTimer,
	elapsed,
	formatClock,
	formatElapsed,
	parseTimer,
	startTimer,
} from '#lib/runtime/slides/presenter-timer.ts';

describe('the presenter’s time', () => {
	it('runs from the moment at which the view opens', () => {
		expect(elapsed(startTimer(1000), 61_000)).toBe(60_000);
	});

	it('stands still while it pauses, and goes on from there', () => {
		const paused = decideTimer(startTimer(0), 'pause', 5000);
		expect(elapsed(paused, 90_000)).toBe(5000);
		const on = decideTimer(paused, 'start', 100_000);
		expect(elapsed(on, 101_000)).toBe(6000);
	});

	it('counts nothing twice where it is started or paused twice', () => {
		const twice = decideTimer(decideTimer(startTimer(0), 'start', 3000), 'start', 4000);
		expect(elapsed(twice, 5000)).toBe(5000);
		const paused = decideTimer(decideTimer(twice, 'pause', 5000), 'pause', 9000);
		expect(elapsed(paused, 9000)).toBe(5000);
	});

	it('begins anew, running or pausing as before', () => {
		expect(elapsed(decideTimer(startTimer(0), 'reset', 7000), 9000)).toBe(2000);
		const paused = decideTimer(decideTimer(startTimer(0), 'pause', 7000), 'reset', 8000);
		expect(elapsed(paused, 9000)).toBe(0);
	});

	it('never runs backwards', () => {
		expect(elapsed(startTimer(10_000), 4000)).toBe(0);
	});

	it('goes on after a reload', () => {
		const paused = decideTimer(startTimer(0), 'pause', 5000);
		for (const timer of [startTimer(77), paused]) expect(parseTimer(JSON.stringify(timer))).toEqual(timer);
	});

	it.each([null, '', '{', 'null', '7', '{}', '{"since":"x","before":0}', '{"since":null,"before":-1}'])(
		'begins anew where %j was kept',
		(kept) => expect(parseTimer(kept)).toBeNull(),
	);

	it.each([
		[0, '0:00'],
		[59_999, '0:59'],
		[754_000, '12:34'],
		[3_723_000, '1:02:03'],
		[36_000_000, '10:00:00'],
	])('is written so that it can be read at a glance: %i ms', (ms, written) => {
		expect(formatElapsed('de', ms)).toBe(written);
	});
});

describe('the time of day', () => {
	it.each([
		['de', '15:05'],
		['en', '15:05'],
		['fr', '15:05'],
		['en-US', '3:05 PM'],
	])('is written as readers of %s write it', (lang, written) => {
		const clock = formatClock(lang, Date.UTC(2026, 0, 1, 15, 5), 'UTC');
		expect(clock.replace(/\s/, ' ')).toBe(written);
	});
});
