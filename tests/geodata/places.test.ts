import { describe, expect, it } from 'vitest';
import { contains, countriesOfUnits, readPlaces, readWorld, shapeOfCountry } from './built.js';

const places = readPlaces();

/** The sources give the middle of an atoll, and of its ring only some islets; degrees. */
const ATOLL = 0.3;

const byId = new Map(places.map((place) => [place.id, place]));

function named(id: string) {
	const { name_de, name_en, name_zh, name_ru } = byId.get(id)!;
	return [name_de, name_en, name_zh, name_ru];
}

describe('the gazetteer', () => {
	it('has the columns that its readers expect', () => {
		expect(Object.keys(places[0]!).join(' ')).toBe(
			'id kind country parent lat lon population rank capital name_de name_en name_zh name_ru aliases bbox stands_for',
		);
	});

	it('has ids that differ', () => {
		expect(byId.size).toBe(places.length);
	});

	it('has each city of the map once', () => {
		const seen = new Map<string, string[]>();
		for (const { id, kind, parent, name_en, population } of places)
			if (kind === 'city' && Number(population) >= 100_000) {
				const key = `${name_en}, ${parent}`;
				seen.set(key, [...(seen.get(key) ?? []), id]);
			}
		const twice = [...seen].filter(([, ids]) => ids.length > 1).map(([key]) => key);
		expect(twice).toEqual(['Jinzhou, CN-LN']); // one is a district of Dalian
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
		['geonames:703448', 'Kyjiw'],
		['island:senkaku', '钓鱼台'],
		['geonames:2037013', 'Charbin'],
	])('knows %s also as %s', (id, alias) => {
		expect(byId.get(id)!.aliases.split('|')).toContain(alias);
	});

	it.each([
		['poi:kremlin', 'Kreml', 'geonames:524901'],
		['poi:white-house', '白宫', 'geonames:4140963'],
		['poi:downing-street', 'Downing Street', 'geonames:2643743'],
	])('says of %s, %s, which city it stands for', (id, name, city) => {
		expect(named(id)).toContain(name);
		expect(byId.get(id)!.stands_for).toBe(city);
	});

	it('lets landmarks stand for a capital or another seat, under the name that newspapers have', () => {
		const meant = places.flatMap(({ stands_for }) => (stands_for ? [byId.get(stands_for)] : []));
		expect(meant.length).toBeGreaterThan(30);
		expect(meant.filter((city) => city?.kind !== 'city')).toEqual([]);
	});

	it('has a box around every country and province, and every place lies in its own', () => {
		const boxless = places.filter(({ kind, bbox }) => ['country', 'province'].includes(kind) && !bbox);
		expect(boxless.map(({ id }) => id)).toEqual([]);
		const outside = places.filter(({ bbox, lon, lat, kind }) => {
			const [west, south, east, north] = bbox.split(' ').map(Number) as [number, number, number, number];
			const isBetween =
				west > east
					? Number(lon) >= west - ATOLL || Number(lon) <= east + ATOLL
					: Number(lon) >= west - ATOLL && Number(lon) <= east + ATOLL;
			return (
				bbox && kind !== 'sea' && !(isBetween && Number(lat) >= south - ATOLL && Number(lat) <= north + ATOLL)
			);
		});
		expect(outside.map(({ id }) => id)).toEqual([]);
	});

	it('keeps the boxes of Russia, Fiji and the USA narrow across the date line', () => {
		const width = (id: string) => {
			const [west, , east] = byId.get(id)!.bbox.split(' ').map(Number) as [number, number, number];
			return (east - west + 360) % 360;
		};
		expect(width('RU')).toBeLessThan(175);
		expect(width('FJ')).toBeLessThan(10);
		expect(width('US')).toBeLessThan(130);
		expect(width('RU-CHU')).toBeLessThan(40);
	});

	it('has towns of the size that news in German and English names', () => {
		const towns = ['Mölln', 'Uvalde', 'Oświęcim', 'Bakhmut', 'Buxtehude', 'Zermatt', 'Haywards Heath'];
		const names = new Set(
			places.filter(({ kind }) => kind === 'city').flatMap(({ name_en, name_de }) => [name_en, name_de]),
		);
		expect(towns.filter((name) => !names.has(name))).toEqual([]);
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
