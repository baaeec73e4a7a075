import { meshArcs, feature } from 'topojson-client';
import { compare } from './source-units.mjs';

const KINDS = ['international', 'disputed', 'province'];
/** What a worldview may make of a line. */
const REDRAWN = [...KINDS, 'none'];

const sideMatches = (side, geometry) =>
	side.some((code) => (code.includes('-') ? geometry.id === code : geometry.properties.country === code));

/**
 * Sorts every line between two units of `topo` into `international`, `disputed` or `province`, by the table of
 * `disputed.yaml`. `geometries()` gives a MultiLineString of arcs for each kind, and one more for each entry of the table
 * with its `id`, so that a map can draw that line alone in another way. Where a worldview of `worldviews.yaml` draws a line
 * otherwise, its geometry has the kind there as a property with the worldview's id, `{ kind: 'province', RU: 'international' }`.
 * `unused` lists entries that met no line.
 */
export function borderKinds(table, worldviews, topo) {
	const middle = arcMiddles(topo);
	const entryOf = (a, b, arc) =>
		table.find(({ between: [one, other], within }) => {
			const meets =
				(sideMatches(one, a) && sideMatches(other, b)) || (sideMatches(one, b) && sideMatches(other, a));
			return meets && (!within || contains(within, middle(arc)));
		});
	const used = new Set();
	const groups = new Map();
	check(table, worldviews);
	for (const [arc, [a, b]] of arcNeighbours(topo.objects.units)) {
		const entry = entryOf(a, b, arc);
		const plain = a.properties.country === b.properties.country ? 'province' : 'international';
		const kind = entry ? (entry.drawn ?? 'disputed') : plain;
		const elsewhere = worldviews
			.map((worldview) => [worldview.id, kindIn(worldview, a, b, entry)])
			.filter(([, other]) => other !== kind);
		const properties = { kind, ...(entry && { id: entry.id }), ...Object.fromEntries(elsewhere) };
		const key = JSON.stringify(properties);
		if (!groups.has(key)) groups.set(key, { properties, arcs: [] });
		groups.get(key).arcs.push(arc);
		used.add(entry?.id);
	}
	return {
		geometries: () =>
			[...groups]
				.sort(([a], [b]) => compare(a, b))
				.map(([, { properties, arcs }]) => ({
					...meshArcs(topo, { type: 'MultiLineString', arcs: arcs.map((arc) => [arc]) }),
					properties,
				})),
		unused: () => table.filter(({ id }) => !used.has(id)).map(({ id }) => id),
	};
}

function check(table, worldviews) {
	for (const { id, drawn = 'disputed' } of table)
		if (!KINDS.includes(drawn))
			throw new Error(`disputed.yaml: ${id} is drawn "${drawn}", not one of ${KINDS.join(', ')}`);
	const ids = new Set(table.map(({ id }) => id));
	for (const worldview of worldviews)
		for (const [line, drawn] of Object.entries(worldview.lines ?? {})) {
			if (!ids.has(line))
				throw new Error(`worldviews.yaml: ${worldview.id} names ${line}, which is not in disputed.yaml`);
			if (!REDRAWN.includes(drawn))
				throw new Error(`worldviews.yaml: ${line} is drawn "${drawn}", not one of ${REDRAWN.join(', ')}`);
		}
}

function kindIn({ gives, lines = {} }, a, b, entry) {
	if (entry && lines[entry.id]) return lines[entry.id];
	const countryOf = ({ id, properties }) => gives[id] ?? gives[properties.country] ?? properties.country;
	if (countryOf(a) !== countryOf(b)) return !entry || entry.drawn ? 'international' : 'disputed';
	// What parts one country is a line of its provinces, unless the house's own rule has it dashed in any case.
	const isOne = a.properties.country === b.properties.country;
	return isOne && entry ? (entry.drawn ?? 'disputed') : 'province';
}

/** Arc number -> the two different units on its sides. Coast arcs are left out. */
function arcNeighbours(units) {
	const sides = new Map();
	const visit = (item, geometry) => {
		if (Array.isArray(item)) return item.forEach((child) => visit(child, geometry));
		const arc = item < 0 ? ~item : item;
		if (sides.has(arc)) sides.get(arc).push(geometry);
		else sides.set(arc, [geometry]);
	};
	for (const geometry of units.geometries) visit(geometry.arcs, geometry);
	return [...sides].filter(([, [a, b]]) => b && a !== b);
}

function arcMiddles(topo) {
	return (arc) => {
		const points = feature(topo, { type: 'LineString', arcs: [arc] }).geometry.coordinates;
		const [lon, lat] = points[Math.floor(points.length / 2)];
		return { lon, lat };
	};
}

const contains = ({ west, south, east, north }, { lon, lat }) =>
	lon >= west && lon <= east && lat >= south && lat <= north;
