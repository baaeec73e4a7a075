import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { afterFrame, LEVELS, WHOLE, type Level, type Quality } from '#lib/runtime/map/quality.ts';

/** The state after so many frames of so many ms each. */
function frames(count: number, time: number, from: Quality = WHOLE): Quality {
	return Array.from({ length: count }).reduce<Quality>((quality) => afterFrame(quality, time), from);
}

const at = (level: Level): Quality => ({ ...WHOLE, level });
const rank = (level: Level) => LEVELS.indexOf(level);

describe('what gives way where frames are slow', () => {
	it('is nothing on a device that shows sixty frames a second, or thirty because it saves power', () => {
		expect(frames(1000, 16.7).level).toBe('whole');
		expect(frames(1000, 33.4).level).toBe('whole');
	});

	it('is one thing after the other where frames are somewhat slow', () => {
		expect(frames(4, 60).level).toBe('whole');
		expect(frames(5, 60).level).toBe('soft');
		expect(frames(10, 60).level).toBe('coarse');
		expect(frames(15, 60).level).toBe('bare');
		expect(frames(500, 60).level).toBe('bare');
	});

	it('is all that can be spared but the motion, at once, where frames are dire', () => {
		expect(frames(1, 400).level).toBe('whole');
		expect(frames(2, 400).level).toBe('bare');
		expect(frames(500, 400).level).toBe('bare');
	});

	it('is the motion where nothing moves any more though the map is bare', () => {
		expect(frames(7, 600, at('bare')).level).toBe('bare');
		expect(frames(8, 600, at('bare')).level).toBe('cut');
		expect(frames(500, 1400, at('cut')).level).toBe('cut');
	});

	it('is the live map where even cuts take seconds, for good', () => {
		expect(frames(7, 2800, at('cut')).level).toBe('cut');
		expect(frames(8, 2800, at('cut')).level).toBe('still');
		expect(frames(2000, 5, at('still')).level).toBe('still');
	});

	it('is nothing for one long frame among quick ones: a tab that slept, a garbage collection, tiles that come', () => {
		for (const from of LEVELS.slice(0, -1)) {
			const quick = frames(3, 40, at(from));
			expect(frames(3, 40, afterFrame(quick, 60_000)).level).toBe(from);
		}
		let quality = WHOLE;
		for (let time = 0; time < 400; time++) quality = afterFrame(quality, time % 4 === 0 ? 300 : 17);
		expect(quality.level).toBe('whole');
	});
});

describe('what comes back where frames are quick again', () => {
	it('is one thing after the other, each after a while', () => {
		for (const level of ['bare', 'coarse', 'soft'] as const) {
			expect(frames(29, 17, at(level)).level).toBe(level);
			expect(frames(30, 17, at(level)).level).toBe(LEVELS[rank(level) - 1]);
		}
		expect(frames(90, 17, at('bare')).level).toBe('whole');
	});

	it('is nothing where frames are late now and then, as where they are drawn behind the back of the page', () => {
		let quality = at('bare');
		for (let time = 0; time < 400; time++) quality = afterFrame(quality, time % 4 === 0 ? 67 : 17);
		expect(quality.level).toBe('bare');
	});

	it('is the motion, once cuts are drawn soon', () => {
		expect(frames(60, 300, at('cut')).level).toBe('cut');
		expect(frames(30, 200, at('cut')).level).toBe('bare');
	});

	it('is tried ever more seldom where it was too much', () => {
		let quality = WHOLE;
		const changes: number[] = [];
		for (let frame = 0; frame < 3000; frame++) {
			const before = quality.level;
			quality = afterFrame(quality, before === 'whole' ? 80 : 17);
			if (before === 'soft' && quality.level === 'whole') changes.push(frame);
		}
		const waits = changes.slice(1).map((frame, index) => frame - changes[index]!);
		expect(waits.slice(0, 3)).toEqual([125, 245, 485]);
		expect(waits.at(-1)).toBe(485);
	});
});

describe('whatever the frames take', () => {
	it('the same times lead to the same level, and no level is left but to the next, or from the first three to `bare`', () => {
		const time = fc.oneof(fc.double({ min: 1, max: 3000, noNaN: true }), fc.constant(17), fc.constant(2000));
		fc.assert(
			fc.property(fc.array(time, { maxLength: 200 }), (times) => {
				const states = times.reduce<Quality[]>((all, ms) => [...all, afterFrame(all.at(-1)!, ms)], [WHOLE]);
				expect(times.reduce(afterFrame, WHOLE)).toEqual(states.at(-1));
				states.slice(1).forEach((now, index) => {
					const before = states[index]!;
					const steps = rank(now.level) - rank(before.level);
					expect(steps === 0 || Math.abs(steps) === 1 || (steps > 0 && now.level === 'bare')).toBe(true);
					expect(now.times.length).toBeLessThanOrEqual(now.patience);
				});
			}),
		);
	});
});
