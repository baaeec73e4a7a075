import { distanceKm, outermostPoints } from '#lib/geo/index.ts';
import type { LonLat, Position, Problem } from '#lib/story/index.ts';
import { problems } from '../problems';
import { positionsOf } from './read-geojson';
import type { Target } from './resolve-place';
import type { ResolvedMap } from './resolve-step';

/** Nearer than this to the rest of the map, a thing is where it should be. Km. */
const FAR = 1000;

/** So many times nearer must it be with its coordinates swapped. */
const MUCH_NEARER = 4;

/** Warns of files and points that lie far from all that the step names, and near to it with longitude and latitude swapped. */
export function suspectSwap(map: ResolvedMap, report: (problem: Problem) => void): void {
	const { focus, show = [], routes, highlights, borders } = map;
	const targets: Target[] = [
		...[...focus, ...show, ...routes.flatMap(({ stops }) => stops)],
		...[...highlights.map(({ target }) => target), ...borders.flatMap(({ between }) => between)],
	];
	for (const { at, file, geometry } of map.data) {
		const far = suspicion(
			positionsOf(geometry),
			targets.map((target) => target.at),
		);
		if (far) report(problems.dataSwapped(at, file, far));
	}
	const named = targets.filter(({ place }) => place).map(({ at }) => at);
	for (const { label, at, written } of targets) {
		const far = written && suspicion([[at.lon, at.lat]], named);
		if (far) report(problems.pointSwapped(written, label, far, { lat: at.lon, lon: at.lat }));
	}
}

/** How far away it lies, to 100 km, if swapping would bring it near; 0 if it is where it should be. */
function suspicion(positions: Position[], targets: LonLat[]): number {
	if (!targets.length || positions.some(([lon]) => Math.abs(lon) > 90)) return 0;
	const distance = leastDistance(positions, targets);
	const swapped = leastDistance(
		positions.map(([lon, lat]) => [lat, lon]),
		targets,
	);
	return distance > FAR && swapped * MUCH_NEARER < distance ? Math.round(distance / 100) * 100 : 0;
}

function leastDistance(positions: Position[], targets: LonLat[]): number {
	const distances = outermostPoints(positions).flatMap((point) =>
		targets.map((target) => distanceKm(point, target)),
	);
	return Math.min(...distances);
}
