import { hasFrame, isArea, type Place } from '#lib/gazetteer/index.ts';
import { greatCircle, projectionFor } from '#lib/geo/index.ts';
import type {
	BorderLine,
	Highlight,
	LonLat,
	Mark,
	Meaning,
	Position,
	ProjectionName,
	View,
} from '#lib/story/index.ts';
import { problems } from '../problems';
import type { Resolver, Target } from '../2-resolve/resolve-place';
import type { ResolvedBorder, ResolvedMap } from '../2-resolve/resolve-step';
import { closestZoom } from './closest-zoom';
import { coarser, detailFor, type Detail } from './detail';
import { emitData, outlineOfData, symbolOf } from './emit-data';
import { keyOf, meaningsOf } from './meanings';
import type { ShapeStore } from './shape-store';
import { wordsFor } from './words';

export interface ViewContext extends Pick<Resolver, 'lang' | 'report'> {
	store: ShapeStore;
	projection: ProjectionName | 'auto';
}

/** What must be seen at a step: its `focus`, else all that it draws. May be empty. */
export function focusOf(map: ResolvedMap, store: ShapeStore): LonLat[] {
	const targets = map.focus.length ? map.focus : drawnTargets(map);
	const points = targets.flatMap((target) => outlineOf(target, store));
	if (!map.focus.length) {
		for (const { between } of map.borders)
			points.push(...borderPlaces(between, (a, b) => store.borderOutline(a, b)));
		points.push(...outlineOfData(map.data));
	}
	const unique = new Map(points.map((point) => [`${point.lon} ${point.lat}`, point]));
	if (unique.size === 0 && map.center) return [map.center];
	return [...unique.values()];
}

function drawnTargets({ show = [], routes, highlights }: ResolvedMap): Target[] {
	return [...show, ...routes.flatMap(({ stops }) => stops), ...highlights.map(({ target }) => target)];
}

function outlineOf({ place, at }: Target, store: ShapeStore): LonLat[] {
	return place && (isArea(place) || hasFrame(place)) ? store.outline(place) : [at];
}

/** The view of a step that names something to see or to draw. */
export function emitView(map: ResolvedMap, focus: LonLat[], context: ViewContext): View {
	const { lang } = context;
	const projection = context.projection === 'auto' ? projectionFor(focus) : context.projection;
	const maxZoom = map.zoom ?? closestOf(map, focus);
	const detail = detailFor(focus, projection, maxZoom);
	const isOutlined = map.highlights.some(({ style }) => style === 'outline');
	const lineDetail = isOutlined ? coarser(detail) : detail;
	const borders = map.borders.flatMap((border) => emitBorder(border, lineDetail, context));
	const claims = [
		...map.highlights.map(({ target, style, label }) => ({ symbol: style, label, name: target.label })),
		...map.data.map((data) => ({ symbol: symbolOf(data), label: data.label, name: titleOf(data.file) })),
	];
	const meanings = meaningsOf(claims);
	const drawn = emitHighlights(map, meanings, detail, context);
	const inKey = claims
		.map((claim, index) => ({ ...claim, meaning: meanings[index]! }))
		.filter((_, index) => index >= drawn.length || drawn[index]?.shape !== undefined);
	const { border: borderText } = wordsFor(lang);
	const keyBorders = map.borders.map(({ between: [a, b], label }) => ({
		label,
		text: borderText(a.label, b.label),
	}));
	return {
		focus,
		projection,
		maxZoom,
		...overrides(map),
		marks: marksOf(map),
		highlights: drawn,
		routes: map.routes.map(({ stops }) => {
			const points = stops.map(({ at }) => at);
			return { stops: points, line: greatCircle(points).map(roundPosition) };
		}),
		borders,
		data: emitData(map.data, meanings.slice(drawn.length), detail, context.store),
		key: keyOf(inKey, keyBorders, map.routes),
	};
}

/** The view before, with the author's overrides of the camera. */
export function keepView(before: View, map: ResolvedMap): View {
	const { kept: _kept, ...view } = before;
	const { center, zoom, pitch, bearing } = map;
	const isSame = [center, zoom, pitch, bearing].every((override) => override === undefined);
	if (isSame) return { ...view, kept: true };
	if (zoom !== undefined) delete view.whole;
	const changed = overrides({ ...map, pitch: pitch ?? view.pitch, bearing: bearing ?? view.bearing });
	return { ...view, ...changed, maxZoom: zoom ?? view.maxZoom };
}

function overrides({
	center,
	zoom,
	pitch = 0,
	bearing = 0,
}: ResolvedMap): Pick<View, 'center' | 'zoom' | 'pitch' | 'bearing'> {
	return { ...(center && { center }), ...(zoom !== undefined && { zoom }), pitch, bearing };
}

function closestOf(map: ResolvedMap, focus: LonLat[]): number {
	if (map.focus.length) return closestZoom(map.focus, focus, false);
	const hasLines = map.borders.length > 0 || map.data.some((data) => symbolOf(data) !== 'point');
	return closestZoom(drawnTargets(map), focus, hasLines);
}

/** What the key calls a file without a label: `ports.geojson` → `ports`. */
function titleOf(file: string): string {
	return file.replace(/\.geojson$/i, '');
}

function emitHighlights(
	map: ResolvedMap,
	meanings: Meaning[],
	detail: Detail,
	{ store, report }: ViewContext,
): Highlight[] {
	return map.highlights.map(({ target, at, style }, index) => {
		const shape = target.place && store.area(target.place, style === 'outline' ? coarser(detail) : detail);
		const labelAt = target.place ? store.label(target.place) : target.at;
		const labelArea = target.place && !shape ? store.outline(target.place) : undefined;
		const isOpenSea = target.place?.kind === 'sea' || (labelArea?.length ?? 0) > 1;
		if (!shape && !isOpenSea) report(problems.regionShapeless(at, target.label));
		return {
			id: target.id,
			...(shape && { shape }),
			...(labelArea && { labelArea }),
			style,
			meaning: meanings[index]!,
			label: target.label,
			labelAt,
		};
	});
}

function emitBorder(
	{ at, between, label }: ResolvedBorder,
	detail: Detail,
	{ store, lang, report }: ViewContext,
): BorderLine[] {
	const [a, b] = between;
	const [shape] = borderPlaces(between, (left, right) => {
		const key = store.border(left, right, detail);
		return key ? [key] : [];
	});
	if (shape) return [{ shape, label: label ?? wordsFor(lang).border(a.label, b.label) }];
	report(problems.borderNone(at, a.label, b.label));
	return [];
}

/** To about a hundred metres: nobody sees more of an arc. */
function roundPosition([lon, lat]: Position): Position {
	return [Number(lon.toFixed(3)), Number(lat.toFixed(3))];
}

function borderPlaces<T>([a, b]: [Target, Target], use: (a: Place, b: Place) => T[]): T[] {
	return a.place && b.place ? use(a.place, b.place) : [];
}

function marksOf({ show, focus, routes }: ResolvedMap): Mark[] {
	const points = focus.filter(({ place }) => !place || place.kind === 'city');
	const marked = show ?? [...points, ...routes.flatMap(({ stops }) => stops)];
	const unique = new Map(marked.map(({ id, label, at }) => [id, { id, label, at }]));
	return [...unique.values()];
}
