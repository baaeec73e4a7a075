import { presimplify, simplify } from 'topojson-simplify';
import { feature } from 'topojson-client';
import { polygonsOf, ringArea } from './planar.mjs';

/**
 * Smallest triangle that is kept, in square degrees at the equator of the Mercator map (Visvalingam's area). A pixel at
 * zoom 6 is 0.011 degrees wide, so this is a bump of one pixel over three.
 */
const SMALLEST_TRIANGLE = 1.75e-4;
/** Smallest island that is kept, in the same measure: about two pixels at zoom 6. */
const SMALLEST_ISLAND = 4.5e-4;
/** A unit whose largest ring is smaller than this many smallest triangles keeps proportionally more of its corners. */
const SMALL_UNIT = 60;
/** Beyond this latitude Mercator's growth is not followed any more. */
const MERCATOR_LIMIT = 60;

/** Weight of a corner on a line between two provinces of one country. */
const PROVINCE_LINE = 0.4;
/** Weight of a corner in the Arctic and the Antarctic, where stories rarely go. */
const POLAR = 0.3;
const POLAR_CIRCLE = 67;

const RADIANS = Math.PI / 180;

function mercatorDegrees(lat) {
	const clamped = Math.max(-MERCATOR_LIMIT, Math.min(MERCATOR_LIMIT, lat));
	const y = Math.log(Math.tan(Math.PI / 4 + (clamped * RADIANS) / 2)) / RADIANS;
	return y + (lat - clamped) / Math.cos(MERCATOR_LIMIT * RADIANS);
}

/** Area of a triangle on the Mercator map; the third slot of a point belongs to topojson, the fourth caches its height. */
function mercatorTriangle([a, b, c]) {
	const ay = (a[3] ??= mercatorDegrees(a[1]));
	const by = (b[3] ??= mercatorDegrees(b[1]));
	const cy = (c[3] ??= mercatorDegrees(c[1]));
	const weight = Math.abs(b[1]) > POLAR_CIRCLE ? POLAR : 1;
	return (weight * Math.abs((a[0] - c[0]) * (by - ay) - (a[0] - b[0]) * (cy - ay))) / 2;
}

const onEdge = ([lon, lat]) => Math.abs(lon) > 179.9985 || lat < -89.99;

/**
 * Simplifies all arcs of a topology with an object `units` to what zoom 6 shows. Neighbours keep sharing their lines,
 * every unit keeps its largest polygon, corners on the date line stay where they are.
 */
export function simplifyTopology(topo) {
	const weighted = presimplify(topo, mercatorTriangle);
	weighted.arcs.forEach(weighDateLine);
	weighProvinceLines(topo, weighted);
	weighSmallUnits(topo, weighted);
	const simplified = simplify(weighted, SMALLEST_TRIANGLE);
	dropTinyRings(simplified);
	return simplified;
}

function weighDateLine(arc) {
	for (let i = 1; i < arc.length - 1; i++) {
		if (!onEdge(arc[i])) continue;
		arc[i][2] = onEdge(arc[i - 1]) && onEdge(arc[i + 1]) ? (isPole(arc[i]) ? Infinity : 0) : Infinity;
	}
}

/** Lines inside a country are drawn thin and late: they keep fewer corners than coasts and borders. */
function weighProvinceLines(topo, weighted) {
	const countries = new Map();
	const visit = (item, country) => {
		if (Array.isArray(item)) return item.forEach((child) => visit(child, country));
		const arc = item < 0 ? ~item : item;
		if (countries.has(arc)) countries.get(arc).push(country);
		else countries.set(arc, [country]);
	};
	for (const geometry of topo.objects.units.geometries) visit(geometry.arcs, geometry.properties.country);
	for (const [arc, [one, other]] of countries)
		if (one === other) for (const point of weighted.arcs[arc]) point[2] *= PROVINCE_LINE;
}

const isPole = ([lon, lat]) => Math.abs(lon) > 179.9985 && lat < -89.99;

function weighSmallUnits(topo, weighted) {
	for (const geometry of topo.objects.units.geometries) {
		const shapes = polygonsOf(feature(topo, geometry).geometry);
		const arcs = geometry.type === 'Polygon' ? [geometry.arcs] : geometry.arcs;
		const largest = indexOfLargest(shapes.map((polygon) => mercatorArea(polygon[0])));
		const area = mercatorArea(shapes[largest][0]);
		const boost = (SMALL_UNIT * SMALLEST_TRIANGLE) / Math.max(area, 1e-9);
		if (boost <= 1) continue;
		for (const index of arcs[largest][0])
			for (const point of weighted.arcs[index < 0 ? ~index : index]) point[2] *= boost;
	}
}

const mercatorArea = (ring) => ringArea(ring.map(([lon, lat]) => [lon, mercatorDegrees(lat)]));
const indexOfLargest = (values) =>
	values.reduce((best, value, index) => (value > values[best] ? index : best), 0);

function dropTinyRings(topo) {
	for (const geometry of topo.objects.units.geometries) {
		const shapes = polygonsOf(feature(topo, geometry).geometry);
		const arcs = geometry.type === 'Polygon' ? [geometry.arcs] : geometry.arcs;
		const areas = shapes.map((polygon) => mercatorArea(polygon[0]));
		const largest = indexOfLargest(areas);
		const kept = arcs
			.map((rings, p) => rings.filter((_, r) => r === 0 || mercatorArea(shapes[p][r]) > 0))
			.filter((_, p) => p === largest || (areas[p] >= SMALLEST_ISLAND && shapes[p][0].length > 3));
		geometry.type = kept.length === 1 ? 'Polygon' : 'MultiPolygon';
		geometry.arcs = kept.length === 1 ? kept[0] : kept;
	}
}
