import { writeFileSync } from 'node:fs';
import { feature, mergeArcs } from 'topojson-client';
import { readPlaces } from '../../src/lib/gazetteer/read-places.ts';
import { writeNames } from '../../src/lib/gazetteer/write-names.ts';
import { here, readJson, readYaml } from './lib/paths.mjs';
import { boxAround } from './lib/box-around.mjs';
import { loadCitiesAndTowns } from './lib/cities.mjs';
import { countryNames, countryPopulations } from './lib/countries.mjs';
import { listDistricts } from './lib/districts.mjs';
import { labelPoint, largestPolygon } from './lib/label-point.mjs';
import { unitLocator } from './lib/locate.mjs';
import { bareName, distinct, LANGUAGES, provinceVariants, simplified } from './lib/names.mjs';
import { loadNamedPlaces } from './lib/named-places.mjs';
import { geometryContains, polygonsOf, ringArea, ringBox } from './lib/planar.mjs';
import { cityRank, countryRank, provinceRank } from './lib/ranks.mjs';
import { compare, loadSourceUnits } from './lib/source-units.mjs';
import { loadWaterLabels } from './lib/water-labels.mjs';

const COLUMNS = ['id', 'kind', 'country', 'parent', 'lat', 'lon', 'population', 'rank', 'capital'];
const HEADER = [
	...COLUMNS,
	...LANGUAGES.map((language) => `name_${language}`),
	'aliases',
	'bbox',
	'stands_for',
];

const world = readJson(here('built/world.topo.json'));
const own = readYaml('aliases.yaml');
const { units, names: joinedNames } = loadSourceUnits();

/** Countries of a single unit have no provinces in the gazetteer: their cities belong to the country. */
const unitCount = new Map();
for (const { properties } of world.objects.units.geometries)
	unitCount.set(properties.country, (unitCount.get(properties.country) ?? 0) + 1);

const loaded = loadCitiesAndTowns();
const cities = placeCities(loaded.cities);
/** By country and province: neighbours share what is written, so that the file is a tenth smaller when compressed. */
const towns = placeCities(loaded.towns.map(coarse)).sort(
	(a, b) =>
		compare(a.country, b.country) ||
		compare(a.parent, b.parent) ||
		b.population - a.population ||
		compare(a.id, b.id),
);
const provinces = listProvinces();
const listed = new Set(provinces.map(({ id }) => id));
for (const city of [...cities, ...towns]) if (!listed.has(city.parent)) city.parent = city.country;
const districts = listDistricts(units, [...cities, ...towns], provinces);
const countries = listCountries();
const waters = listWaters();
const byHand = loadNamedPlaces(unitLocator(units), {
	known: new Set([...countries, ...provinces, ...cities, ...waters].map(({ id }) => id)),
	listed,
});
const rows = [...countries, ...provinces, ...cities, ...waters, ...byHand, ...towns, ...districts];
const tsv = `${[HEADER.join('\t'), ...rows.map(toLine)].join('\n')}\n`;
writeFileSync(here('built/places.tsv'), tsv);
writeFileSync(here('built/names.tsv'), writeNames(readPlaces(tsv)));

function toLine(row) {
	const names = LANGUAGES.map((language) => row.names[language] ?? '');
	const fields = [
		...COLUMNS.map((column) => row[column] ?? ''),
		...names,
		row.aliases.join('|'),
		row.bbox?.join(' ') ?? '',
		row.standsFor ?? '',
	];
	return fields.map((field) => String(field).replace(/\t/g, ' ')).join('\t');
}

function listCountries() {
	const nameOf = countryNames();
	const populationOf = countryPopulations();
	const labels = readYaml('labels.yaml').countries;
	const members = new Map();
	for (const geometry of world.objects.units.geometries) {
		const code = geometry.properties.country;
		if (members.has(code)) members.get(code).push(geometry);
		else members.set(code, [geometry]);
	}
	return [...members.keys()].sort(compare).map((code) => {
		const shape = feature(world, mergeArcs(world, members.get(code))).geometry;
		const [lon, lat] = labels[code] ?? Object.values(labelPoint(shape));
		const { names, aliases } = nameOf(code);
		const population = populationOf(code);
		return {
			id: code,
			kind: 'country',
			country: code,
			...position(lon, lat),
			population: population || '',
			rank: countryRank(trueArea(shape), population),
			names,
			aliases,
			bbox: boxAround(shape),
		};
	});
}

function trueArea(geometry) {
	return polygonsOf(geometry).reduce((sum, polygon) => {
		const { south, north } = ringBox(polygon[0]);
		return sum + ringArea(polygon[0]) * Math.cos((((south + north) / 2) * Math.PI) / 180);
	}, 0);
}

