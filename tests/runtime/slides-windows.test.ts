import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isDeckMessage, type DeckMessage, type Role } from '#lib/runtime/slides/channel.ts';
import { startLink, stepLink, type DeckLink, type LinkEvent } from '#lib/runtime/slides/deck-link.ts';
import { withoutDeckId } from '#lib/runtime/slides/session.ts';

const place = (slide: number, part = 0) => ({ slide, part });

const deckAt = (slide: number, since = 1, me = 'd') =>
	stepLink(startLink('deck', me, place(slide), since), { type: 'waited', for: 'claim' }).link;

const presenterAt = (slide: number, me = 'p') => startLink('presenter', me, place(slide), 0);

/** Everything that follows from an event, messages delivered one by one, until nobody has anything to say. */
function talk(windows: DeckLink[], first: number, event: LinkEvent): { windows: DeckLink[]; said: string[] } {
	const all = [...windows];
	const said: string[] = [];
	const open: [number, LinkEvent][] = [[first, event]];
	for (let next = open.shift(); next; next = open.shift()) {
		const [to, what] = next;
		const step = stepLink(all[to]!, what);
		all[to] = step.link;
		for (const message of step.say) {
			said.push(`${all[to]!.role} ${message.type}`);
			all.forEach((_, other) => other !== to && open.push([other, { type: 'heard', message }]));
		}
	}
	return { windows: all, said };
}

const slides = (windows: DeckLink[]) => windows.map(({ shown }) => shown.place.slide);

describe('slides and presenter’s view', () => {
	it('lead each other to a place, and to black', () => {
		const both = [deckAt(2), presenterAt(2)];
		const led = talk(both, 1, { type: 'moved', place: place(5, 1), black: false, time: 10 }).windows;
		expect(led.map(({ shown }) => shown.place)).toEqual([place(5, 1), place(5, 1)]);
		const back = talk(led, 0, { type: 'moved', place: place(5, 1), black: true, time: 20 }).windows;
		expect(back.map(({ shown }) => shown.black)).toEqual([true, true]);
	});

	it('do not send on where they were led', () => {
		const { said } = talk([deckAt(2), presenterAt(2)], 0, {
			type: 'moved',
			place: place(3),
			black: false,
			time: 10,
		});
		expect(said).toEqual(['deck at']);
	});

	it('agree when both were led elsewhere at the same moment', () => {
		const move = (link: DeckLink, slide: number) =>
			stepLink(link, { type: 'moved', place: place(slide), black: false, time: 10 });
		const [deck, presenter] = [move(deckAt(2), 4), move(presenterAt(2), 7)];
		const hear = (link: DeckLink, [message]: DeckMessage[]) =>
			stepLink(link, { type: 'heard', message: message! }).link.shown;
		expect(hear(deck.link, presenter.say)).toEqual(hear(presenter.link, deck.say));
	});

	it('meet at the slides’ place when the presenter’s view opens late, wherever its address leads', () => {
		const { windows } = talk([deckAt(6), presenterAt(0)], 1, { type: 'join' });
		expect(slides(windows)).toEqual([6, 6]);
		expect(windows[1]!.slides).toBe('open');
	});

	it('meet at the slides’ address when these are opened anew or reloaded', () => {
		const presenter = {
			...presenterAt(0),
			shown: { place: place(3), black: true, stamp: { time: 5, by: 'x' } },
		};
		const { windows } = talk([startLink('deck', 'd', place(8), 6), presenter], 0, {
			type: 'waited',
			for: 'claim',
		});
		expect(slides(windows)).toEqual([8, 8]);
		expect(windows[1]!.shown.black).toBe(false);
	});

	it('meet where the presenter has gone while the slides were reloading', () => {
		const presenter = {
			...presenterAt(0),
			shown: { place: place(9), black: false, stamp: { time: 7, by: 'p' } },
		};
		const { windows, said } = talk([startLink('deck', 'd', place(8), 6), presenter], 0, {
			type: 'waited',
			for: 'claim',
		});
		expect(slides(windows)).toEqual([9, 9]);
		expect(said).toEqual(['deck at', 'presenter at']);
	});

	it('follow the later act even where somebody has set back the clock', () => {
		const late = talk([deckAt(2), presenterAt(2)], 0, {
			type: 'moved',
			place: place(3),
			black: false,
			time: 5000,
		});
		const { windows } = talk(late.windows, 1, { type: 'moved', place: place(4), black: false, time: 1000 });
		expect(slides(windows)).toEqual([4, 4]);
	});

	it.each([1, 2, 3])(
		'end in the same place whatever the order of their messages, with %i presenters',
		(presenters) => {
			fc.assert(
				fc.property(fc.array(fc.tuple(fc.nat(), fc.nat(), fc.nat()), { maxLength: 60 }), (choices) => {
					const net = network(presenters);
					for (const [what, which, value] of choices) net.act(what, which, value);
					const rounds = net.drain();
					expect(rounds).toBeLessThan(2000);
					const [first, ...others] = net.windows.map(({ shown }) => shown);
					for (const other of others) expect(other).toEqual(first);
					for (const { role, slides } of net.windows) expect(role === 'deck' || slides === 'open').toBe(true);
				}),
				{ numRuns: 1000 },
			);
		},
	);
});

