import { expect, test } from 'vitest';
import { answer } from '#lib/lookup/answer.ts';
import { gazetteer } from '../compiler/fixture-world';

test('a place is shown with all that the gazetteer knows of it', () => {
	const { kind, places } = answer(gazetteer, 'Харбин', 'de');
	expect(kind).toBe('one');
	expect(places[0]).toMatchObject({
		id: 'geonames:2037013',
		kind: 'city',
		name: 'Harbin',
		names: { zh: '哈尔滨', ru: 'Харбин' },
		within: ['Heilongjiang', 'China'],
	});
	expect(places[0]!.population).toBeGreaterThan(1_000_000);
});

test('members of a region have their names in the language of the question', () => {
	const [east] = answer(gazetteer, 'Fernost', 'de').places;
	expect(east?.kind).toBe('region');
	expect(east?.members).toContain('Russland');
});

test('names that several bear are answered with all of them, unknown ones with those that sound alike', () => {
	const several = answer(gazetteer, 'Springfield', 'en');
	expect([several.kind, several.places.length > 1]).toEqual(['several', true]);
	const unknown = answer(gazetteer, 'Habrin', 'en');
	expect([unknown.kind, unknown.places[0]?.name]).toEqual(['unknown', 'Harbin']);
});
