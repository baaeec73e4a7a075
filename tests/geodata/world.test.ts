import { describe, expect, it } from 'vitest';
import {
	borderLines,
	borderOf,
	contains,
	countriesOfUnits,
	neighboursOf,
	polygonsOf,
	readWorld,
	ringArea,
	shapeOfCountry,
	shapeOfUnit,
	compressedSizeOf,
	sizeOf,
	type Ring,
} from './built.js';

const world = readWorld();
const countryOf = countriesOfUnits(world);

/** The 193 members of the United Nations and the two observer states. */
const UNITED_NATIONS =
	'AD AE AF AG AL AM AO AR AT AU AZ BA BB BD BE BF BG BH BI BJ BN BO BR BS BT BW BY BZ CA CD CF CG CH CI CL CM CN CO CR CU CV CY CZ DE DJ DK DM DO DZ EC EE EG ER ES ET FI FJ FM FR GA GB GD GE GH GM GN GQ GR GT GW GY HN HR HT HU ID IE IL IN IQ IR IS IT JM JO JP KE KG KH KI KM KN KP KR KW KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MG MH MK ML MM MN MR MT MU MV MW MX MY MZ NA NE NG NI NL NO NP NR NZ OM PA PE PG PH PK PL PT PW PY QA RO RS RU RW SA SB SC SD SE SG SI SK SL SM SN SO SR SS ST SV SY SZ TD TG TH TJ TL TM TN TO TR TT TV TZ UA UG US UY UZ VC VE VN VU WS YE ZA ZM ZW VA PS'.split(
		' ',
	);

/** Whether a line comes within `reach` degrees of a point; long straight lines have few corners, so their way counts. */
function passesNear(lines: Ring[], lon: number, lat: number, reach: number) {
	return lines.some((line) =>
		line.some(([x, y], i) => {
			const [px, py] = line[Math.max(0, i - 1)] ?? [x, y];
			const length2 = (x - px) ** 2 + (y - py) ** 2;
			const along = length2 ? ((lon - px) * (x - px) + (lat - py) * (y - py)) / length2 : 0;
			const t = Math.max(0, Math.min(1, along));
			return Math.hypot(px + t * (x - px) - lon, py + t * (y - py) - lat) < reach;
		}),
	);
}

describe('units of the world map', () => {
	it('have every member of the United Nations', () => {
		const countries = new Set(countryOf.values());
		expect(UNITED_NATIONS.filter((code) => !countries.has(code))).toEqual([]);
	});

	it('have ids that differ and contain no stray signs', () => {
		expect(countryOf.size).toBe(world.objects.units.geometries.length);
		expect([...countryOf.keys()].filter((id) => !/^[A-Z]{2,3}-[A-Z0-9]+$/.test(id))).toEqual([]);
	});

	it.each([
		['UA-43', 'UA', 'Crimea'],
		['UA-40', 'UA', 'Sevastopol'],
		['UA-14', 'UA', 'Donetsk'],
		['UA-09', 'UA', 'Luhansk'],
		['UA-23', 'UA', 'Zaporizhzhia'],
		['UA-65', 'UA', 'Kherson'],
		['GE-AB', 'GE', 'Abkhazia'],
		['GE-X01', 'GE', 'South Ossetia'],
		['MD-SN', 'MD', 'Transnistria'],
		['CY-X04', 'CY', 'Northern Cyprus'],
		['SO-X11', 'SO', 'Somaliland'],
		['SY-X02', 'SY', 'the Golan'],
		['PS-WBK', 'PS', 'the West Bank'],
		['EH-X02', 'EH', 'the west of Western Sahara'],
	])('give %s to %s (%s)', (id, country) => {
		expect(countryOf.get(id)).toBe(country);
	});

	it.each([
		['Simferopol', 34.1, 44.95, 'UA'],
		['Laayoune', -13.2, 27.13, 'EH'],
		['Dakhla', -15.5, 23.9, 'EH'],
		['Majdal Shams on the Golan', 35.77, 33.25, 'SY'],
		['the Old City of Jerusalem', 35.235, 31.777, 'PS'],
		['the Knesset', 35.2, 31.777, 'IL'],
		['Aksai Chin', 79.5, 35.2, 'CN'],
		['Tskhinvali', 43.97, 42.23, 'GE'],
		['Pristina', 21.16, 42.66, 'XK'],
		['Kaliningrad', 20.5, 54.7, 'RU'],
	])('hold %s in the right country', (_, lon, lat, country) => {
		expect(contains(shapeOfCountry(world, country), lon, lat)).toBe(true);
	});

	it('keep Taiwan, Hong Kong and Macao apart from China', () => {
		for (const code of ['TW', 'HK', 'MO']) expect([...countryOf.values()]).toContain(code);
		expect(contains(shapeOfCountry(world, 'CN'), 121, 23.8)).toBe(false);
	});

	it('let Heilongjiang border Russia and its Chinese neighbours only', () => {
		const neighbours = neighboursOf(world, 'CN-HL');
		expect(neighbours.filter((id) => countryOf.get(id) === 'RU').sort()).toEqual([
			'RU-AMU',
			'RU-KHA',
			'RU-PRI',
			'RU-YEV',
			'RU-ZAB',
		]);
		expect(neighbours.filter((id) => countryOf.get(id) === 'CN').sort()).toEqual(['CN-JL', 'CN-NM']);
	});

	it('have no polygon wider than 180°, but for Antarctica', () => {
		const wide = world.objects.units.geometries.filter((unit) =>
			polygonsOf(shapeOfUnit(world, unit)).some(([outer]) => {
				const lons = outer.map(([lon]) => lon);
				return lons.reduce((a, b) => Math.max(a, b)) - lons.reduce((a, b) => Math.min(a, b)) > 180;
			}),
		);
		expect(wide.map(({ id }) => id)).toEqual(['AQ-X01']);
	});

	it('keep the smallest states as more than a point', () => {
		for (const code of ['VA', 'MC', 'NR', 'TV', 'SM', 'MV', 'GI']) {
			const areas = polygonsOf(shapeOfCountry(world, code)).map(([outer]) => ringArea(outer));
			expect(Math.max(...areas), code).toBeGreaterThan(1e-5);
		}
	});
});

