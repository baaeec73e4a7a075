import { contour, projector, type Rect } from '#lib/geo/index.ts';
import { alongLine, hangsAt, LEADERS, placeMarks, type PlacedMark, type Toward } from '#lib/labels/index.ts';
import type { Mark, Position, Shapes, View } from '#lib/story/index.ts';
import type { Setting } from './plain-drawing';
import { ruleIcon } from './icons';
import { estimateWidth } from './estimate-width';

/** How the names of marks are set: CSS px, and em. */
export const MARK_TYPE = { size: 15, tracking: 0.085 };

/** A mark with its name, seen from where the picture is taken. */
export interface SetMark {
	mark: Mark;
	/** Absent for a mark beyond frame and horizon, which is in nobody's way. */
	placed?: PlacedMark;
	/** What dot, rule and name cover, CSS px. */
	boxes: Rect[];
}

/** The marks, each with the place of its name. */
export function setMarks(marks: Mark[], { camera, screen, free }: Setting, lines: Rect[]): SetMark[] {
	const project = projector(camera, screen);
	const seen = marks.map((mark) => ({ mark, at: project(mark.at) }));
	const visible = seen.filter(({ at }) => at.visible);
	const { size, tracking } = MARK_TYPE;
	const placed = placeMarks(
		visible.map(({ mark: { label }, at: { x, y } }) => ({
			x,
			y,
			width: estimateWidth(label.toUpperCase(), size, tracking),
		})),
		{ bounds: free, lines },
	);
	return seen.map((each) => {
		const found = placed[visible.indexOf(each)];
		if (!found) return { mark: each.mark, boxes: [] };
		const boxes = found.nameless ? found.rule.slice(0, 1) : [...found.rule, found.name];
		return { mark: each.mark, placed: found, boxes };
	});
}

/** What a dot shows whose name finds no room: nothing, but it keeps the names of the basemap away. */
const NAMELESS = { icon: ruleIcon([]), corner: 'center', anchor: 'center', offset: [0, 0] };

const STRAIGHT = LEADERS[0]!;

const ANCHORS: Record<Toward, string> = { right: 'left', left: 'right', above: 'bottom', below: 'top' };

/** A mark as its layers read it: the picture of its rule, at which corner of that its dot is, and where the name hangs. */
export function markFeature({ mark: { id, label, at }, placed }: SetMark): GeoJSON.Feature {
	const geometry = { type: 'Point' as const, coordinates: [at.lon, at.lat] };
	if (placed?.nameless) return { type: 'Feature', geometry, properties: { id, ...NAMELESS } };
	const leader = placed?.leader ?? STRAIGHT;
	const [x, y] = leader.path.at(-1)!;
	const corner = [y && (y > 0 ? 'top' : 'bottom'), x && (x > 0 ? 'left' : 'right')].filter(Boolean).join('-');
	return {
		type: 'Feature',
		geometry,
		properties: {
			id,
			label,
			icon: ruleIcon(leader.path),
			corner,
			...hangAt(leader.toward, hangsAt(leader), MARK_TYPE.size),
		},
	};
}

/** How a layer hangs a name beside its dot: `offset` is in em, from px. */
export function hangAt(
	toward: Toward,
	{ x, y }: { x: number; y: number },
	size: number,
): { anchor: string; offset: number[] } {
	return { anchor: ANCHORS[toward], offset: [x / size, y / size] };
}

/** Boxes along the lines that names rather do not cross: routes, borders, contours and the author's own lines. */
export function seenLines(
	{ marks, routes, borders, highlights, data }: View,
	shapes: Shapes,
	{ camera, screen }: Setting,
): Rect[] {
	if (!marks.length && !data.some(({ points }) => points.length)) return [];
	const project = projector(camera, screen);
	const outlined = highlights.filter(({ style }) => style === 'outline');
	const keys = [
		...borders.map(({ shape }) => shape),
		...data.map(({ lines }) => lines),
		...outlined.map(({ shape }) => shape),
	];
	const lines = [...routes.map(({ line }) => line), ...keys.flatMap((key) => linesOf(key, shapes))];
	return lines.flatMap((line) => {
		const points = line.map(([lon, lat]) => project({ lon, lat }));
		return points.flatMap((to, index) => {
			const from = points[index - 1];
			return from?.visible && to.visible
				? alongLine(
						[
							[from.x, from.y],
							[to.x, to.y],
						],
						6,
					)
				: [];
		});
	});
}

function linesOf(key: string | undefined, shapes: Shapes): Position[][] {
	const shape = key ? shapes[key] : undefined;
	if (shape?.type === 'MultiPolygon') return shape.coordinates.flat().flatMap(contour);
	return shape?.coordinates ?? [];
}
