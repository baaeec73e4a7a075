import { describe, expect, test } from 'vitest';
import { gazetteer } from '../compiler/fixture-world';

const idOf = (name: string, options = {}) => {
	const found = gazetteer.find(name, options);
	return found.kind === 'place' ? found.place.id : found.kind;
};

describe('a name', () => {
	test.each([
		['Peking', 'geonames:1816670'],
		['Beijing', 'geonames:1816670'],
		['北京', 'geonames:1816670'],
		['Харбин', 'geonames:2037013'],
		['harbin', 'geonames:2037013'],
		['Charbin', 'geonames:2037013'],
		['München', 'geonames:2867714'],
		['Munchen', 'geonames:2867714'],
		['Muenchen', 'geonames:2867714'],
		['Schwarzes Meer', 'sea:black-sea'],
		['Fernost', 'east'],
		['Georgien', 'GE'],
		['cn-hl', 'CN-HL'],
		['X', 'unknown'],
		['DR Kongo', 'CD'],
	])('%s is found in any language, case and spelling', (name, id) => {
		expect(idOf(name)).toBe(id);
	});

	test.each([
		['Georgia, US', 'US-GA'],
		['Georgia, Vereinigte Staaten', 'US-GA'],
		['Springfield, Illinois', 'geonames:4250542'],
		['Springfield, IL', 'geonames:4250542'],
		['Springfield, Missouri, USA', 'geonames:4409896'],
		['Harbin, China', 'geonames:2037013'],
		['Harbin, Fernost', 'geonames:2037013'],
		['Harbin, USA', 'unknown'],
	])('%s is found within what qualifies it, or not at all', (name, id) => {
		expect(idOf(name)).toBe(id);
	});

	test.each(['CN', 'CN-HL', 'geonames:2037013', 'GE', 'south-pacific'])('%s is an id', (id) => {
		expect(idOf(id)).toBe(id);
	});

	test('of a city and its province is the city for a point and the province for an area', () => {
		expect(idOf('Peking')).toBe('geonames:1816670');
		expect(idOf('Peking', { prefer: 'area' })).toBe('CN-BJ');
	});

	test('of a country and a state elsewhere is ambiguous, and each candidate can be copied', () => {
		for (const prefer of ['point', 'area'] as const) {
			const found = gazetteer.find('Georgia', { prefer });
			if (found.kind !== 'ambiguous') throw new Error(found.kind);
			expect(found.candidates.map(({ write }) => write)).toEqual(['GE', 'Georgia, US']);
			expect(found.candidates.map(({ write }) => idOf(write, { prefer }))).toEqual(['GE', 'US-GA']);
		}
	});
});

describe('two countries of one name', () => {
	test.each([
		['Congo', 'en', ['DR Congo', 'Republic of the Congo']],
		['Kongo', 'de', ['DR Kongo', 'Republik Kongo']],
	])('%s are told apart by the names that they have on the map', (name, lang, names) => {
		const found = gazetteer.find(name, { lang });
		if (found.kind !== 'ambiguous') throw new Error(found.kind);
		expect(found.candidates.map((candidate) => candidate.name)).toEqual(names);
		expect(found.candidates.map(({ write }) => write)).toEqual(names);
	});
});

describe('a name that nobody has', () => {
	const near = (name: string) => {
		const found = gazetteer.find(name);
		return found.kind === 'unknown' ? found.nearMisses.map((candidate) => candidate.name) : found.kind;
	};

	test.each([
		['Habrin', ['Harbin']],
		['Ukrane', ['Ukraine']],
		['Heilongjang', ['Heilongjiang']],
		['Pekking', ['Peking']],
		['Black', ['Black Sea']],
		['Atlantis', []],
		['x', []],
	])('%s is answered with %j', (name, names) => {
		expect(near(name)).toEqual(names);
	});

	test('is answered with the places of that name, if only the qualifier is wrong', () => {
		expect(near('Harbin, Illinois')).toEqual(['Harbin']);
	});
});

describe('a region', () => {
	const covers = (id: string, country: string) => gazetteer.covers('east', { id, country });

	test('covers the units of its members, without what it excludes', () => {
		expect(covers('CN-HL', 'CN')).toBe(true);
		expect(covers('RU-AMU', 'RU')).toBe(true);
		expect(covers('CN-BJ', 'CN')).toBe(false);
		expect(covers('UA-30', 'UA')).toBe(false);
	});
});
