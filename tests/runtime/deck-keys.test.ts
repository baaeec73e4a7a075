import { describe, expect, it } from 'vitest';
import { addressOf, autoplayOf, placeOf, sectionId } from '#lib/runtime/slides/address.ts';
import { startState, type DeckState } from '#lib/runtime/slides/deck-state.ts';
import { fittingScale } from '#lib/runtime/slides/fit-text.ts';
import { gestureOf } from '#lib/runtime/slides/gestures.ts';
import { commandOf, type Key, type KeySettings } from '#lib/runtime/slides/keys.ts';

const OUTLINE = [
	{ id: 'cover', seconds: [4, 4] },
	{ id: 'harbin', seconds: [8, 8] },
	{ id: 'sources', seconds: [6] },
];
const START = startState(OUTLINE);

function command(
	key: string,
	pressed: Partial<Key> = {},
	state: DeckState = START,
	settings: Partial<KeySettings> = {},
) {
	return commandOf({ key, shift: false, modified: false, target: 'none', ...pressed }, state, {
		rtl: false,
		characters: true,
		...settings,
	});
}

describe('keys', () => {
	it.each([
		['ArrowRight', 'next'],
		['PageDown', 'next'],
		[' ', 'next'],
		['j', 'next'],
		['ArrowLeft', 'previous'],
		['PageUp', 'previous'],
		['k', 'previous'],
		['Home', 'first'],
		['End', 'last'],
		['b', 'black'],
		['.', 'black'],
		['B', 'black'],
		['f', 'fullscreen'],
		['p', 'presenter'],
	])('%j asks for %s', (key, type) => {
		expect(command(key)).toEqual({ type });
	});

	it('goes back with Shift and the space bar', () => {
		expect(command(' ', { shift: true })).toEqual({ type: 'previous' });
	});

	it('opens overview and help', () => {
		expect(command('o')).toEqual({ type: 'panel', panel: 'overview' });
		expect(command('?', { shift: true })).toEqual({ type: 'panel', panel: 'help' });
	});

	it('goes on to the left from right to left; page keys and space bar stay as they are', () => {
		expect(command('ArrowLeft', {}, START, { rtl: true })).toEqual({ type: 'next' });
		expect(command('ArrowRight', {}, START, { rtl: true })).toEqual({ type: 'previous' });
		expect(command('PageDown', {}, START, { rtl: true })).toEqual({ type: 'next' });
	});

	it('leaves the browser its own keys, and fields theirs', () => {
		expect(command('ArrowRight', { modified: true })).toBeNull();
		expect(command('f', { target: 'field' })).toBeNull();
		expect(command('Tab')).toBeNull();
		expect(command('Enter')).toBeNull();
	});

	it('leaves the space bar to a button that has the focus, but not a number that waits for Enter', () => {
		expect(command(' ', { target: 'control' })).toBeNull();
		expect(command('Enter', { target: 'control' })).toBeNull();
		expect(command('Enter', { target: 'control' }, { ...START, typed: '2' })).toEqual({ type: 'enter' });
		expect(command('ArrowRight', { target: 'control' })).toEqual({ type: 'next' });
	});

	it('single characters can be switched off, and nothing else', () => {
		for (const key of ['f', 'b', '.', 'o', 'p', '?', 'j', 'k', '4'])
			expect(command(key, {}, START, { characters: false }), key).toBeNull();
		for (const key of ['ArrowRight', ' ', 'PageDown', 'Home'])
			expect(command(key, {}, START, { characters: false }), key).not.toBeNull();
	});

	it('a panel has the keys to itself, but for Escape and its own', () => {
		const open: DeckState = { ...START, panel: 'overview' };
		expect(command('ArrowRight', {}, open)).toBeNull();
		expect(command('o', {}, open)).toEqual({ type: 'panel', panel: 'overview' });
		expect(command('?', {}, open)).toBeNull();
		expect(command('Escape', {}, open)).toEqual({ type: 'escape' });
	});

	it('the arrows move the map while the room looks around; the clicker still goes on', () => {
		const looking: DeckState = { ...START, looking: true };
		expect(command('ArrowRight', {}, looking)).toBeNull();
		expect(command('PageDown', {}, looking)).toEqual({ type: 'next' });
		expect(command('Escape', {}, looking)).toEqual({ type: 'escape' });
	});

	it('leaves Escape to the browser where there is nothing to close', () => {
		expect(command('Escape')).toBeNull();
	});
});

