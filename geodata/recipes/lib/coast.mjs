import { feature, meshArcs } from 'topojson-client';

/** Segments along these are where the source cuts the world, not coast. */
const EDGE = 179.9985;
const SOUTHERN_COAST = -84.9;

const isCut = ([lon, lat]) => Math.abs(lon) > EDGE || lat < SOUTHERN_COAST;

/** The coasts of all land as lines, without the date line and the way around the pole. */
export function coastLines(world) {
	const lines = feature(
		world,
		meshArcs(world, world.objects.units, (a, b) => a === b),
	).geometry.coordinates;
	return { type: 'MultiLineString', coordinates: lines.flatMap(withoutCuts) };
}

function withoutCuts(line) {
	const parts = [];
	let part = [line[0]];
	for (let i = 1; i < line.length; i++) {
		if (isCut(line[i - 1]) && isCut(line[i])) {
			parts.push(part);
			part = [];
		}
		part.push(line[i]);
	}
	return [...parts, part].filter((points) => points.length > 1);
}
