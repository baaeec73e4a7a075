import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { nameOf, type Place } from '#lib/gazetteer/index.ts';
import {
	asNamed,
	besides,
	from,
	inCase,
	of,
	towards,
	within,
} from '../../../../src/lib/compiler/3-emit/map-in-words/articles-de';
import { the } from '../../../../src/lib/compiler/3-emit/map-in-words/articles-en';
import { gazetteer } from './real-world';

const ids = [
	...readFileSync('geodata/built/places.tsv', 'utf8').matchAll(/^(\S+)\t(?:country|province|sea|river)\t/gm),
].map(([, id]) => id!);
const regions = (
	JSON.parse(readFileSync('geodata/built/regions.json', 'utf8')) as { regions: { id: string }[] }
).regions;
const place = (id: string) => gazetteer.byId(id)!;
const places: Place[] = [...ids, ...regions.map(({ id }) => id)].map(place);
const areas = places.filter(({ kind }) => kind !== 'province');
const forms = (id: string) => {
	const named = asNamed(place(id));
	return [inCase(named, 'nominative'), inCase(named, 'accusative'), within(place(id)), of(named)].join(', ');
};

/** Ids of countries and regions that take an article in German. */
const GERMAN =
	'AE AQ AX BS CC CD CF CG CH CI CK CX DO EH FK FO HM IM IO IQ IR KM KY LB MH MN MP MV NE NF NL PH PN SB SC SD SK SN SS TC TD TF TR UA UM US VA VG VI XK YE ' +
	'asean balkans baltic-states brics caucasus eu g7 middle-east nato nato-europe sco south-pacific ' +
	'african-union arab-league arabian-peninsula arctic benelux british-isles caribbean cis csto czechoslovakia donbas eaeu ecowas euro-area five-eyes g20 gcc global-south gulf-states horn-of-africa iberia indian-subcontinent indo-pacific korean-peninsula levant maghreb manchuria mercosur midwest nordic-countries north-caucasus northern-america opec osce pacific-islands-forum russian-far-east sahel schengen southern-africa soviet-union usmca visegrad weimar-triangle';

/** The same in English. */
const ENGLISH =
	'AE AX BS CC CD CF CG CK DO FK FO GB GM GS HM IM IO KM KY MH MP MV NL PH PN SB SC TC TF UM US VG VI ' +
	'balkans baltic-states caucasus eu g7 middle-east sco south-pacific ' +
	'g20 african-union arab-league gcc cis csto eaeu osce visegrad quad pacific-islands-forum euro-area schengen weimar-triangle gulf-states arabian-peninsula levant maghreb sahel horn-of-africa korean-peninsula indo-pacific indian-subcontinent russian-far-east north-caucasus donbas soviet-union caribbean americas iberia british-isles nordic-countries midwest arctic global-south great-lakes-africa micronesia';