describe('the presenter’s view knows whether there are slides', () => {
	const waited: LinkEvent = { type: 'waited', for: 'answer' };

	it('that nobody answers for', () => {
		const asked = stepLink(presenterAt(0), { type: 'join' });
		expect([asked.link.slides, asked.wait]).toEqual(['unknown', 'answer']);
		expect(stepLink(asked.link, waited).link.slides).toBe('closed');
	});

	it('that say good-bye', () => {
		const open = talk([deckAt(1), presenterAt(0)], 1, { type: 'join' }).windows;
		expect(talk(open, 0, { type: 'leave' }).windows[1]!.slides).toBe('closed');
	});

	it('but not by the good-bye, or the place, of another presenter’s view', () => {
		const open = talk([deckAt(1), presenterAt(0), presenterAt(0, 'q')], 1, { type: 'join' }).windows;
		expect(talk(open, 2, { type: 'leave' }).windows[1]!.slides).toBe('open');
		const alone = talk([presenterAt(0), presenterAt(0, 'q')], 0, { type: 'join' }).windows;
		expect(stepLink(alone[0]!, waited).link.slides).toBe('closed');
	});

	it.each([
		['it comes to be seen', { type: 'seen' }],
		['it goes on', { type: 'moved', place: place(2), black: false, time: 9 }],
	] satisfies [string, LinkEvent][])('that died without a word, when %s', (_, event) => {
		const [, open] = talk([deckAt(1), presenterAt(0)], 1, { type: 'join' }).windows;
		const [asking] = talk([open!], 0, event).windows;
		expect(asking!.slides).toBe('open');
		expect(stepLink(asking!, waited).link.slides).toBe('closed');
	});

	it('and are not asked by a window with slides, which needs no presenter', () => {
		expect(stepLink(deckAt(0), { type: 'seen' }).say).toEqual([]);
	});
});

describe('two decks of the same id', () => {
	const claiming = (me: string) => startLink('deck', me, place(0), 50);

	it('are told apart before the newcomer has said where it is, or taken a place', () => {
		const newcomer = stepLink(claiming('b'), { type: 'join' });
		expect(newcomer.say).toEqual([{ type: 'claim', by: 'b' }]);
		const old = stepLink(deckAt(4), { type: 'heard', message: newcomer.say[0]! });
		expect(old.say).toEqual([{ type: 'taken', by: 'b' }]);
		const at: DeckMessage = { type: 'at', from: 'deck', ...deckAt(4, 99).shown };
		const deaf = stepLink(newcomer.link, { type: 'heard', message: at });
		expect([deaf.follow, deaf.link.shown.place]).toEqual([undefined, place(0)]);
		const moved = stepLink(deaf.link, { type: 'moved', place: place(1), black: false, time: 60 });
		expect(moved.say).toEqual([]);
		expect(stepLink(moved.link, { type: 'heard', message: { type: 'ask' } }).say).toEqual([]);
		expect(stepLink(moved.link, { type: 'heard', message: old.say[0]! }).renamed).toBe(true);
	});

	it('leave the id to the one that has it, even where its word comes late', () => {
		const late = stepLink(deckAt(0, 1, 'b'), { type: 'heard', message: { type: 'taken', by: 'b' } });
		expect([late.renamed, late.link.phase]).toEqual([true, 'claiming']);
	});

	it('leave it to exactly one where both claim it at the same time', () => {
		const hear = (me: string, by: string) =>
			stepLink(claiming(me), { type: 'heard', message: { type: 'claim', by } });
		expect(hear('b', 'a').renamed).toBe(true);
		expect(hear('a', 'b')).toMatchObject({ say: [{ type: 'taken', by: 'b' }] });
		expect(hear('a', 'b').renamed).toBeUndefined();
	});

	it('do not say good-bye for each other', () => {
		expect(stepLink(claiming('b'), { type: 'leave' }).say).toEqual([]);
	});

	it('are no matter of the presenter’s view', () => {
		for (const type of ['claim', 'taken'] as const)
			expect(stepLink(presenterAt(0), { type: 'heard', message: { type, by: 'p' } })).toMatchObject({
				say: [],
			});
	});
});