describe('borders', () => {
	const international = borderLines(world, 'international');
	const disputed = borderLines(world, 'disputed');
	const province = borderLines(world, 'province');

	it('draw the isthmus of Crimea as a province line', () => {
		expect(passesNear(province, 33.7, 46.15, 0.2)).toBe(true);
		expect(passesNear([...international, ...disputed], 33.7, 46.15, 0.4)).toBe(false);
	});

	it.each([
		['Western Sahara and Morocco', -10, 27.66, 0.8],
		['Kosovo and Serbia', 21.4, 42.95, 0.3],
		['Israel and the West Bank', 35, 32, 0.2],
		['Israel and the Golan', 35.64, 33.1, 0.15],
		['the Golan and the rest of Syria', 35.85, 33, 0.15],
		['Abkhazia', 41.8, 42.6, 0.3],
		['South Ossetia', 43.95, 42.2, 0.15],
		['Transnistria', 29.2, 47.2, 0.3],
		['Northern Cyprus', 33.3, 35.15, 0.2],
		['the Line of Control in Kashmir', 74.5, 34.6, 0.4],
		['Aksai Chin', 78.7, 34.5, 0.5],
		['Arunachal Pradesh', 93.5, 28.6, 0.5],
		['Somaliland', 48.9, 9.5, 0.8],
		["Hala'ib", 35.5, 22, 0.5],
	])('dash the line at %s', (_, lon, lat, reach) => {
		expect(passesNear(disputed, lon, lat, reach)).toBe(true);
	});

	it.each([
		['crimea', 'province', 33.7, 46.15],
		['ukraine-annexed-russia', 'international', 39.8, 49.2],
		['kosovo-serbia', 'disputed', 21.4, 42.95],
		['western-sahara-morocco', 'disputed', -10, 27.66],
		['arunachal-pradesh', 'disputed', 93.5, 28.6],
	])('can be asked for by id: %s', (id, kind, lon, lat) => {
		const found = borderOf(world, id);
		expect(found.kind).toBe(kind);
		expect(passesNear(found.lines, lon, lat, 0.8)).toBe(true);
	});

	it('never run along the date line or around the pole', () => {
		for (const line of [...international, ...disputed, ...province])
			for (const [lon, lat] of line) {
				expect(Math.abs(lon)).toBeLessThan(179.9);
				expect(lat).toBeGreaterThan(-89);
			}
	});
});

describe('sizes', () => {
	it('stay below what a page can afford', () => {
		expect(sizeOf('world.topo.json')).toBeLessThan(3.5e6);
		expect(sizeOf('water.topo.json')).toBeLessThan(0.5e6);
	});

	it('of the gazetteer stay below three megabytes when compressed', () => {
		const files = ['places.tsv', 'names.tsv', 'regions.json'];
		expect(files.reduce((sum, name) => sum + compressedSizeOf(name), 0)).toBeLessThan(2_970_000);
	});
});
