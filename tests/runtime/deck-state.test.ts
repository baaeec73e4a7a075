import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	decide,
	GOES_ON_AFTER,
	isPlaying,
	neighbour,
	progressOf,
	startState,
	stay,
	type DeckEvent,
	type DeckState,
} from '#lib/runtime/slides/deck-state.ts';

/** A cover, a step of three parts, one of one, the sources. */
const OUTLINE = [
	{ id: 'cover', seconds: [4] },
	{ id: 'talks', seconds: [10, 20, 5] },
	{ id: 'harbin', seconds: [8] },
	{ id: 'sources', seconds: [6] },
];

function after(events: DeckEvent[], state = startState(OUTLINE)): DeckState {
	return events.reduce((now, event) => decide(OUTLINE, now, event), state);
}

const at = (slide: number, part = 0) => ({ slide, part });
const next: DeckEvent = { type: 'next' };
const previous: DeckEvent = { type: 'previous' };
const typed = (digits: string): DeckEvent[] => [...digits].map((digit) => ({ type: 'digit', digit }));

describe('the way through a deck', () => {
	it('goes through every part, then to the next slide', () => {
		const places = Array.from({ length: 7 }, (_, count) => after(Array<DeckEvent>(count).fill(next)).at);
		expect(places).toEqual([at(0), at(1, 0), at(1, 1), at(1, 2), at(2), at(3), at(3)]);
	});

	it('goes back the same way: from the first part to the last part of the slide before', () => {
		expect(after([previous], startState(OUTLINE, { at: at(2) })).at).toEqual(at(1, 2));
		expect(after([previous]).at).toEqual(at(0));
	});

	it('jumps to both ends', () => {
		expect(after([{ type: 'last' }]).at).toEqual(at(3));
		expect(after([{ type: 'last' }, { type: 'first' }]).at).toEqual(at(0));
	});

	it('jumps to the slide whose number was typed', () => {
		expect(after([...typed('3'), { type: 'enter' }])).toMatchObject({
			at: at(2),
			arrival: 'jump',
			typed: '',
		});
	});

	it('ignores a number that no slide has, and forgets it', () => {
		for (const digits of ['0', '5', '99'])
			expect(after([...typed(digits), { type: 'enter' }])).toMatchObject({ at: at(0), typed: '' });
	});

	it('forgets typed digits when something else is asked for', () => {
		expect(after([...typed('3'), next, { type: 'enter' }]).at).toEqual(at(1));
	});

	it('remembers how it came: only a jump is worth an entry in the history', () => {
		expect(after([next]).arrival).toBe('step');
		expect(after([{ type: 'last' }]).arrival).toBe('jump');
		expect(after([{ type: 'goto', place: at(2), by: 'history' }]).arrival).toBe('history');
	});

	it('takes the nearest place for one that is not there', () => {
		expect(startState(OUTLINE, { at: at(9, 9) }).at).toEqual(at(3));
		expect(after([{ type: 'goto', place: at(1, 7), by: 'remote' }]).at).toEqual(at(1, 2));
		expect(after([{ type: 'goto', place: at(-1, NaN), by: 'remote' }]).at).toEqual(at(0));
	});

	it('counts progress in parts', () => {
		expect(progressOf(OUTLINE, at(0))).toEqual({ before: 0, all: 6 });
		expect(progressOf(OUTLINE, at(2))).toEqual({ before: 4, all: 6 });
	});
});

describe('what lies over the slide', () => {
	it('shows a panel, and takes it away by the same key or Escape', () => {
		const overview: DeckEvent = { type: 'panel', panel: 'overview' };
		expect(after([overview]).panel).toBe('overview');
		expect(after([overview, overview]).panel).toBe('none');
		expect(after([overview, { type: 'escape' }]).panel).toBe('none');
	});

	it('lifts the black screen before it goes on', () => {
		expect(after([{ type: 'black' }, next])).toMatchObject({ black: false, at: at(0) });
		expect(after([{ type: 'black' }, next, next]).at).toEqual(at(1));
	});

	it('takes away one thing an Escape, the topmost first', () => {
		const { typed: digits, looking } = after([{ type: 'look' }, ...typed('2'), { type: 'escape' }]);
		expect({ digits, looking }).toEqual({ digits: '', looking: true });
	});

	it('leaves what was open when it moves, and keeps the choice of names', () => {
		const state = after([{ type: 'names' }, { type: 'look' }, next]);
		expect(state).toMatchObject({ looking: false, panel: 'none', names: false, at: at(1) });
	});

	it('follows the other window in place and blackness', () => {
		expect(after([{ type: 'remote', place: at(1, 1), black: true }])).toMatchObject({
			at: at(1, 1),
			black: true,
			arrival: 'remote',
		});
	});
});

