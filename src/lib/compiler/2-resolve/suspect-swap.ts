import { distanceKm, outermostPoints } from '#lib/geo/index.ts';
import type { LonLat, Position, Problem } from '#lib/story/index.ts';
import { problems } from '../problems';
import { positionsOf } from './read-geojson';
import type { ResolvedMap } from './resolve-step';

/** Nearer than this to the rest of the map, a file is where it should be. Km. */
const FAR = 1000;

/** So many times nearer must it be with its coordinates swapped. */
const MUCH_NEARER = 4;

/** Warns of files that lie far from all that the step names, and near to it with longitude and latitude swapped. */
export function suspectSwap(map: ResolvedMap, report: (problem: Problem) => void): void {
	const { focus, show = [], routes, highlights, borders } = map;
	const targets = [
		...[...focus, ...show, ...routes.flatMap(({ stops }) => stops)],
		...[...highlights.map(({ target }) => target), ...borders.flatMap(({ between }) => between)],
	].map(({ at }) => at);
	if (!targets.length) return;
	for (const { at, file, geometry } of map.data) {
		const positions = positionsOf(geometry);
		if (positions.some(([lon]) => Math.abs(lon) > 90)) continue;
		const distance = leastDistance(positions, targets);
		const swapped = leastDistance(
			positions.map(([lon, lat]) => [lat, lon]),
			targets,
		);
		if (distance > FAR && swapped * MUCH_NEARER < distance)
			report(problems.dataSwapped(at, file, Math.round(distance / 100) * 100));
	}
}

function leastDistance(positions: Position[], targets: LonLat[]): number {
	const distances = outermostPoints(positions).flatMap((point) =>
		targets.map((target) => distanceKm(point, target)),
	);
	return Math.min(...distances);
}
