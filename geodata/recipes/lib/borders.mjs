import { meshArcs, feature } from 'topojson-client';

const KINDS = ['international', 'disputed', 'province'];

const sideMatches = (side, geometry) =>
	side.some((code) => (code.includes('-') ? geometry.id === code : geometry.properties.country === code));

/**
 * Sorts every line between two units of `topo` into `international`, `disputed` or `province`, by the table of
 * `disputed.yaml`. `geometries()` gives a MultiLineString of arcs for each kind, and one more for each entry of the table
 * with its `id`, so that a map can draw that line alone in another way. `unused` lists entries that met no line.
 */
export function borderKinds(table, topo) {
	const middle = arcMiddles(topo);
	const entryOf = (a, b, arc) =>
		table.find(({ between: [one, other], within }) => {
			const meets =
				(sideMatches(one, a) && sideMatches(other, b)) || (sideMatches(one, b) && sideMatches(other, a));
			return meets && (!within || contains(within, middle(arc)));
		});
	const groups = new Map(KINDS.map((kind) => [kind, { properties: { kind }, arcs: [] }]));
	for (const { id, drawn = 'disputed' } of table) {
		if (!KINDS.includes(drawn))
			throw new Error(`disputed.yaml: ${id} is drawn "${drawn}", not one of ${KINDS.join(', ')}`);
		groups.set(id, { properties: { kind: drawn, id }, arcs: [] });
	}
	for (const [arc, [a, b]] of arcNeighbours(topo.objects.units)) {
		const plain = a.properties.country === b.properties.country ? 'province' : 'international';
		groups.get(entryOf(a, b, arc)?.id ?? plain).arcs.push(arc);
	}
	return {
		geometries: () =>
			[...groups.values()]
				.filter(({ arcs }) => arcs.length)
				.map(({ properties, arcs }) => ({
					...meshArcs(topo, { type: 'MultiLineString', arcs: arcs.map((arc) => [arc]) }),
					properties,
				})),
		unused: () => table.filter(({ id }) => !groups.get(id).arcs.length).map(({ id }) => id),
	};
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
