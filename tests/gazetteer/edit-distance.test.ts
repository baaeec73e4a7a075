import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { editDistance, nearest } from '../../src/lib/gazetteer/edit-distance';

describe('the distance of two words', () => {
	test.each([
		['harbin', 'habrin', 1],
		['harbin', 'harbin', 0],
		['harbin', 'harbi', 1],
		['focus', 'fokus', 1],
		['', 'abc', 3],
		['kitten', 'sitting', 3],
	])('of %s and %s is %i', (a, b, distance) => {
		expect(editDistance(a, b)).toBe(distance);
	});

	test('is the same both ways, and infinite just beyond the limit', () => {
		const word = fc.string({ maxLength: 8, unit: fc.constantFrom('a', 'b', 'c') });
		fc.assert(
			fc.property(word, word, fc.nat(4), (a, b, most) => {
				const distance = editDistance(a, b);
				expect(editDistance(b, a)).toBe(distance);
				expect(editDistance(a, b, most)).toBe(distance <= most ? distance : Infinity);
			}),
		);
	});
});

test('the nearest key is suggested, and none for a word that resembles nothing', () => {
	expect(nearest('fokus', ['show', 'focus', 'short'])).toEqual(['focus']);
	expect(nearest('colour', ['show', 'focus', 'short'])).toEqual([]);
});
