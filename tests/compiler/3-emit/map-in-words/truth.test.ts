import { geoDistance } from 'd3-geo';
import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { EARTH_RADIUS_KM } from '#lib/geo/index.ts';
import { areaFact } from '../../../../src/lib/compiler/3-emit/map-in-words/area-facts';
import { createAtlas } from '../../../../src/lib/compiler/3-emit/map-in-words/atlas';
import { COMPASS, type Compass } from '../../../../src/lib/compiler/3-emit/map-in-words/compass';
import { gazetteer, words, wordsOf, world } from './real-world';

const rows = readFileSync('geodata/built/places.tsv', 'utf8')
	.split('\n')
	.map((line) => line.split('\t'));
const countries = rows.filter(([, kind]) => kind === 'country').map(([id]) => id!);
const cities = rows.filter(([id, kind]) => kind === 'city' && id!.startsWith('geonames:')).map(([id]) => id!);
const named = (id: string, lang: string) => gazetteer.byId(id)!.names[lang]!;
const city = fc.constantFrom(...cities);
const country = fc.constantFrom(...countries);

describe('words', () => {
	test('name everything that the map names', () => {
		const map = fc.record({
			show: fc.uniqueArray(city, { minLength: 1, maxLength: 6 }),
			highlight: fc.uniqueArray(country, { minLength: 1, maxLength: 4 }),
		});
		fc.assert(
			fc.property(
				fc.array(map, { minLength: 8, maxLength: 8 }),
				fc.constantFrom('de', 'en'),
				(maps, lang) => {
					const blocks = maps.map(
						({ show, highlight }) => `show: [${show.join(', ')}]\nhighlight: [${highlight.join(', ')}]`,
					);
					wordsOf(blocks, lang).forEach((text, index) => {
						for (const id of maps[index]!.show)
							expect(text).toContain(named(id, lang).replace(/ \((Stadt|city)\)$/, ''));
						// Only the adjectives of a name are declined: Vereinigte Arabische Emirate.
						for (const id of maps[index]!.highlight)
							expect(text).toContain(named(id, lang).split(' ').at(-1));
					});
				},
			),
			{ numRuns: 12 },
		);
	}, 60_000);

	test('are text without gaps or leftovers', () => {
		for (const lang of ['de', 'en', 'fr', 'zh']) {
			const texts = wordsOf(
				countries.map((id) => `highlight: ${id === 'NO' ? '"NO"' : id}`),
				lang,
			);
			for (const text of texts) {
				expect(text).not.toBe('');
				expect(text).not.toMatch(/undefined|null|NaN|\s{2}| [,.;]|\(\)|„“|“”/);
			}
		}
	}, 60_000);

	test('say the great-circle distance of two towns', () => {
		fc.assert(
			fc.property(fc.uniqueArray(city, { minLength: 2, maxLength: 2 }), ([a = '', b = '']) => {
				const [from, to] = [gazetteer.byId(a)!.at, gazetteer.byId(b)!.at];
				const km = geoDistance([from.lon, from.lat], [to.lon, to.lat]) * EARTH_RADIUS_KM;
				const said = /([\d,]+) km/.exec(words(`route: [${a}, ${b}]`))?.[1]?.replace(',', '');
				fc.pre(km >= 1);
				expect(Math.abs(Number(said) - km)).toBeLessThanOrEqual(25);
			}),
			{ numRuns: 25 },
		);
	}, 60_000);
});

