import type { LonLat, Shapes, View } from '#lib/story/index.ts';
import { largestRing } from './inside';

/** A place of a step that a reader can choose from a list. */
export interface ListedPlace {
	name: string;
	/** Its middle. */
	at: LonLat;
	/** What must be seen when it is to be seen as a whole; none for a mere point. */
	extent: LonLat[];
}

/** Nobody reads a longer list beside a map. */
const MOST = 24;

/** Of a contour as many points are enough to frame it. */
const CONTOUR = 48;

/** The named places of a step: what it marks, what it colours, then the author's own points; each name once. */
export function listedPlaces({ marks, highlights, data }: View, shapes: Shapes = {}): ListedPlace[] {
	const all: ListedPlace[] = [
		...marks.map(({ label, at }) => ({ name: label, at, extent: [] })),
		...highlights.map(({ label, labelAt, labelArea, shape }) => ({
			name: label,
			at: labelAt,
			extent: labelArea ?? outline(shape ? shapes[shape] : undefined),
		})),
		...data.flatMap(({ points }) => points.map(({ label, at }) => ({ name: label ?? '', at, extent: [] }))),
	];
	const names = all.map(({ name }) => name.toLocaleLowerCase());
	return all.filter(({ name }, index) => name && names.indexOf(names[index]!) === index).slice(0, MOST);
}

function outline(shape: Shapes[string] | undefined): LonLat[] {
	if (shape?.type !== 'MultiPolygon') return [];
	const ring = largestRing(shape);
	const by = Math.max(1, Math.ceil(ring.length / CONTOUR));
	return ring.filter((_, index) => index % by === 0).map(([lon, lat]) => ({ lon, lat }));
}
