import { meshArcs, feature } from 'topojson-client';

const sideMatches = (side, geometry) =>
	side.some((code) => (code.includes('-') ? geometry.id === code : geometry.properties.country === code));

/**
 * Sorts every line between two units of `topo` into `international`, `disputed` or `province`, by the table of
 * `disputed.yaml`. `mesh(kind)` gives a MultiLineString of arcs; `unused` lists table entries that met no line.
 */
export function borderKinds(table, topo) {
	const used = new Set();
	const middle = arcMiddles(topo);
	const kindOf = (a, b, arc) => {
		const entry = table.find(({ between: [one, other], within }) => {
			const meets =
				(sideMatches(one, a) && sideMatches(other, b)) || (sideMatches(one, b) && sideMatches(other, a));
			return meets && (!within || contains(within, middle(arc)));
		});
		if (entry) used.add(entry.id);
		if (entry) return 'disputed';
		return a.properties.country === b.properties.country ? 'province' : 'international';
	};
	const neighbours = arcNeighbours(topo.objects.units);
	return {
		mesh(kind) {
			const arcs = [];
			for (const [arc, [a, b]] of neighbours) if (kindOf(a, b, arc) === kind) arcs.push(arc);
			return meshArcs(topo, { type: 'MultiLineString', arcs: arcs.map((arc) => [arc]) });
		},
		unused: () => table.filter(({ id }) => !used.has(id)).map(({ id }) => id),
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
