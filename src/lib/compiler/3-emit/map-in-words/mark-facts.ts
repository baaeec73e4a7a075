import { isArea, type Place } from '#lib/gazetteer/index.ts';
import { distanceKm } from '#lib/geo/index.ts';
import type { Target } from '../../2-resolve/resolve-place';
import { partOf, type Atlas } from './atlas';
import { directionTo, roundKm } from './compass';
import { hasCountry, isBorder, isCapital } from './contested';
import type { Leg, MarkFact, Named } from './facts';
import type { Edge } from './land';
import { distanceToLine } from './plane';

/** How far away a place may be to help a reader who knows it, km. */
const REACH = 2000;

/** How far the sea and a border may be to be worth a word, km. */
const TO_COAST = 300;
const TO_BORDER = 1000;

/** Shorter pieces of coast may be gaps between units, km. */
const COAST_PIECE = 6;

/** Where a marked place lies. */
export function markFact(target: Target, atlas: Atlas): MarkFact {
	const { id, label, place } = target;
	const mark: MarkFact = { id, label, place, capital: false };
	if (place && (isArea(place) || place.kind === 'sea' || place.kind === 'river')) return mark;
	const unit = place ? undefined : atlas.land.unitsAt(target.at)[0];
	const { gazetteer } = atlas;
	const provinceId = place ? place.parent : unit?.id;
	const countryId = place ? place.country : unit?.country;
	const parent = gazetteer.byId(provinceId ?? '');
	const country = hasCountry(provinceId) ? gazetteer.byId(countryId ?? '') : undefined;
	const side = country && partIn(country, target, atlas);
	return {
		...mark,
		capital: place !== undefined && isCapital(place),
		province: parent && isKnownProvince(parent, country) ? parent : undefined,
		country,
		part: side && { side, of: country },
	};
}

/** More of a place that stands alone: how far it is to what the reader knows, to the sea and to a border. */
export function surroundings(
	mark: MarkFact,
	at: Target['at'],
	before: Target[],
	atlas: Atlas,
): Partial<MarkFact> {
	if (!mark.country) return {};
	const reach = reachFrom(before, mark, at);
	const edges = atlas.edges(mark.country);
	const coast = nearest(
		at,
		edges.filter(({ beyond, km }) => !beyond && km >= COAST_PIECE),
	);
	const border = nearest(at, edges.filter(isOpenBorder));
	const to = border && atlas.gazetteer.byId(border.edge.beyond!.country);
	return {
		reach,
		...(coast && coast.km <= TO_COAST && { coastKm: roundKm(coast.km) }),
		...(to && border.km <= TO_BORDER && { border: { km: roundKm(border.km), to } }),
	};
}

/** An author's own point this near to a town may well lie in it: no distance is said, km. */
const IN_TOWN = 30;

/** From one place to another. */
export function legOf(from: Target, to: Target): Leg {
	const ends: { from: Named; to: Named } = { from, to };
	if ([from, to].some(({ place }) => place && place.kind !== 'city')) return ends;
	const km = distanceKm(from.at, to.at);
	const isInTown = km < IN_TOWN && Boolean(from.place) !== Boolean(to.place);
	return isInTown ? ends : { ...ends, km: roundKm(km), direction: directionTo(from.at, to.at) };
}

/** The part of an area that a place lies in, if it lies in that area. */
export function partIn(area: Place, { at, place }: Target, atlas: Atlas) {
	const body = atlas.body(area);
	if (!body) return undefined;
	const unit = place?.parent ? { id: place.parent, country: place.country ?? '' } : atlas.land.unitsAt(at)[0];
	return unit && atlas.covers(area)(unit) ? partOf(body, at) : undefined;
}

function reachFrom(before: Target[], mark: MarkFact, at: Target['at']): Leg | undefined {
	const self: Target = { id: mark.id, label: mark.label, place: mark.place, at };
	const [closest] = before
		.filter(({ id, place }) => id !== mark.id && (!place || place.kind === 'city'))
		.sort((a, b) => distanceKm(a.at, at) - distanceKm(b.at, at));
	return closest && distanceKm(closest.at, at) <= REACH ? legOf(closest, self) : undefined;
}

/** Antarctica is a province of Antarctica, and the two units of Western Sahara are not its provinces. */
function isKnownProvince({ kind, names }: Place, country: Place | undefined): boolean {
	return kind === 'province' && names.en !== country?.names.en && country?.id !== 'EH';
}

function isOpenBorder({ within, beyond, disputed }: Edge): boolean {
	return beyond !== undefined && !disputed && isBorder(within, beyond);
}

function nearest(at: Target['at'], edges: Edge[]): { km: number; edge: Edge } | undefined {
	let best: { km: number; edge: Edge } | undefined;
	for (const edge of edges) {
		const km = distanceToLine(at, edge.line);
		if (!best || km < best.km) best = { km, edge };
	}
	return best;
}
