import { outermostPoints } from '#lib/geo/index.ts';
import type { DataLayer, KeyEntry, LonLat, Meaning } from '#lib/story/index.ts';
import { positionsOf } from '../2-resolve/read-geojson';
import type { ResolvedData } from '../2-resolve/resolve-data';
import type { Detail } from './detail';
import type { ShapeStore } from './shape-store';
import { trimArea, trimLines, trimPoint } from './trim-shape';

/** What must be seen of the author's own files. */
export function outlineOfData(data: ResolvedData[]): LonLat[] {
	return outermostPoints(data.flatMap(({ geometry }) => positionsOf(geometry)));
}

/** What stands for a file in the key: its areas, else its lines, else its points. */
export function symbolOf({ geometry, style }: ResolvedData): KeyEntry['symbol'] {
	if (geometry.areas.length) return style;
	return geometry.lines.length ? 'line' : 'point';
}

export function emitData(
	data: ResolvedData[],
	meanings: Meaning[],
	detail: Detail,
	store: ShapeStore,
): DataLayer[] {
	return data.map(({ file, geometry, style }, index) => {
		const areas = store.own(`data:${file}/areas`, detail, (at) =>
			trimArea({ type: 'MultiPolygon', coordinates: geometry.areas }, at),
		);
		const lines = store.own(`data:${file}/lines`, detail, (at) =>
			trimLines({ type: 'MultiLineString', coordinates: geometry.lines }, at),
		);
		return {
			id: file,
			...(areas && { areas }),
			...(lines && { lines }),
			points: geometry.points.map(({ at, label }) => ({
				at: trimPoint(at, detail),
				...(label && { label }),
			})),
			style,
			meaning: meanings[index]!,
		};
	});
}
