import { feature } from 'topojson-client';
import { labelPoint } from './label-point.mjs';
import { distinct, simplified } from './names.mjs';
import { readJson, readYaml, source } from './paths.mjs';

/** States of the USA by their FIPS code. */
const STATES =
	'01AL 02AK 04AZ 05AR 06CA 08CO 09CT 10DE 12FL 13GA 15HI 16ID 17IL 18IN 19IA 20KS 21KY 22LA 23ME 24MD 25MA 26MI 27MN 28MS 29MO 30MT 31NE 32NV 33NH 34NJ 35NM 36NY 37NC 38ND 39OH 40OK 41OR 42PA 44RI 45SC 46SD 47TN 48TX 49UT 50VT 51VA 53WA 54WV 55WI 56WY';
const STATE_OF = new Map(STATES.split(' ').map((text) => [text.slice(0, 2), text.slice(2)]));

/** From this number on a county's code is that of a city of its own, or a part of Connecticut that is no county. */
const CITIES_FROM = 510;

/** Countries whose units are many and little known: their districts would be noise. */
const LEFT_OUT = new Set(['SI', 'LV', 'AZ', 'MK', 'MT', 'XK', 'UG']);

const RANK = { unit: 6, county: 9, landscape: 8 };

/**
 * What is smaller than a province and larger than a town, as rows of the gazetteer: it is found by name and has a point, but
 * no area on our map. English counties, French departments and the like, which `units.yaml` joins; the counties of the USA; and
 * what `places/landscapes.yaml` lists.
 *
 * @param cities rows of cities and towns, by which landscapes find their points
 * @param provinces rows of the provinces
 */
export function listDistricts(units, cities, provinces) {
	const listed = new Set(provinces.map(({ id }) => id));
	const parentOf = (unit, country) => (listed.has(unit) ? unit : country);
	const known = new Map([...namesByCountry(provinces), ...namesByCountry(cities)]);
	return [...joinedUnits(units, known, parentOf), ...counties(parentOf), ...landscapes(cities)];
}

/** @param known names that cities and provinces have, by country: no district takes them */
function joinedUnits(units, known, parentOf) {
	const isKnown = (country, name) => known.has(`${country} ${name.toLowerCase()}`);
	return units
		.filter(({ group, code, source, country }) => group !== code && !source.cutFrom && !LEFT_OUT.has(country))
		.flatMap(({ code, group, country, source, geometry }) => {
			const english = source.name_en ?? source.name;
			if (!english || isKnown(country, english)) return [];
			const { lon, lat } =
				source.longitude === undefined
					? labelPoint(geometry)
					: { lon: source.longitude, lat: source.latitude };
			const names = {
				de: (source.name_de ?? english).replace(/^Département (?:de |du |des )?/, ''),
				en: english,
				zh: simplified(source.name_zh ?? ''),
				ru: source.name_ru ?? '',
			};
			const aliases = distinct([source.name]).filter(
				(name) => !Object.values(names).includes(name) && !isKnown(country, name),
			);
			return [
				row(`district:${code}`, country, parentOf(group, country), { lon, lat }, RANK.unit, names, aliases),
			];
		});
}

function counties(parentOf) {
	const topology = readJson(source('us-atlas/counties-10m.json'));
	return feature(topology, topology.objects.counties).features.flatMap(({ id, properties, geometry }) => {
		const state = STATE_OF.get(id.slice(0, 2));
		if (!state || Number(id.slice(2)) >= CITIES_FROM) return [];
		const kind = state === 'LA' ? 'Parish' : state === 'AK' ? 'Borough' : 'County';
		const names = { en: `${properties.name} ${kind}` };
		return [
			row(`fips:${id}`, 'US', parentOf(`US-${state}`, 'US'), labelPoint(geometry), RANK.county, names, []),
		];
	});
}

function landscapes(cities) {
	const towns = namesByCountry(cities);
	return Object.entries(readYaml('places/landscapes.yaml')).flatMap(([country, entries]) =>
		Object.entries(entries).map(([name, town]) => {
			const found = towns.get(`${country} ${town.toLowerCase()}`);
			if (!found)
				throw new Error(`landscapes.yaml: ${name} stands at ${town}, which is no city of ${country}`);
			const lang = ['DE', 'AT', 'CH'].includes(country) ? 'de' : 'en';
			const id = `district:${country}-${name.toLowerCase().replace(/[^\p{L}]+/gu, '-')}`;
			return row(id, country, found.parent, found, RANK.landscape, { [lang]: name }, []);
		}),
	);
}

/** The largest city of each name, by country and lower-case name. */
function namesByCountry(cities) {
	const found = new Map();
	for (const city of [...cities].sort((a, b) => (b.population ?? 0) - (a.population ?? 0)))
		for (const name of [...Object.values(city.names), ...city.aliases]) {
			const key = `${city.country} ${name.toLowerCase()}`;
			if (!found.has(key)) found.set(key, city);
		}
	return found;
}

function row(id, country, parent, { lon, lat }, rank, names, aliases) {
	const at = { lat: Number(lat.toFixed(2)), lon: Number(lon.toFixed(2)) };
	return { id, kind: 'district', country, parent, ...at, rank, names, aliases };
}
