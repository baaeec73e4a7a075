import { describe, expect, it } from 'vitest';
import { contains, countriesOfUnits, readPlaces, readWorld, shapeOfCountry } from './built.js';

const places = readPlaces();
const byId = new Map(places.map((place) => [place.id, place]));

function named(id: string) {
	const { name_de, name_en, name_zh, name_ru } = byId.get(id)!;
	return [name_de, name_en, name_zh, name_ru];
}

describe('the gazetteer', () => {
	it('has the columns that its readers expect', () => {
		expect(Object.keys(places[0]!).join(' ')).toBe(
			'id kind country parent lat lon population rank capital name_de name_en name_zh name_ru aliases',
		);
	});

	it('has ids that differ', () => {
		expect(byId.size).toBe(places.length);
	});

	it.each([
		['geonames:1816670', 'Peking', 'Beijing', '北京', 'Пекин'],
		['geonames:524901', 'Moskau', 'Moscow', '莫斯科', 'Москва'],
		['geonames:703448', 'Kiew', 'Kyiv', '基辅', 'Киев'],
		['geonames:2037013', 'Harbin', 'Harbin', '哈尔滨', 'Харбин'],
		['CN-HL', 'Heilongjiang', 'Heilongjiang', '黑龙江省', 'Хэйлунцзян'],
		['UA-43', 'Krim', 'Crimea', '克里米亚', 'Крым'],
		['US', 'USA', 'United States', '美国', 'США'],
		['KP', 'Nordkorea', 'North Korea', '朝鲜', 'КНДР'],
	])('calls %s what newspapers call it', (id, ...names) => {
		expect(named(id)).toEqual(names);
	});

	it.each([
		['BY', 'Weißrussland'],
		['US', 'Vereinigten Staaten'],
		['GB', 'UK'],
		['CN-HL', '黑龙江'],
		['geonames:524901', 'Kreml'],
		['geonames:703448', 'Kyjiw'],
		['geonames:4140963', '白宫'],
		['geonames:2037013', 'Charbin'],
	])('knows %s also as %s', (id, alias) => {
		expect(byId.get(id)!.aliases.split('|')).toContain(alias);
	});

	it('places Harbin in Heilongjiang and Simferopol in Crimea', () => {
		expect(byId.get('geonames:2037013')!.parent).toBe('CN-HL');
		expect(byId.get('geonames:693805')).toMatchObject({ parent: 'UA-43', country: 'UA' });
	});

	it('gives every province and city a parent that exists', () => {
		const orphans = places.filter(
			({ kind, parent }) => ['province', 'city'].includes(kind) && !byId.has(parent),
		);
		expect(orphans).toEqual([]);
	});

	it('uses province ids that the map has', () => {
		const units = countriesOfUnits(readWorld());
		const wrong = places.filter(({ kind, id, country }) => kind === 'province' && units.get(id) !== country);
		expect(wrong).toEqual([]);
	});

	it('puts the label of every country into that country', () => {
		const world = readWorld();
		const outside = places
			.filter(({ kind }) => kind === 'country')
			.filter(({ id, lon, lat }) => !contains(shapeOfCountry(world, id), Number(lon), Number(lat)));
		expect(outside.map(({ id }) => id)).toEqual([]);
	});

	it('ranks labels from 0 to 10', () => {
		expect(places.filter(({ rank }) => !/^(?:\d|10)$/.test(rank))).toEqual([]);
	});
});
