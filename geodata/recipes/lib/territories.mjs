import { feature, mergeArcs } from 'topojson-client';
import { sewDateLine } from './date-line.mjs';

/** Countries with `code`, whole over the date line. */
export function countryFeatures(world) {
	return [...groupByCountry(world.objects.units.geometries)].map(([code, geometries]) =>
		territory({ code }, feature(world, mergeArcs(world, geometries)).geometry),
	);
}

/** Provinces with `code` and `country`. Countries that are one unit have none. */
export function provinceFeatures(world) {
	const { geometries } = world.objects.units;
	const units = groupByCountry(geometries);
	return geometries
		.filter(({ properties }) => units.get(properties.country).length > 1)
		.map((unit) =>
			territory({ code: unit.id, country: unit.properties.country }, feature(world, unit).geometry),
		);
}

function territory(properties, geometry) {
	return { properties, geometry: sewDateLine(geometry) };
}

function groupByCountry(units) {
	const groups = new Map();
	for (const unit of units)
		groups.set(unit.properties.country, [...(groups.get(unit.properties.country) ?? []), unit]);
	return groups;
}