describe('neighbours', () => {
	const atlas = createAtlas(world, gazetteer);
	const factOf = (id: string) => {
		const place = gazetteer.byId(id)!;
		return areaFact({ id, label: id, at: place.at, place }, atlas);
	};

	test('are mutual, and each lies where the other does not', () => {
		const facts = new Map(countries.map((id) => [id, factOf(id)]));
		let pairs = 0;
		for (const [id, fact] of facts)
			for (const { place, directions } of fact.neighbours) {
				const back = facts.get(place.id)?.neighbours.find((other) => other.place.id === id)?.directions;
				if (directions.length !== 1 || back?.length !== 1) continue;
				const steps = Math.abs(COMPASS.indexOf(directions[0]!) - COMPASS.indexOf(back[0]!));
				// Finland lies east of Norway, and Norway north of Finland; never closer.
				expect([2, 3, 4, 5, 6], `${id} ${directions[0]} / ${place.id} ${back[0]}`).toContain(steps);
				pairs++;
			}
		expect(pairs).toBeGreaterThan(60);
	}, 60_000);

	test('are the ones that an atlas lists', () => {
		const of = (id: string) => factOf(id).neighbours.map(({ place }) => place.id);
		expect(of('PT')).toEqual(['ES']);
		expect(of('LS')).toEqual(['ZA']);
		expect(of('VA')).toEqual(['IT']);
		expect(of('JP')).toEqual([]);
		expect(of('TW')).toEqual([]);
		expect(of('MN').sort()).toEqual(['CN', 'RU']);
		expect(factOf('CN').neighbours.length + factOf('CN').more).toBe(14);
		expect(factOf('RU').neighbours.length + factOf('RU').more).toBe(14);
		expect(factOf('UA').neighbours.length + factOf('UA').more).toBe(7);
		expect(of('FR')).not.toContain('BR');
	});

	test('lie where an atlas shows them', () => {
		const side = (id: string, of: string): Compass[] | undefined =>
			factOf(id).neighbours.find(({ place }) => place.id === of)?.directions;
		expect(side('CN-HL', 'RU')).toEqual(['north', 'east']);
		expect(side('CN-HL', 'CN-NM')).toEqual(['west']);
		expect(side('CN-HL', 'CN-JL')).toEqual(['south']);
		expect(side('US', 'CA')).toEqual(['north']);
		expect(side('PT', 'ES')).toEqual(['north', 'east']);
		expect(side('KP', 'KR')).toEqual(['south']);
		expect(side('RU', 'MN')).toEqual(['south']);
	});
});

describe('where the map takes a side or takes none, so do words', () => {
	test('Crimea and Donetsk lie in Ukraine', () => {
		expect(words('focus: Simferopol')).toContain('in Crimea, in the south-east of Ukraine');
		expect(words('highlight: UA-43')).not.toContain('Russia');
		expect(words('highlight: Donetsk Oblast')).toContain('in the east of Ukraine');
	});

	test('no country is named over Kashmir, Arunachal Pradesh or Jerusalem', () => {
		expect(words('focus: Srinagar')).toBe('Marked on the map is Srinagar, in Jammu and Kashmir.');
		expect(words('focus: Itanagar')).not.toMatch(/India|China/);
		expect(words('focus: Jerusalem')).toBe('Marked on the map is Jerusalem.');
		expect(words('highlight: IN-JK')).not.toMatch(/India/);
	});

	test('Taipei and Pristina are no capitals of states, and lie in no other', () => {
		expect(words('focus: Taipei')).toContain('Taipei, in the north-east of Taiwan');
		expect(words('focus: Taipei')).not.toMatch(/China|capital/);
		expect(words('focus: Pristina')).not.toMatch(/Serbia\.|capital/);
	});

	test('a line in dispute has no length, and Hong Kong no border with China', () => {
		expect(words('border: [China, India]')).toMatch(
			/^A line marks the border between China and India; India lies to the south and west\./,
		);
		expect(words('highlight: [Serbia, Kosovo]')).not.toContain('km long');
		expect(words('highlight: Hong Kong')).toContain('Its only neighbour on land is Guangdong to the north.');
	});

	test('a town of Western Sahara lies in Western Sahara', () => {
		expect(words('focus: Laayoune')).toContain('Laayoune, in the north of Western Sahara.');
	});

	test('Northern Cyprus, Abkhazia and Transnistria lie where the map has them', () => {
		expect(words('highlight: CY-X04')).toContain('Cyprus');
		expect(words('highlight: GE-AB')).toContain('of Georgia');
		expect(words('focus: Tiraspol')).toContain('Moldova');
	});
});

describe('at the edges of the world', () => {
	test('nothing breaks at the antimeridian', () => {
		expect(words('highlight: [Fiji, Tonga]')).toContain('Fiji lies north-west of Tonga');
		expect(words('route: [Tokyo, San Francisco]')).toContain('km to the east');
		expect(words('highlight: Fiji')).toContain('about 350 km across');
		expect(words('highlight: United States')).toContain('Canada to the north');
	});

	test('the South Pole has no coast and no side', () => {
		expect(words('focus: {name: Pole, lat: -90, lon: 0}')).toBe(
			'Marked on the map is “Pole”, in Antarctica.',
		);
	});

	test('a point at sea lies nowhere', () => {
		expect(words('focus: {name: Rig, lat: 57, lon: 2}')).toBe('Marked on the map is “Rig”.');
	});

	test('a point in a town is at no distance from it', () => {
		const text = words('show: [Berlin, {name: Gate, lat: 52.5163, lon: 13.3777}]');
		expect(text).toBe('Marked on the map are Berlin and “Gate”, both in Germany.');
	});

	test('towns far away belong to a country without lying in a part of it', () => {
		expect(words('focus: Honolulu')).toContain('Honolulu, in Hawaii (United States)');
		expect(words('focus: Cayenne')).toContain('Cayenne, in French Guiana (France)');
	});
});