describe('pointers', () => {
	const screen = { width: 1000, rtl: false };
	const click = (x: number, rtl = false) =>
		gestureOf({ x, y: 300 }, { x: x + 3, y: 300 }, { ...screen, rtl }, 'mouse');

	it('a click goes on, in the first quarter back', () => {
		expect([click(100), click(240), click(260), click(900)]).toEqual([
			'previous',
			'previous',
			'next',
			'next',
		]);
		expect([click(100, true), click(900, true)]).toEqual(['next', 'previous']);
	});

	it('a swipe moves the slides with the finger', () => {
		const swipe = (right: number, down = 0, kind: 'touch' | 'mouse' = 'touch', rtl = false) =>
			gestureOf({ x: 500, y: 300 }, { x: 500 + right, y: 300 + down }, { ...screen, rtl }, kind);
		expect(swipe(-80)).toBe('next');
		expect(swipe(80)).toBe('previous');
		expect(swipe(-80, 0, 'touch', true)).toBe('previous');
		expect(swipe(-80, 90)).toBeNull();
		expect(swipe(-30)).toBeNull();
		expect(swipe(-80, 0, 'mouse')).toBeNull();
	});
});

describe('addresses', () => {
	it('every place leads back to itself', () => {
		for (const [slide, { seconds }] of OUTLINE.entries())
			for (const part of seconds.keys())
				expect(placeOf(OUTLINE, addressOf(OUTLINE, { slide, part }))).toEqual({ slide, part });
	});

	it('is that of the step, with the number of a part behind it', () => {
		expect(addressOf(OUTLINE, { slide: 1, part: 0 })).toBe('#/harbin');
		expect(addressOf(OUTLINE, { slide: 1, part: 1 })).toBe('#/harbin/2');
		expect(addressOf(OUTLINE, { slide: 0, part: 0 })).toBe('');
		expect(sectionId('harbin', 1)).toBe('/harbin/2');
	});

	it('is found in the letters of any script, as browsers write them', () => {
		const outline = [
			{ id: 'cover', seconds: [4] },
			{ id: '哈尔滨', seconds: [4, 4] },
		];
		expect(placeOf(outline, '#/%E5%93%88%E5%B0%94%E6%BB%A8/2')).toEqual({ slide: 1, part: 1 });
		expect(addressOf(outline, { slide: 1, part: 1 })).toBe('#/哈尔滨/2');
	});

	it('takes the nearest part, and an address of the story; knows what is not there', () => {
		expect(placeOf(OUTLINE, '#/harbin/9')).toEqual({ slide: 1, part: 1 });
		expect(placeOf(OUTLINE, '#/harbin/0')).toEqual({ slide: 1, part: 0 });
		expect(placeOf(OUTLINE, '#harbin')).toEqual({ slide: 1, part: 0 });
		expect(placeOf(OUTLINE, '#/habrin')).toBeNull();
		expect(placeOf(OUTLINE, '')).toEqual({ slide: 0, part: 0 });
		expect(placeOf(OUTLINE, '#/%')).toBeNull();
	});

	it.each([
		['?autoplay=8&loop', { pace: 8, loop: true }],
		['?autoplay', { pace: 'reading', loop: false }],
		['?autoplay=reading&loop=1', { pace: 'reading', loop: true }],
		['?autoplay=-3', { pace: 'reading', loop: false }],
		['?autoplay=0.0001&loop=false', { pace: 0.1, loop: false }],
		['?loop', undefined],
	])('%s', (search, wanted) => {
		expect(autoplayOf(search)).toEqual(wanted);
	});
});

describe('type in the size that the room asks for', () => {
	it('is as large as fits, and never smaller than the slide was made for', () => {
		expect(fittingScale(1.4, () => false)).toBe(1.4);
		expect(fittingScale(1.4, (scale) => scale > 1.22)).toBeCloseTo(1.2);
		expect(fittingScale(1.4, () => true)).toBe(1);
		expect(fittingScale(0.9, () => true)).toBe(0.9);
	});
});
