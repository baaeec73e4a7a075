import { expect, test } from 'vitest';
import { chooseName, type Candidate } from '#lib/runtime/look/choose-name.ts';

const here = { lon: 126, lat: 45 };
const some = (kind: Candidate['kind'], name: string, distance = 0): Candidate => ({
	kind,
	name,
	at: here,
	distance,
});
const told = (...candidates: Candidate[]) => {
	const found = chooseName(candidates);
	return found && [found.name, found.within];
};

test('What the story names comes before all that is nearer', () => {
	expect(told(some('town', 'Acheng', 1), some('story', 'Harbin', 20))).toEqual(['Harbin', '']);
});

test('Of names on the basemap the nearest is told, and of equally near ones the one that is hard to hit', () => {
	expect(told(some('country-name', 'China', 1), some('town', 'Harbin', 20))).toEqual(['China', '']);
	expect(told(some('country-name', 'China', 10), some('town', 'Harbin', 10))).toEqual(['Harbin', '']);
	expect(told(some('town', 'Daqing', 20), some('town', 'Harbin', 10))).toEqual(['Harbin', '']);
});

test('A town is told with the areas around it', () => {
	const areas = [some('country', 'China'), some('province', 'Heilongjiang')];
	expect(told(some('town', 'Harbin', 10), ...areas)).toEqual(['Harbin', 'Heilongjiang, China']);
});

test('Where no name is near the smallest area is told, and in which it lies; a water only where there is no land', () => {
	const region = some('region', 'China, neutral by its own account');
	expect(told(some('country', 'China'), some('province', 'Hubei'))).toEqual(['Hubei', 'China']);
	expect(told(region)).toEqual(['China, neutral by its own account', '']);
	expect(told(some('water', 'Bohai'), some('country', 'China'))).toEqual(['China', '']);
	expect(told(some('water', 'Bohai'))).toEqual(['Bohai', '']);
});

test('No area is said to lie in one of its own name', () => {
	expect(told(some('region', 'CHINA'), some('country', 'China'))).toEqual(['China', '']);
	expect(told(some('town', 'Singapur', 1), some('country', 'Singapur'))).toEqual(['Singapur', '']);
});

test('A region that the story calls by a country’s name and more is told in place of the country', () => {
	const areas = [some('region', 'China, neutral by its own account'), some('country', 'China')];
	const name = 'China, neutral by its own account';
	expect(told(...areas)).toEqual([name, '']);
	expect(told(...areas, some('province', 'Hubei'))).toEqual(['Hubei', name]);
	expect(told(some('region', 'Nigeria'), some('country', 'Niger'))).toEqual(['Niger', 'Nigeria']);
});

test('A river and a country are told without what lies around a point of them', () => {
	expect(told(some('river', 'Amur', 1), some('country', 'China'))).toEqual(['Amur', '']);
	expect(told(some('country-name', 'China', 1), some('province', 'Hubei'))).toEqual(['China', '']);
});

test('Where nothing has a name nothing is told', () => {
	expect(chooseName([])).toBeUndefined();
});