describe('what is said on the channel', () => {
	const at = { type: 'at', from: 'deck', place: place(1), black: false, stamp: { time: 1, by: 'd' } };

	it.each([at, { type: 'ask' }, { type: 'claim', by: 'x' }, { type: 'bye', from: 'presenter' }])(
		'is listened to: %j',
		(message) => expect(isDeckMessage(message)).toBe(true),
	);

	it.each([
		null,
		'at',
		{},
		{ type: 'bye' },
		{ type: 'claim' },
		{ ...at, place: null },
		{ ...at, place: { slide: 1.5, part: 0 } },
		{ ...at, stamp: { time: NaN, by: 'd' } },
		{ ...at, from: 'room' },
		{ ...at, black: 'no' },
	])('is not listened to: %j', (message) => expect(isDeckMessage(message)).toBe(false));
});

describe('the deck’s id', () => {
	it.each([
		['', ''],
		['?deck=abc', ''],
		['?autoplay=8&deck=abc&loop', '?autoplay=8&loop='],
		['?autoplay=8', '?autoplay=8'],
	])('does not stay in the address: %j', (search, left) => expect(withoutDeckId(search)).toBe(left));
});

/** A deck and some presenters, whose messages are under way until somebody delivers one of them, in any order. */
function network(presenters: number) {
	let time = 100;
	let tokens = 0;
	const windows: DeckLink[] = [];
	let underWay: { from: number; to: number; message: DeckMessage }[] = [];

	function handle(at: number, event: LinkEvent) {
		const { link, say } = stepLink(windows[at]!, event);
		windows[at] = link;
		for (const message of say)
			for (let to = 0; to <= presenters; to++) if (to !== at) underWay.push({ from: at, to, message });
	}

	/** Opens a window, or opens it anew: what the old one has said has come by then, and it hears nothing any more. */
	function open(at: number, slide: number) {
		const role: Role = at ? 'presenter' : 'deck';
		for (let last; (last = underWay.findIndex(({ from }) => from === at)) >= 0;) net.deliver(last);
		underWay = underWay.filter(({ to }) => to !== at);
		windows[at] = startLink(role, `${at}-${++tokens}`, place(slide), role === 'deck' ? time : 0);
		handle(at, { type: 'join' });
	}

	const net = {
		windows,
		act(what: number, which: number, value: number) {
			time += value % 3; // often the same moment
			const at = which % (presenters + 1);
			if (what % 8 === 0) open(at, value % 12);
			else if (what % 8 === 1) handle(0, { type: 'waited', for: 'claim' });
			else if (what % 8 < 4)
				handle(at, { type: 'moved', place: place(value % 12), black: value % 5 === 0, time });
			else net.deliver(which);
		},
		deliver(which: number) {
			const [sent] = underWay.splice(which % Math.max(1, underWay.length), 1);
			if (sent) handle(sent.to, { type: 'heard', message: sent.message });
		},
		/** All is delivered, newest first; how many messages it took. */
		drain() {
			handle(0, { type: 'waited', for: 'claim' });
			let count = 0;
			for (; underWay.length && count < 2000; count++) net.deliver(underWay.length - 1);
			return count;
		},
	};
	for (let at = 0; at <= presenters; at++) open(at, at);
	return net;
}
