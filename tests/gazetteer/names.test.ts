import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { joinTables, openNames } from '#lib/gazetteer/name-table.ts';
import type { Place } from '#lib/gazetteer/place.ts';
import { openPlaces, readPlaces } from '#lib/gazetteer/read-places.ts';
import { writeNames } from '#lib/gazetteer/write-names.ts';

const read = (name: string) => readFileSync(`geodata/built/${name}`, 'utf8');

function place(id: string, names: Place['names'], aliases: string[] = []): Place {
	return { id, kind: 'city', at: { lon: 0, lat: 0 }, population: 0, rank: 0, names, aliases };
}

const rows = [
	place('a', { de: 'Kiew', en: 'Kyiv (city)' }, ['Kyjiw']),
	place('b', { de: 'Kiew', en: 'Kiev' }),
	place('c', { de: 'München', zh: '臺北' }),
];
const table = openNames(writeNames(rows), (row) => rows[row]!);

test('the table of names that is built agrees with the places that are built', () => {
	expect(read('names.tsv') === writeNames(readPlaces(read('places.tsv')))).toBe(true);
});

describe('a table of names', () => {
	test('gives every place of a name, in the order of the rows, with the languages whose name it is', () => {
		const found = table.get('kiew')?.map(({ place: { id }, name, languages }) => [id, name, languages]);
		expect(found).toEqual([
			['a', 'Kiew', ['de']],
			['b', 'Kiew', ['de']],
		]);
		expect(table.get('kyjiw')?.[0]).toMatchObject({ name: 'Kyjiw', languages: [] });
		expect(table.get('kyiv')?.[0]).toMatchObject({ name: 'Kyiv', languages: ['en'] });
	});

	test.each(['munchen', 'muenchen', '台北'])('knows the spelling %s', (folded) => {
		expect(table.get(folded)?.[0]?.place.id).toBe('c');
	});

	test.each([
		['kiew', true],
		['ki', true],
		['kiewer', false],
		['zz', false],
		['a', false],
	])('says of %s whether a name begins with it: %s', (beginning, expected) => {
		expect(table.startsWith(beginning)).toBe(expected);
	});

	test('has no empty name, nothing before the first and nothing behind the last', () => {
		expect(table.get('')).toBeUndefined();
		expect(table.get('kie')).toBeUndefined();
		expect(table.get('\u0001')).toBeUndefined();
		expect(table.get('\uffff')).toBeUndefined();
	});

	test('lists each name once, in order, with its places', () => {
		const names = [...table].map(([name]) => name);
		expect(names).toEqual([...names].sort());
		expect(new Set(names).size).toBe(names.length);
		for (const [name, matches] of table) expect(table.get(name)).toEqual(matches);
	});

	test('joined with another has the names of both', () => {
		const more = [place('d', { en: 'Kiev' }), place('e', { en: 'Elsewhere' })];
		const both = joinTables([table, openNames(writeNames(more), (row) => more[row]!)]);
		expect(both.get('kiev')?.map((match) => match.place.id)).toEqual(['b', 'd']);
		expect(both.startsWith('else')).toBe(true);
		const names = [...both].map(([name]) => name);
		expect(new Set(names).size).toBe(names.length);
		expect(names).toContain('elsewhere');
	});
});

test('a row is read once, by its number or by its id', () => {
	const places = openPlaces('id\tkind\tlat\tlon\tname_en\nA\tcity\t1\t2\tAaa\nB\tcity\t3\t4\tBbb\n');
	expect(places.size).toBe(2);
	expect(places.byId('B')).toBe(places.row(1));
	expect(places.byId('C')).toBeUndefined();
});