describe('German names', () => {
	test('take an article where they should, and nowhere else', () => {
		const withArticle = areas
			.filter(({ kind }) => kind !== 'sea' && kind !== 'river')
			.filter((area) => /^(der|die|das) /.test(inCase(asNamed(area), 'nominative')))
			.map(({ id }) => id);
		expect(withArticle.sort()).toEqual(GERMAN.split(' ').sort());
	});

	test('are declined', () => {
		expect(forms('CN')).toBe('China, China, in China, Chinas');
		expect(forms('UA')).toBe('die Ukraine, die Ukraine, in der Ukraine, der Ukraine');
		expect(forms('IR')).toBe('der Iran, den Iran, im Iran, des Iran');
		expect(forms('US')).toBe('die USA, die USA, in den USA, der USA');
		expect(forms('NL')).toBe('die Niederlande, die Niederlande, in den Niederlanden, der Niederlande');
		expect(forms('AE')).toBe(
			'die Vereinigten Arabischen Emirate, die Vereinigten Arabischen Emirate, in den Vereinigten Arabischen Emiraten, der Vereinigten Arabischen Emirate',
		);
		expect(forms('CF')).toBe(
			'die Zentralafrikanische Republik, die Zentralafrikanische Republik, in der Zentralafrikanischen Republik, der Zentralafrikanischen Republik',
		);
		expect(forms('CD')).toBe('die DR Kongo, die DR Kongo, in der DR Kongo, der DR Kongo');
		expect(forms('VA')).toBe('der Vatikan, den Vatikan, im Vatikan, des Vatikans');
		expect(forms('PH')).toBe('die Philippinen, die Philippinen, auf den Philippinen, der Philippinen');
		expect(forms('IM')).toBe('die Isle of Man, die Isle of Man, auf der Isle of Man, der Isle of Man');
		expect(forms('LA')).toBe('Laos, Laos, in Laos, von Laos');
		expect(forms('VC')).toBe(
			'St. Vincent und die Grenadinen, St. Vincent und die Grenadinen, in St. Vincent und den Grenadinen, von St. Vincent und den Grenadinen',
		);
		expect(forms('middle-east')).toBe('der Nahe Osten, den Nahen Osten, im Nahen Osten, des Nahen Ostens');
		expect(forms('sea:black-sea')).toBe(
			'das Schwarze Meer, das Schwarze Meer, im Schwarzen Meer, des Schwarzen Meers',
		);
		expect(forms('UA-43')).toBe('die Krim, die Krim, auf der Krim, der Krim');
		expect(forms('CN-NM')).toBe(
			'die Innere Mongolei, die Innere Mongolei, in der Inneren Mongolei, der Inneren Mongolei',
		);
		expect(forms('CH-ZH')).toBe('der Kanton Zürich, den Kanton Zürich, im Kanton Zürich, des Kantons Zürich');
		expect(forms('UA-14')).toBe('das Gebiet Donezk, das Gebiet Donezk, im Gebiet Donezk, des Gebiets Donezk');
		expect(forms('RU-YEV')).toBe(
			'das Jüdische Autonome Gebiet, das Jüdische Autonome Gebiet, im Jüdischen Autonomen Gebiet, des Jüdischen Autonomen Gebiets',
		);
	});

	test('run together with short words', () => {
		expect([
			towards(asNamed(place('TR'))),
			towards(asNamed(place('IQ'))),
			towards(asNamed(place('US'))),
		]).toEqual(['zur Türkei', 'zum Irak', 'zu den USA']);
		expect([from(asNamed(place('IR'))), from(asNamed(place('CN')))]).toEqual(['vom Iran', 'von China']);
		expect([besides(asNamed(place('CN'))), besides(asNamed(place('SK')))]).toEqual([
			'von China',
			'der Slowakei',
		]);
	});

	test('never follow one article with another, nor an article with a strong adjective', () => {
		for (const area of places)
			for (const which of ['nominative', 'accusative', 'dative', 'genitive'] as const) {
				const phrase = inCase(asNamed(area), which);
				expect(phrase).not.toMatch(/^(der|die|das|den|dem|des) (der|die|das|den|dem|des) /);
				expect(phrase).not.toMatch(/^(des|dem|den) (Autonomer|Oberer|Großer|Naher|Schwarzes|Rotes|Weißes) /);
			}
	});
});

describe('English names', () => {
	test('take an article where they should, and nowhere else', () => {
		const withArticle = areas
			.filter(({ kind }) => kind !== 'sea' && kind !== 'river')
			.filter((area) => the(asNamed(area)).startsWith('the '))
			.map(({ id }) => id);
		expect(withArticle.sort()).toEqual(ENGLISH.split(' ').sort());
	});

	test('of seas take one, of lakes and bays none', () => {
		expect(
			['sea:black-sea', 'lake:baikal', 'sea:hudson', 'sea:biscay', 'river:amur'].map((id) =>
				the(asNamed(place(id))),
			),
		).toEqual(['the Black Sea', 'Lake Baikal', 'Hudson Bay', 'the Bay of Biscay', 'the Amur']);
	});
});

test('the gazetteer has a German and an English name for every country and region', () => {
	for (const area of areas) expect([nameOf(area, 'de'), nameOf(area, 'en')]).not.toContain(area.id);
});
