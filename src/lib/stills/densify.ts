import type { Topology } from 'topojson-specification';
import type { Position } from '#lib/story/index.ts';

/** The longest edge that may stay straight on the sphere: parallels are not great circles. Degrees of longitude. */
const LONGEST_EDGE = 2;

/** Decodes the arcs, and adds corners along parallels. */
export function densify(topology: Topology): Topology {
	const [kx, ky] = topology.transform?.scale ?? [1, 1];
	const [dx, dy] = topology.transform?.translate ?? [0, 0];
	const arcs = topology.arcs.map((arc) => {
		const line: Position[] = [];
		let x = 0;
		let y = 0;
		for (const point of arc) {
			x = topology.transform ? x + point[0]! : point[0]!;
			y = topology.transform ? y + point[1]! : point[1]!;
			addDense(line, [x * kx + dx, y * ky + dy]);
		}
		return line;
	});
	const { transform: _, ...rest } = topology;
	return { ...rest, arcs };
}

function addDense(line: Position[], [lon, lat]: Position): void {
	const last = line.at(-1);
	if (last && Math.abs(lat) < 89.9) {
		const pieces = Math.ceil(Math.abs(lon - last[0]) / LONGEST_EDGE);
		const [fromLon, fromLat] = last;
		for (let i = 1; i < pieces; i++) {
			line.push([fromLon + ((lon - fromLon) * i) / pieces, fromLat + ((lat - fromLat) * i) / pieces]);
		}
	}
	line.push([lon, lat]);
}

/** The same for a shape that comes with the story. */
export function denseRing(ring: Position[]): Position[] {
	const line: Position[] = [];
	for (const position of ring) addDense(line, position);
	return line;
}
