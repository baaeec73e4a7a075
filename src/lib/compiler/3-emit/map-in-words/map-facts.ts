import { isArea, type Place } from '#lib/gazetteer/index.ts';
import { distanceKm, enclosingCap, offsetBy } from '#lib/geo/index.ts';
import type { LonLat, View } from '#lib/story/index.ts';
import type { Target } from '../../2-resolve/resolve-place';
import type { ResolvedData } from '../../2-resolve/resolve-data';
import type { ResolvedMap, ResolvedRoute } from '../../2-resolve/resolve-step';
import { areaFact } from './area-facts';
import type { Atlas } from './atlas';
import { roughKm } from './compass';
import type { ClaimFact, DataFact, MapFacts, RouteFact } from './facts';
import { legOf, markFact, partIn, surroundings } from './mark-facts';
import { borderFact, pairFact } from './pair-facts';

/** What stands on the map, by name, and how it is shown. */
export interface Standing {
	map: ResolvedMap;
	view: View;
}

/** Beyond this a centre on open sea is not near any land, degrees. */
const RINGS = [0, 3, 6, 10];

/** Only what lies within a hemisphere has a diameter. Degrees. */
const HEMISPHERE = 90;

/** The facts that a map shows. `before` is what stood on the map in the step before. */
export function mapFacts({ map, view }: Standing, before: Standing | undefined, atlas: Atlas): MapFacts {
	const claims = claimsOf(map, atlas);
	const areas = claims.flatMap((claim) => claim.areas);
	const targets = markedIn(map);
	const [only, ...others] = targets;
	const isLone =
		only && !others.length && !areas.length && !map.routes.length && !map.borders.length && !view.whole;
	const marks = targets.map((target) => markFact(target, atlas));
	if (isLone)
		Object.assign(marks[0]!, surroundings(marks[0]!, only.at, before ? markedIn(before.map) : [], atlas));
	const around = areas.length === 1 ? areas[0]!.place : undefined;
	if (around)
		targets.forEach((target, index) => {
			const side = partIn(around, target, atlas);
			marks[index]!.part = side && { side, of: around };
		});
	const cap = enclosingCap(view.focus);
	return {
		stays: view.kept ?? false,
		...((view.whole || isBare(map)) && { earth: earthOf(view, atlas) }),
		claims,
		pair: areas.length === 2 ? pairFact(areas[0]!, areas[1]!, atlas) : undefined,
		borders: map.borders.map((border) => borderFact(border, atlas)),
		routes: map.routes.map(routeFact),
		data: map.data.map(dataFact),
		marks,
		legs: map.routes.length ? [] : others.map((target) => legOf(only!, target)),
		...(cap.radius > 0 &&
			cap.radius < HEMISPHERE && {
				spanKm: roughKm(2 * distanceKm(cap.center, farthest(cap.center, view.focus))),
			}),
	};
}

/** Nothing on the map has a name. */
function isBare({ focus, show, highlights, routes, borders, data }: ResolvedMap): boolean {
	return [focus, show ?? [], highlights, routes, borders, data].every((named) => named.length === 0);
}

/** The places that a step marks, as {@link View.marks} has them. */
function markedIn({ show, focus, routes }: ResolvedMap): Target[] {
	const points = focus.filter(({ place }) => !place || place.kind === 'city');
	const marked = show ?? [...points, ...routes.flatMap(({ stops }) => stops)];
	return [...new Map(marked.map((target) => [target.id, target])).values()];
}

/** Highlights in the order of the key, and areas that must be seen without being highlighted. */
function claimsOf({ highlights, focus }: ResolvedMap, atlas: Atlas): ClaimFact[] {
	const claims: ClaimFact[] = [];
	for (const { target, style: written, label } of highlights) {
		const isDrawn = target.place && atlas.edges(target.place).length > 0;
		const style = isDrawn ? written : 'named';
		const known = claims.find((claim) => claim.style === style && claim.label === label);
		if (known) known.areas.push(areaFact(target, atlas));
		else claims.push({ style, label, areas: [areaFact(target, atlas)] });
	}
	const drawn = new Set(highlights.map(({ target }) => target.id));
	const shown = focus.filter(({ id, place }) => place && isArea(place) && !drawn.has(id));
	if (shown.length) claims.push({ style: 'shown', areas: shown.map((target) => areaFact(target, atlas)) });
	return claims;
}

function routeFact({ stops, label }: ResolvedRoute): RouteFact {
	const legs = stops.slice(1).map((stop, index) => legOf(stops[index]!, stop));
	if (legs.some(({ km }) => km === undefined)) return { legs, label };
	return { legs, label, totalKm: legs.reduce((sum, { km = 0 }) => sum + km, 0) };
}

function dataFact({ file, label, geometry }: ResolvedData): DataFact {
	return {
		title: label ?? file.replace(/\.geojson$/i, ''),
		areas: geometry.areas.length,
		lines: geometry.lines.length,
		points: geometry.points.length,
		names: geometry.points.flatMap((point) => point.label ?? []),
	};
}

/** What lies in the middle of the globe: a region that a reader knows, else the country. */
function earthOf({ center, focus, projection, whole }: View, atlas: Atlas): MapFacts['earth'] {
	const middle = center ?? enclosingCap(focus).center;
	const over = overWhat(middle, whole ? REGIONS : [], atlas);
	return { extent: whole ? projection : 'part', center: middle, over };
}

/** Written in this order, a smaller region comes before a larger one that holds it. */
const REGIONS = [
	...['east-asia', 'south-east-asia', 'central-asia', 'caucasus', 'baltic-states', 'balkans', 'middle-east'],
	...['europe', 'asia', 'africa', 'north-america', 'south-america', 'oceania'],
];

function overWhat({ lon, lat }: LonLat, regions: string[], { land, gazetteer }: Atlas): Place | undefined {
	for (const ring of RINGS)
		for (let turn = 0; turn < 360; turn += ring ? 45 : 360) {
			const angle = (turn * Math.PI) / 180;
			const [unit] = land.unitsAt(offsetBy({ lon, lat }, ring * Math.sin(angle), ring * Math.cos(angle)));
			if (!unit) continue;
			const region = regions.find((id) => gazetteer.covers(id, unit));
			const found = gazetteer.byId(region ?? unit.country);
			if (found) return found;
		}
	return undefined;
}

function farthest(center: LonLat, points: LonLat[]) {
	return points.reduce(
		(far, point) => (distanceKm(center, point) > distanceKm(center, far) ? point : far),
		center,
	);
}
