import { topology } from 'topojson-server';
import { merge } from 'topojson-client';
import { polygonsOf, ringBox } from './planar.mjs';

/** How far polygons reach beyond the date line, in degrees: more than the buffer of a tile at zoom 0 (64 / 4096 of 360). */
const MARGIN = 7;
const EDGE = 179.9985;
const POLE = -89.99;
const GRID = 1e8;
/** The Ross Sea cuts in farther south than the Mercator map goes; a notch in its lower edge would tear the globe to the pole. */
const SOUTHERN_COAST = -84.9;

/**
 * Polygons for tiles that do not wrap: land that the source cuts at 180° is sewn together and stands once on either side
 * of the map, so that no tile shows an edge along the date line. Longitudes may lie beyond ±180.
 */
export function sewDateLine(geometry) {
	const polygons = polygonsOf(geometry);
	const polar = polygons.filter(reachesPole).map(extendPolar);
	const rest = polygons.filter(
		(polygon) => !reachesPole(polygon) && ringBox(polygon[0]).north > SOUTHERN_COAST,
	);
	const west = rest.filter((polygon) => ringBox(polygon[0]).west <= -EDGE);
	const east = rest.filter((polygon) => ringBox(polygon[0]).east >= EDGE && !west.includes(polygon));
	const apart = rest.filter((polygon) => !west.includes(polygon) && !east.includes(polygon));
	const sewn = sew([...east, ...west.map((polygon) => shift(polygon, 360))]);
	return {
		type: 'MultiPolygon',
		coordinates: [...apart, ...polar, ...sewn, ...sewn.map((polygon) => shift(polygon, -360))],
	};
}

const reachesPole = (polygon) => polygon[0].some(([, lat]) => lat < POLE);
const shift = (polygon, by) => polygon.map((ring) => ring.map(([lon, lat]) => [lon + by, lat]));

/** Two corners on the date line this near to each other, in degrees, are one: the source cuts either side by itself. */
const SAME_CORNER = 0.008;

function sew(polygons) {
	if (polygons.length < 2) return polygons;
	const corners = [];
	const snapLat = (lat) => {
		const known = corners.find((corner) => Math.abs(corner - lat) < SAME_CORNER);
		if (known === undefined) corners.push(lat);
		return known ?? lat;
	};
	const snapRing = (ring) => {
		const snapped = ring.map(([lon, lat]) =>
			Math.abs(lon - 180) < 0.002 ? [180, snapLat(lat)] : [lon, lat],
		);
		const open = snapped.slice(0, -1).filter(([lon, lat], i, all) => {
			const before = all.at(i - 1);
			const after = all[(i + 1) % all.length];
			const repeats = lon === before[0] && lat === before[1];
			return (
				!repeats &&
				!(lon === 180 && before[0] === 180 && after[0] === 180 && !turns(before[1], lat, after[1]))
			);
		});
		return [...open, open[0]];
	};
	const features = polygons.map((polygon) => ({ type: 'Polygon', coordinates: polygon.map(snapRing) }));
	const topo = topology({ parts: { type: 'GeometryCollection', geometries: features } }, GRID);
	return merge(topo, topo.objects.parts.geometries).coordinates;
}

const turns = (before, lat, after) => (lat - before) * (after - lat) < 0;

/** The Antarctic ring runs from -180 to 180 and back along the pole: continues its coast by MARGIN on either side. */
function extendPolar(polygon) {
	const coast = coastFromWest(polygon[0]).map(([lon, lat]) => [lon, Math.max(lat, SOUTHERN_COAST)]);
	const before = coast
		.filter(([lon]) => lon > 180 - MARGIN && lon < EDGE)
		.map(([lon, lat]) => [lon - 360, lat]);
	const after = coast
		.filter(([lon]) => lon < MARGIN - 180 && lon > -EDGE)
		.map(([lon, lat]) => [lon + 360, lat]);
	const line = [[-180 - MARGIN, before[0]?.[1] ?? coast[0][1]], ...before, ...coast, ...after];
	line.push([180 + MARGIN, line.at(-1)[1]]);
	const ring = [[-180 - MARGIN, -90], ...line, [180 + MARGIN, -90], [-180 - MARGIN, -90]];
	return [ring, ...polygon.slice(1)];
}

/** The ring without its way along the date line and the pole, from west to east. */
function coastFromWest(ring) {
	const open = ring.slice(0, -1);
	const isEdge = ([lon, lat]) => lat < POLE || Math.abs(lon) > EDGE;
	const start = open.findIndex((point, i) => !isEdge(point) && isEdge(open.at(i - 1)));
	const turned = [...open.slice(start), ...open.slice(0, start)];
	const line = turned.filter((point) => !isEdge(point));
	const corners = turned.filter(([lon, lat]) => Math.abs(lon) > EDGE && lat >= POLE);
	const west = corners.filter(([lon]) => lon < 0).sort((a, b) => b[1] - a[1])[0];
	const east = corners.filter(([lon]) => lon > 0).sort((a, b) => b[1] - a[1])[0];
	const ordered = line[0][0] < line.at(-1)[0] ? line : line.reverse();
	return [west, ...ordered, east].filter(Boolean);
}
