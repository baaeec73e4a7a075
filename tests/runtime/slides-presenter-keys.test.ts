import { describe, expect, it } from 'vitest';
import { byDistance } from '#lib/runtime/slides/by-distance.ts';
import { startState } from '#lib/runtime/slides/deck-state.ts';
import { presenterEventOf } from '#lib/runtime/slides/presenter-keys.ts';

const state = startState([{ id: 'cover', seconds: [3] }]);
const eventOf = (key: string, characters = true) =>
	presenterEventOf({ key, shift: false, modified: false, target: 'none' }, state, { rtl: false, characters });

describe('the keys of the presenter’s view', () => {
	it.each([
		['ArrowRight', { type: 'next' }],
		['PageUp', { type: 'previous' }],
		['End', { type: 'last' }],
		['7', { type: 'digit', digit: '7' }],
		['b', { type: 'black' }],
		['?', { type: 'panel', panel: 'help' }],
	])('are those of the slides: %s', (key, event) => expect(eventOf(key)).toEqual(event));

	it.each(['f', 'o', 'p'])('do nothing that is not for this window: %s', (key) => {
		expect(eventOf(key)).toBeNull();
	});

	it('are fewer where single characters are switched off', () => {
		expect([eventOf('b', false), eventOf('?', false)]).toEqual([null, null]);
		expect(eventOf('ArrowRight', false)).toEqual({ type: 'next' });
	});
});

describe('the order in which stills are fetched', () => {
	it('begins with this slide, the next and the one before', () => {
		expect(byDistance(6, 2)).toEqual([2, 3, 1, 4, 0, 5]);
	});

	it.each([0, 3])('leaves none out, from %i', (from) => {
		expect([...byDistance(4, from)].sort()).toEqual([0, 1, 2, 3]);
	});
});
