import { isArea, kindInWords } from '#lib/gazetteer/index.ts';
import type { HighlightStyle, LonLat } from '#lib/story/index.ts';
import type { At, DraftStep, Located, MapBlock, PlaceRef, When } from '../draft';
import { problems } from '../problems';
import { resolveData, type DataFiles, type ResolvedData } from './resolve-data';
import { suspectSwap } from './suspect-swap';
import { resolvePlace, type Resolver, type Target } from './resolve-place';

export interface ResolvedHighlight {
	at: At;
	target: Target;
	style: HighlightStyle;
	label?: string;
}

export interface ResolvedRoute {
	stops: Target[];
	label?: string;
}

export interface ResolvedBorder {
	at: At;
	between: [Target, Target];
	label?: string;
}

/** What a step's map block asks for, with every name looked up. */
export interface ResolvedMap {
	focus: Target[];
	/** Absent: the points of `focus` and the stops of the routes are marked. */
	show?: Target[];
	highlights: ResolvedHighlight[];
	routes: ResolvedRoute[];
	borders: ResolvedBorder[];
	data: ResolvedData[];
	center?: LonLat;
	zoom?: number;
	pitch?: number;
	bearing?: number;
	when?: When;
	dateline?: Target;
	/** Nothing to see or to draw is named: the step keeps what stood before, perhaps with a camera of its own. */
	keepsView: boolean;
}

const SEEN: (keyof MapBlock)[] = ['focus', 'show', 'highlight', 'route', 'border', 'data'];

/** Looks up every place and file of a step. What is not found is reported and left out. */
export function resolveStep({ map = {} }: DraftStep, resolver: Resolver, files: DataFiles): ResolvedMap {
	if (map.dateline && !map.when) resolver.report(problems.datelineWithoutWhen(map.dateline.at));
	const resolved: ResolvedMap = {
		focus: resolveAll(map.focus, resolver) ?? [],
		show: resolveAll(map.show, resolver),
		highlights: resolveHighlights(map, resolver),
		routes: resolveRoutes(map, resolver),
		borders: resolveBorders(map, resolver),
		data: resolveData(map.data?.value ?? [], files, resolver.report),
		center: map.center?.value,
		zoom: map.zoom?.value,
		pitch: map.pitch?.value,
		bearing: map.bearing?.value,
		when: map.when?.value,
		dateline: map.dateline && resolvePlace(map.dateline.value, resolver),
		keepsView: SEEN.every((key) => map[key] === undefined),
	};
	suspectSwap(resolved, resolver.report);
	return resolved;
}

function resolveAll(refs: Located<PlaceRef[]> | undefined, resolver: Resolver): Target[] | undefined {
	return refs && resolveEach(refs.value, resolver);
}

function resolveEach(refs: PlaceRef[], resolver: Resolver): Target[] {
	return refs.map((ref) => resolvePlace(ref, resolver)).filter((target) => target !== undefined);
}

function resolveRoutes({ route }: MapBlock, resolver: Resolver): ResolvedRoute[] {
	return (route?.value ?? []).flatMap(({ stops: refs, label }) => {
		const found = refs.map((ref) => ({ ref, target: resolvePlace(ref, resolver) }));
		const stops: Target[] = [];
		for (const { ref, target } of found) {
			const before = stops.at(-1);
			if (!target) continue;
			if (before && isSamePoint(before.at, target.at))
				resolver.report(problems.routeStill(ref.at, target.label));
			else stops.push(target);
		}
		return stops.length >= 2 ? [{ stops, label }] : [];
	});
}

function isSamePoint(a: LonLat, b: LonLat): boolean {
	return a.lon === b.lon && a.lat === b.lat;
}

function resolveHighlights({ highlight }: MapBlock, resolver: Resolver): ResolvedHighlight[] {
	const drawn = new Set<string>();
	return (highlight?.value ?? []).flatMap(({ place: ref, style, label }) => {
		const target = resolvePlace(ref, resolver, 'area');
		if (!target) return [];
		if (drawn.has(target.id)) {
			resolver.report(problems.regionTwice(ref.at, target.label));
			return [];
		}
		drawn.add(target.id);
		const { place } = target;
		if (place && (isArea(place) || place.kind === 'sea')) return [{ at: ref.at, target, style, label }];
		resolver.report(problems.highlightPoint(ref.at, target.label, place ? kindInWords(place.kind) : 'point'));
		return [];
	});
}

function resolveBorders({ border }: MapBlock, resolver: Resolver): ResolvedBorder[] {
	return (border?.value ?? []).flatMap(({ at, between, label }) => {
		const [a, b] = between.map((ref) => resolvePlace(ref, resolver, 'area'));
		return a && b ? [{ at, between: [a, b] as [Target, Target], label }] : [];
	});
}
