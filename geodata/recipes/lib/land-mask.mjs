import { polygonsOf, ringArea } from './planar.mjs';

/** Lines of scanning in a pixel. */
const SCANS = 4;

/** Islands smaller than this, in pixels of the tile squared, are left out: so does the map. */
const LEAST_ISLAND = 16;

/**
 * Gives a function that says how much of each pixel of a tile is land, 0 to 1, row by row: of `{ z, x, y }` that is `size`
 * pixels wide, and `margin` more on each side. `geometry` holds polygons on the Mercator square.
 */
export function landMasks(geometry) {
	const polygons = polygonsOf(geometry).map((rings) => ({ rings, area: ringArea(rings[0]) }));
	let slice;
	return ({ z, x, y }, size, margin) => {
		if (slice?.z !== z || slice.y !== y) slice = { z, y, edges: edgesAt(polygons, z, y, size) };
		return coverage(slice.edges, { z, x, y }, size, margin);
	};
}

/** Edges of the polygons that reach into a row of tiles, as `[ax, ay, bx, by]`. */
function edgesAt(polygons, z, y, size) {
	const least = LEAST_ISLAND / (size * 2 ** z) ** 2;
	const [north, south] = [y - 0.1, y + 1.1].map((row) => row / 2 ** z);
	return polygons
		.filter(({ area }) => area >= least)
		.flatMap(({ rings }) => rings)
		.flatMap((ring) => ring.slice(1).map(([bx, by], i) => [ring[i][0], ring[i][1], bx, by]))
		.filter(([, ay, , by]) => Math.max(ay, by) > north && Math.min(ay, by) < south);
}

function coverage(edges, { z, x, y }, size, margin) {
	const world = size * 2 ** z;
	const span = size + 2 * margin;
	const [left, top] = [x * size - margin, y * size - margin];
	const lines = Array.from({ length: span * SCANS }, () => []);
	for (const [ax, ay, bx, by] of edges) {
		const [from, to] = ay < by ? [ay, by] : [by, ay];
		const toLine = (v) => (v * world - top) * SCANS - 0.5;
		const last = Math.min(lines.length - 1, Math.floor(toLine(to)));
		for (let line = Math.max(0, Math.ceil(toLine(from))); line <= last; line++) {
			const v = ((line + 0.5) / SCANS + top) / world;
			if (v < from || v >= to) continue;
			lines[line].push((ax + ((bx - ax) * (v - ay)) / (by - ay)) * world - left);
		}
	}
	const out = new Float32Array(span * span);
	lines.forEach((crossings, line) => {
		crossings.sort((a, b) => a - b);
		const row = Math.floor(line / SCANS) * span;
		for (let i = 0; i + 1 < crossings.length; i += 2) fill(out, row, span, crossings[i], crossings[i + 1]);
	});
	return out;
}

function fill(out, row, span, from, to) {
	const start = Math.max(0, from);
	const end = Math.min(span, to);
	for (let column = Math.floor(start); column < end; column++)
		out[row + column] += (Math.min(end, column + 1) - Math.max(start, column)) / SCANS;
}
