import { isArea, type Place, type Unit } from '#lib/gazetteer/index.ts';
import { longitudeSpan, nearestLongitude } from '#lib/geo/index.ts';
import type { Target } from '../../2-resolve/resolve-place';
import { partOf, sidesOf, type Atlas } from './atlas';
import { hasCountry, isBase, isOverseas, isSpecial } from './contested';
import type { AreaFact, Neighbour } from './facts';
import type { Edge } from './land';

/** More neighbours than this are counted. */
const NAMED_NEIGHBOURS = 5;

/** Shorter contacts are accidents of the drawing, unless they are a good part of a small outline, km. */
const CONTACT = 5;

/** An outline with less coast than this has none: units do not meet everywhere to the metre. Km. */
const COAST = 20;

/** So many countries are told one by one. */
const FEW = 5;

/** Members with fewer inhabitants do not tell a reader how far a region reaches. */
const WELL_KNOWN = 250_000;

/** What can be said of an area by itself. */
export function areaFact({ id, label, place }: Target, atlas: Atlas): AreaFact {
	const bare: AreaFact = { id, label, place, neighbours: [], more: 0, coast: false };
	if (!place || !isArea(place)) return bare;
	if (place.kind === 'country') return { ...bare, ...neighbourhood(place, atlas) };
	if (place.kind === 'province')
		return { ...bare, ...inCountry(place, atlas), ...neighbourhood(place, atlas) };
	const countries = membersOf(place, atlas);
	const isFew = place.kind === 'region' && countries.length <= FEW;
	return {
		...bare,
		few: isFew && countries.length ? byName(countries) : undefined,
		members: place.kind === 'organisation' ? countries.length : undefined,
		ends: isFew || place.kind === 'continent' ? undefined : endsOf(countries, atlas),
	};
}

function inCountry(place: Place, atlas: Atlas): Pick<AreaFact, 'country' | 'part'> {
	const country = atlas.gazetteer.byId(place.country ?? '');
	if (!country || !hasCountry(place.id)) return {};
	const [whole, own] = [atlas.body(country), atlas.body(place)];
	const side = whole && own && partOf(whole, own.center);
	return { country, part: side && { side, of: country } };
}

function neighbourhood(place: Place, atlas: Atlas): Pick<AreaFact, 'neighbours' | 'more' | 'coast'> {
	const all = atlas.edges(place).filter(({ within }) => within.id === place.id || !isOverseas(within.id));
	const edges = all.filter(({ within, beyond }) => !isBase(within.id) && !(beyond && isBase(beyond.id)));
	const total = sum(edges);
	const byNeighbour = new Map<Place, Edge[]>();
	for (const edge of edges) {
		const neighbour = edge.beyond && neighbourIn(edge, edge.beyond, place, atlas);
		if (neighbour) byNeighbour.set(neighbour, [...(byNeighbour.get(neighbour) ?? []), edge]);
	}
	const real = [...byNeighbour]
		.filter(([, contact]) => sum(contact) >= Math.min(CONTACT, total / 5))
		.sort(([, a], [, b]) => sum(b) - sum(a));
	const coast = sum(edges.filter(({ beyond }) => !beyond)) > COAST;
	if (!real.length)
		return {
			neighbours: coast ? [] : enclosing(place, atlas),
			more: 0,
			coast: coast && edges.length === all.length,
		};
	const named = real.length === NAMED_NEIGHBOURS + 1 ? real : real.slice(0, NAMED_NEIGHBOURS);
	const center = real.length === 1 && !coast ? undefined : atlas.body(place)?.center;
	const neighbours = named.map(([neighbour, contact]): Neighbour => {
		return { place: neighbour, directions: center ? sidesOf(center, contact) : [] };
	});
	return { neighbours, more: real.length - named.length, coast };
}

/** What lies all around an enclave that is not cut out of it. */
function enclosing(place: Place, atlas: Atlas): Neighbour[] {
	const around = atlas.land.unitsAt(place.at).find((unit) => !atlas.covers(place)(unit));
	const country = around && atlas.gazetteer.byId(around.country);
	return country ? [{ place: country, directions: [] }] : [];
}

/** The neighbour beyond an edge: a province of the same country, else the other country. */
function neighbourIn({ within }: Edge, beyond: Unit, place: Place, { gazetteer }: Atlas): Place | undefined {
	const isState = place.kind === 'country';
	if (isState && gazetteer.covers(place.id, beyond)) return undefined;
	const isForeign = beyond.country !== within.country;
	const isKnownByCountry =
		isForeign && !isSpecial(within.country) && !isOverseas(beyond.id) && (isState || hasCountry(beyond.id));
	return gazetteer.byId(isKnownByCountry ? beyond.country : beyond.id);
}

/** The countries of a region; provinces that are members of their own are left out. */
function membersOf(place: Place, atlas: Atlas): Place[] {
	const found = (place.members ?? []).flatMap((id) => {
		const member = atlas.gazetteer.byId(id);
		if (!member || member.kind === 'province') return [];
		return member.kind === 'country' ? [member] : membersOf(member, atlas);
	});
	return [...new Set(found)];
}

/** In one order, whatever the language. */
function byName(places: Place[]): Place[] {
	return [...places].sort((a, b) => (a.names.en ?? '').localeCompare(b.names.en ?? '', 'en'));
}

function endsOf(countries: Place[], { gazetteer }: Atlas): [Place, Place] | undefined {
	const known = countries
		.filter(({ population }) => population >= WELL_KNOWN)
		.map((country) => ({ country, at: gazetteer.label(country.id) ?? country.at }));
	const { west, east } = longitudeSpan(known.map(({ at }) => at));
	if (known.length < 3 || east - west > 180) return undefined;
	const along = (lon: number) => nearestLongitude(lon, (west + east) / 2);
	const ordered = known.sort((a, b) => along(a.at.lon) - along(b.at.lon));
	return [ordered[0]!.country, ordered.at(-1)!.country];
}

function sum(edges: Edge[]): number {
	return edges.reduce((total, { km }) => total + km, 0);
}