function listProvinces() {
	const shapes = feature(world, world.objects.units).features;
	const whole = units.filter((unit) => !unit.source.cutFrom);
	const sources = new Map([...units, ...whole].map((unit) => [unit.group, unit.source]));
	const large = new Map();
	for (const city of cities)
		for (const name of [...Object.values(city.names), ...city.aliases])
			large.set(`${city.country} ${name.toLowerCase()}`, city);

	return shapes
		.map((shape) => {
			const { country } = shape.properties;
			const natural = sources.get(shape.id);
			const names = namesOfProvince(shape.id, country, natural);
			if (!names.en || unitCount.get(country) === 1) return null;
			const [lon, lat] = provinceLabel(shape, natural);
			const extra = [...(own.provinces[shape.id]?.also ?? []), joinedNames.get(shape.id)?.local];
			const native = joinedNames.has(shape.id)
				? []
				: [natural.name, ...splitNames(natural.name_local), ...splitNames(natural.name_alt)];
			const variants = LANGUAGES.flatMap((language) =>
				provinceVariants(names[language], language, natural.type_en, country),
			);
			const taken = new Set(Object.values(names));
			const aliases = distinct([...variants, ...native, ...native.filter(Boolean).map(simplified)])
				.filter((name) => !taken.has(name) && !large.has(`${country} ${name.toLowerCase()}`))
				.concat(distinct(extra).filter((name) => !taken.has(name)));
			return {
				id: shape.id,
				kind: 'province',
				country,
				parent: country,
				...position(lon, lat),
				rank: provinceRank(joinedNames.has(shape.id) ? 6 : natural.min_label),
				names,
				aliases: distinct(aliases),
				bbox: boxAround(shape.geometry),
			};
		})
		.filter(Boolean);
}

function splitNames(text) {
	return (text ?? '').split('|').map((name) => name.trim());
}

function namesOfProvince(id, country, natural) {
	const joined = joinedNames.get(id);
	const mine = own.provinces[id] ?? {};
	const fallback = joined ?? {
		de: natural.name_de ?? natural.name,
		en: natural.name_en ?? natural.name,
		zh: simplified(natural.name_zh ?? ''),
		ru: natural.name_ru,
	};
	const english = mine.en ?? fallback.en;
	const names = {
		de: mine.de ?? fallback.de ?? english,
		en: english,
		zh: mine.zh ?? fallback.zh ?? '',
		ru: mine.ru ?? fallback.ru ?? '',
	};
	return mine.de || joined ? names : russianUnit(names, country);
}

/** Natural Earth leaves out "Oblast" and "Krai", which makes Leningrad a city again. The Russian name tells them apart. */
function russianUnit(names, country) {
	if (!names.en || !['RU', 'UA'].includes(country)) return names;
	const de = bareName(names.de, 'de');
	const en = bareName(names.en, 'en');
	if (/ область$/.test(names.ru)) return { ...names, de: `Gebiet ${de}`, en: `${en} Oblast` };
	if (/ край$/.test(names.ru)) return { ...names, de: `Region ${de}`, en: `${en} Krai` };
	return names;
}

function provinceLabel(shape, natural) {
	const { longitude, latitude } = natural;
	const main = { type: 'Polygon', coordinates: largestPolygon(shape.geometry) };
	if (!joinedNames.has(shape.id) && longitude !== undefined && geometryContains(main, longitude, latitude))
		return [longitude, latitude];
	return Object.values(labelPoint(shape.geometry));
}

function placeCities(list) {
	const find = unitLocator(units);
	return list
		.map((city) => {
			const unit = find(city.lon, city.lat, city.country);
			return {
				id: `geonames:${city.id}`,
				kind: 'city',
				country: unit?.country ?? city.country,
				parent: unit?.group ?? city.country,
				...position(city.lon, city.lat),
				population: city.population,
				rank: cityRank(city),
				capital: city.capital,
				names: city.names,
				aliases: city.aliases,
			};
		})
		.sort((a, b) => a.rank - b.rank || b.population - a.population || compare(a.id, b.id));
}

function listWaters() {
	const boxes = readYaml('places/boxes.yaml');
	return loadWaterLabels().map(({ kind, id, rank, names, also, points }) => ({
		id: `${kind}:${id}`,
		kind: kind === 'river' ? 'river' : 'sea',
		...position(points[0].lon, points[0].lat),
		rank,
		names,
		aliases: distinct(also).filter((name) => !Object.values(names).includes(name)),
		bbox: boxes[`${kind}:${id}`],
	}));
}

function position(lon, lat) {
	return { lat: Number(lat.toFixed(4)), lon: Number(lon.toFixed(4)) };
}

/** A town is larger than a hundred metres. */
function coarse(town) {
	return { ...town, lat: Number(town.lat.toFixed(3)), lon: Number(town.lon.toFixed(3)) };
}
