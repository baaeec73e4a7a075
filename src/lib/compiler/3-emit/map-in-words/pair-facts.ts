import type { Place } from '#lib/gazetteer/index.ts';
import { distanceKm } from '#lib/geo/index.ts';
import type { LonLat } from '#lib/story/index.ts';
import type { ResolvedBorder } from '../../2-resolve/resolve-step';
import { areaFact } from './area-facts';
import { sidesOf, type Atlas, type Body } from './atlas';
import { atLeastKm, COMPASS, directionTo, roughKm, type Compass } from './compass';
import { hasCountry, isOverseas } from './contested';
import type { AreaFact, BorderFact, PairFact } from './facts';
import type { Edge } from './land';
import { toPoint, toVector } from './plane';

/** Gaps below this are said by the direction well enough, km. */
const GAP = 200;

/** How two areas lie to each other; `undefined` if one is a part of the other, or of none the shape is known. */
export function pairFact(a: AreaFact, b: AreaFact, atlas: Atlas): PairFact | undefined {
	const [one, other] = [a.place, b.place];
	const [bodyA, bodyB] = [one && atlas.body(one), other && atlas.body(other)];
	if (!one || !other || !bodyA || !bodyB) return undefined;
	const covers = [atlas.covers(one), atlas.covers(other)] as const;
	if (atlas.land.units.some((unit) => covers[0](unit) && covers[1](unit))) return undefined;
	const shared = atlas
		.edges(one)
		.filter(
			({ within, beyond }) => beyond && covers[1](beyond) && !isOverseas(within.id) && !isOverseas(beyond.id),
		);
	const direction = directionTo(labelOf(other, atlas), labelOf(one, atlas));
	if (!shared.length)
		return {
			a,
			b,
			direction,
			gapKm: isState(one) && isState(other) ? gapBetween(bodyA, bodyB, direction) : undefined,
		};
	const sides = [
		{ of: 'a', places: adjoiningIn(one, shared, (edge) => edge.within.country, atlas) },
		{ of: 'b', places: adjoiningIn(other, shared, (edge) => edge.beyond!.country, atlas) },
	] as const;
	const adjoining = sides.find(({ places }) => places.length > 0);
	return { a, b, direction, sharedKm: leastKm(shared), adjoining };
}

/** A border as an author names it. */
export function borderFact({ between: [a, b], label }: ResolvedBorder, atlas: Atlas): BorderFact {
	const facts: [AreaFact, AreaFact] = [areaFact(a, atlas), areaFact(b, atlas)];
	if (!a.place || !b.place) return { between: facts, label, directions: [], km: 0 };
	const isBeyond = atlas.covers(b.place);
	const shared = atlas.edges(a.place).filter(({ beyond }) => beyond && isBeyond(beyond));
	const center = atlas.body(a.place)?.center;
	return { between: facts, label, directions: center ? sidesOf(center, shared) : [], km: leastKm(shared) };
}

/** Lines on a map leave out bays and bends, so that the true length is never less. 0 where the line is in dispute. */
function leastKm(edges: Edge[]): number {
	if (edges.some(({ disputed }) => disputed)) return 0;
	return atLeastKm(edges.reduce((sum, { km }) => sum + km, 0));
}

/** The countries of a region that adjoin, those with the longest stretch first. */
function adjoiningIn(
	region: Place,
	edges: Edge[],
	countryOf: (edge: Edge) => string,
	{ gazetteer }: Atlas,
): Place[] {
	if (region.kind === 'country' || region.kind === 'province') return [];
	const lengths = new Map<string, number>();
	for (const edge of edges)
		if (hasCountry(edge.within.id) && hasCountry(edge.beyond?.id))
			lengths.set(countryOf(edge), (lengths.get(countryOf(edge)) ?? 0) + edge.km);
	return [...lengths]
		.sort(([, a], [, b]) => b - a)
		.map(([id]) => gazetteer.byId(id))
		.filter((place) => place !== undefined);
}

/** Only where the gap runs as the direction does: between Alaska and Norway lies the pole, and nobody means that. */
function gapBetween(a: Body, b: Body, direction: Compass | undefined): number | undefined {
	if (!direction) return undefined;
	const [from, to] = nearestPoints(verticesOf(b), verticesOf(a));
	const km = distanceKm(from, to);
	const across = directionTo(from, to);
	const turn = across ? Math.abs(COMPASS.indexOf(across) - COMPASS.indexOf(direction)) : 4;
	return km >= GAP && (turn <= 1 || turn === 7) ? roughKm(km) : undefined;
}

/** The pair with the smallest angle between them, which has the largest product of vectors. */
function nearestPoints(some: LonLat[], others: LonLat[]): [LonLat, LonLat] {
	const vectors = others.map(toVector);
	let best: [LonLat, LonLat] = [some[0]!, others[0]!];
	let largest = -Infinity;
	for (const point of some) {
		const [x, y, z] = toVector(point);
		vectors.forEach((vector, index) => {
			const product = x * vector[0] + y * vector[1] + z * vector[2];
			if (product <= largest) return;
			largest = product;
			best = [point, others[index]!];
		});
	}
	return best;
}

/** How far a region reaches is a matter of opinion: the distance to a state is not. */
function isState({ kind }: Place): boolean {
	return kind === 'country' || kind === 'province';
}

/** Every corner of a small area, several hundred of a large one. */
function verticesOf({ whole }: Body) {
	const all = whole.coordinates.flatMap(([ring]) => ring ?? []);
	const every = Math.max(1, Math.floor(all.length / 400));
	return all.filter((_, index) => index % every === 0).map(toPoint);
}

function labelOf(place: Place, { gazetteer }: Atlas) {
	return gazetteer.label(place.id) ?? place.at;
}
