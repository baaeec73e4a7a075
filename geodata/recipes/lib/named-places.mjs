import { readYaml } from './paths.mjs';
import { distinct, LANGUAGES, simplified } from './names.mjs';

/** File of `places/` -> kind, and what comes before its ids. */
const FILES = {
	seas: { kind: 'sea', prefix: 'sea' },
	lakes: { kind: 'sea', prefix: 'lake' },
	rivers: { kind: 'river', prefix: 'river' },
	islands: { kind: 'island', prefix: 'island' },
	mountains: { kind: 'mountain', prefix: 'mountain' },
	landmarks: { kind: 'poi', prefix: 'poi' },
};

/**
 * Places by hand, as rows of the gazetteer. `find` gives the unit at a point, `known` are the ids of all other rows, `listed`
 * those of provinces. Throws when an entry lacks a name, lies beside its box or stands for a place that nobody has.
 */
export function loadNamedPlaces(find, { known, listed }) {
	const taken = new Set(known);
	return Object.entries(FILES).flatMap(([file, { kind, prefix }]) =>
		readYaml(`places/${file}.yaml`).map((entry) => {
			const { rank, box, also = [], in: country } = entry;
			const id = `${prefix}:${entry.id}`;
			const [lon, lat] = entry.at ?? middleOf(box);
			const fail = (why) => {
				throw new Error(`places/${file}.yaml: ${entry.id} ${why}`);
			};
			const names = Object.fromEntries(LANGUAGES.map((language) => [language, entry[language]]));
			if (Object.values(names).some((name) => !name)) fail('has no name in one of the languages');
			if (simplified(names.zh) !== names.zh) fail(`is ${simplified(names.zh)} in simplified characters`);
			if (taken.has(id)) fail('is there twice');
			if (box && !contains(box, lon, lat)) fail(`lies at ${lon}, ${lat}, outside its box`);
			if (entry.for && !known.has(entry.for)) fail(`stands for ${entry.for}, which is no place`);
			if (country && !known.has(country)) fail(`lies in ${country}, which is no country`);
			taken.add(id);
			const unit = country ? find(lon, lat, country) : undefined;
			const parent = unit && unit.country === country && listed.has(unit.group) ? unit.group : country;
			return {
				id,
				kind,
				country,
				parent,
				lat,
				lon,
				rank,
				names,
				aliases: distinct(also).filter((name) => !Object.values(names).includes(name)),
				bbox: box,
				standsFor: entry.for,
			};
		}),
	);
}

function middleOf([west, south, east, north]) {
	const lon = west + ((east - west + 360) % 360) / 2;
	return [round(lon > 180 ? lon - 360 : lon), round((south + north) / 2)];
}

function contains([west, south, east, north], lon, lat) {
	const across = west > east ? lon >= west || lon <= east : lon >= west && lon <= east;
	return across && lat >= south && lat <= north;
}

const round = (degrees) => Math.round(degrees * 1e4) / 1e4;