describe('a deck that plays by itself', () => {
	const kiosk = (loop = true, pace: number | 'reading' = 8) =>
		startState(OUTLINE, { autoplay: { pace, loop } });
	const tick = (seconds: number): DeckEvent => ({ type: 'tick', ms: seconds * 1000 });

	it('goes on after its seconds, not before', () => {
		expect(after([tick(7.9)], kiosk()).at).toEqual(at(0));
		expect(after([tick(7.9), tick(0.1)], kiosk()).at).toEqual(at(1));
	});

	it('takes the time of reading where no seconds are given', () => {
		const state = after([tick(4)], kiosk(true, 'reading'));
		expect(state.at).toEqual(at(1));
		expect(stay(OUTLINE, state)).toBe(10_000);
		expect(state.play?.left).toBe(10_000);
	});

	it('begins anew where it loops, and stays at the end where it does not', () => {
		const through = Array<DeckEvent>(6).fill(tick(8));
		expect(after(through, kiosk()).at).toEqual(at(0));
		expect(after(through, kiosk(false))).toMatchObject({ at: at(3), play: { mode: 'ended' } });
	});

	it('plays from the beginning when asked to after its end', () => {
		const ended = after(Array<DeckEvent>(6).fill(tick(8)), kiosk(false));
		expect(after([{ type: 'play' }], ended)).toMatchObject({ at: at(0), play: { mode: 'running' } });
	});

	it('holds when somebody touches it, and keeps what is left', () => {
		const held = after([tick(3), { type: 'touch' }, tick(20)], kiosk());
		expect(held).toMatchObject({ at: at(0), play: { mode: 'held', left: 5000 } });
	});

	it('goes on by itself after a minute without a touch, if it loops', () => {
		const minute = tick(GOES_ON_AFTER / 1000);
		expect(after([{ type: 'touch' }, minute], kiosk()).play?.mode).toBe('running');
		expect(after([{ type: 'touch' }, tick(40), { type: 'touch' }, tick(40)], kiosk()).play?.mode).toBe(
			'held',
		);
		expect(after([{ type: 'touch' }, minute], kiosk(false)).play?.mode).toBe('held');
		const left = after([{ type: 'touch' }, { type: 'black' }, ...typed('3'), minute], kiosk());
		expect(left).toMatchObject({ black: false, typed: '', play: { mode: 'running' } });
	});

	it('stays paused when somebody asked for it', () => {
		expect(after([{ type: 'play' }, { type: 'touch' }, tick(500)], kiosk())).toMatchObject({
			at: at(0),
			play: { mode: 'paused' },
		});
	});

	it('plays on at a touch of the button that a touch has held', () => {
		expect(after([{ type: 'touch' }, { type: 'play' }], kiosk()).play?.mode).toBe('running');
	});

	it('waits while nobody could see it', () => {
		for (const cover of [
			{ type: 'visible', visible: false },
			{ type: 'black' },
			{ type: 'panel', panel: 'overview' },
			{ type: 'look' },
		] as DeckEvent[]) {
			const state = after([cover, tick(100)], kiosk());
			expect(isPlaying(state)).toBe(false);
			expect(state.at).toEqual(at(0));
		}
	});

	it('gives a part that somebody chose its whole time', () => {
		expect(after([tick(7), next], kiosk()).play?.left).toBe(8000);
	});

	it('can be started in any deck', () => {
		expect(after([{ type: 'play' }]).play).toMatchObject({ pace: 'reading', mode: 'running', left: 4000 });
	});
});

const place = fc.record({ slide: fc.integer(), part: fc.integer() });
const anyEvent: fc.Arbitrary<DeckEvent> = fc.oneof(
	fc
		.constantFrom(
			...(['next', 'previous', 'first', 'last', 'enter', 'black', 'escape', 'look', 'names'] as const),
			...(['touch', 'play'] as const),
		)
		.map((type): DeckEvent => ({ type })),
	place.map((place): DeckEvent => ({ type: 'goto', place, by: 'jump' })),
	fc.record({ type: fc.constant('remote' as const), place, black: fc.boolean() }),
	fc.constantFrom(...'0123456789').map((digit): DeckEvent => ({ type: 'digit', digit })),
	fc.record({
		type: fc.constant('panel' as const),
		panel: fc.constantFrom('overview', 'help', 'qr', 'words'),
	}),
	fc.record({ type: fc.constant('visible' as const), visible: fc.boolean() }),
	fc.record({ type: fc.constant('tick' as const), ms: fc.integer({ min: 0, max: 100_000 }) }),
);

describe('whatever happens', () => {
	it('the place is one of the deck, at most one thing covers it, and time never runs below nothing', () => {
		fc.assert(
			fc.property(fc.array(anyEvent, { maxLength: 60 }), fc.boolean(), (events, loop) => {
				const state = after(events, startState(OUTLINE, { autoplay: { pace: 8, loop } }));
				expect(OUTLINE[state.at.slide]?.seconds[state.at.part]).toBeDefined();
				expect([state.panel !== 'none', state.black, state.looking].filter(Boolean).length).toBeLessThan(3);
				expect(state.play!.left).toBeGreaterThanOrEqual(0);
				expect(state.typed.length).toBeLessThanOrEqual(3);
			}),
			{ numRuns: 500 },
		);
	});

	it('previous undoes next, except at the end', () => {
		for (const [slide, { seconds }] of OUTLINE.entries())
			for (const part of seconds.keys()) {
				const there = neighbour(OUTLINE, at(slide, part), 1);
				if (there.slide === slide && there.part === part) continue;
				expect(neighbour(OUTLINE, there, -1)).toEqual(at(slide, part));
			}
	});
});
