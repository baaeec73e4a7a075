import { describe, expect, test } from 'vitest';
import { loadWorld } from '#lib/server/world.ts';

const { gazetteer } = loadWorld();

const find = (name: string, lang = 'en', context: string[] = []) =>
	gazetteer.find(name, { lang, context: context.map((id) => gazetteer.byId(id)!) });
const idOf = (...asked: Parameters<typeof find>) => {
	const found = find(...asked);
	return found.kind === 'place' ? found.place.id : found.kind;
};

describe('in the whole world', () => {
	test.each([
		['华盛顿', 'zh', 'geonames:4140963'],
		['華盛頓', 'zh', 'geonames:4140963'],
		['臺北', 'zh', 'geonames:1668341'],
		['den USA', 'de', 'US'],
		['der Vereinigten Staaten', 'de', 'US'],
		['Соединённых Штатов', 'ru', 'US'],
		['Нижнем Новгороде', 'ru', 'geonames:520555'],
		['Paris', 'en', 'geonames:2988507'],
		['Paris, Texas', 'en', 'geonames:4717560'],
		['Paris (Texas)', 'en', 'geonames:4717560'],
		['Frankfurt (Oder)', 'de', 'geonames:2925535'],
		['Brandenburg', 'de', 'DE-BB'],
		['Colombia', 'en', 'CO'],
		['Mölln', 'de', 'geonames:2869994'],
		['Kreta', 'de', 'GR-M'],
		['Lampedusa', 'de', 'island:lampedusa'],
		['Diaoyu', 'en', 'island:senkaku'],
		['Bab el-Mandeb', 'en', 'sea:bab-el-mandeb'],
		['Gazastreifen', 'de', 'PS-GZZ'],
		['Donbass', 'de', 'donbas'],
		['M49:150', 'en', 'europe'],
		['M49:029', 'en', 'caribbean'],
		['Long Island', 'en', 'island:long-island'],
	])('%s (%s) is %s', (name, lang, id) => {
		expect(idOf(name, lang)).toBe(id);
	});

	test('Olympia is not in silence the capital of Washington', () => {
		const found = find('Olympia');
		if (found.kind !== 'ambiguous') throw new Error(found.kind);
		expect(found.candidates.map(({ place }) => place.id)).toEqual(
			expect.arrayContaining(['poi:olympia', 'geonames:5805687']),
		);
		expect(idOf('Olympia', 'en', ['GR'])).toBe('poi:olympia');
	});

	test('what the story names settles what a name means', () => {
		expect(idOf('Georgia')).toBe('ambiguous');
		expect(idOf('Georgia', 'en', ['geonames:4180439'])).toBe('US-GA');
		expect(idOf('Georgia', 'en', ['geonames:611717'])).toBe('GE');
		expect(idOf('Birmingham', 'en', ['geonames:4076784'])).toBe('geonames:4049979');
	});

	test.each([
		['Kreml', 'de', 'geonames:524901', 'poi:kremlin'],
		['白宫', 'zh', 'geonames:4140963', 'poi:white-house'],
		['Downing Street', 'en', 'geonames:2643743', 'poi:downing-street'],
		['Кремля', 'ru', 'geonames:524901', 'poi:kremlin'],
	])('%s (%s) is a city by another name, and says so', (name, lang, city, landmark) => {
		expect(find(name, lang)).toMatchObject({
			kind: 'place',
			place: { id: city },
			metonym: { name, place: { id: landmark } },
		});
		expect(find(landmark)).toMatchObject({ place: { id: landmark } });
	});

	test('a sea is framed by its box, and what has none by nothing', () => {
		expect(gazetteer.outline('sea:mediterranean')).toContainEqual({ lon: -5.6, lat: 30.3 });
		expect(gazetteer.outline('mountain:alps')).toHaveLength(8);
		expect(gazetteer.outline('sea:bering')!.every(({ lon }) => Math.abs(lon) <= 180)).toBe(true);
		expect(gazetteer.outline('geonames:2988507')).toBeUndefined();
	});
});
