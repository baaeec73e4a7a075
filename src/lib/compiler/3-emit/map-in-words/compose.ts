import type {
	AreaFact,
	BorderFact,
	ClaimFact,
	DataFact,
	Leg,
	MapFacts,
	MarkFact,
	Named,
	PairFact,
	RouteFact,
} from './facts';

/** What a language says of each fact: whole sentences, or nothing. */
export interface Sentences {
	stays(names: Named[], earth: MapFacts['earth']): string;
	earth(earth: NonNullable<MapFacts['earth']>): string;
	/** All are drawn in the same style. */
	claims(claims: ClaimFact[]): string;
	/** The area was just named, and no other. */
	neighbours(area: AreaFact): string | undefined;
	pair(pair: PairFact): string | undefined;
	/** `said`: whether a name has been said; `isPlaced`: whether it has been said where the neighbour lies. */
	border(border: BorderFact, said: (named: Named) => boolean, isPlaced: boolean): string;
	route(route: RouteFact): string;
	/** `isTold`: routes have named all marks. */
	marks(facts: MapFacts, isTold: boolean): string | undefined;
	legs(legs: Leg[]): string | undefined;
	data(data: DataFact): string;
	span(km: number): string;
	/** The name as it stands in the text, to see whether it does. */
	name(named: Named): string;
}

/** A distance is only worth adding where a text is shorter than this, characters. */
const SHORT = 200;

/** More marks than this are named, without distances. */
const FEW = 4;

/** The map in words: what is highlighted or marked, where it lies, how far, what adjoins. */
export function compose(facts: MapFacts, words: Sentences): string {
	if (facts.stays) return words.stays(namesIn(facts), facts.earth);
	const text: string[] = [];
	const say = (...sentences: (string | undefined)[]) =>
		text.push(...sentences.filter((sentence) => sentence !== undefined));
	const said = (named: Named) => text.join(' ').includes(words.name(named));
	const areas = facts.claims.flatMap((claim) => claim.areas);
	const [only] = areas.length === 1 ? areas : [];
	const isAside = facts.claims.every(({ style }) => style === 'mention' || style === 'shown');
	const sayRoutes = () => say(...facts.routes.map((route) => words.route(route)));

	if (facts.earth) say(words.earth(facts.earth));
	if (isAside) sayRoutes();
	for (const run of runs(facts.claims)) say(words.claims(run));
	const hasNeighbours = only && !facts.routes.length;
	if (hasNeighbours) say(words.neighbours(only));
	if (facts.pair) say(words.pair(facts.pair));
	for (const border of facts.borders) {
		const isPlaced = Boolean(
			hasNeighbours && only.neighbours.some(({ place }) => place.id === border.between[1].id),
		);
		say(words.border(border, said, isPlaced));
	}
	if (!isAside) sayRoutes();
	const stops = facts.routes.flatMap(({ legs }) => legs.flatMap(({ from, to }) => [from.id, to.id]));
	say(words.marks(facts, facts.routes.length > 0 && facts.marks.every(({ id }) => stops.includes(id))));
	if (facts.marks.length <= FEW + 1) say(words.legs(facts.legs.slice(0, FEW)));
	for (const data of facts.data) say(words.data(data));
	const soFar = text.join(' ');
	if (facts.spanKm && !facts.earth && !/ km\b/.test(soFar) && soFar.length < SHORT)
		say(words.span(facts.spanKm));
	return text.join(' ');
}

/** Neighbours in the key that are drawn alike are said in one sentence. */
function runs(claims: ClaimFact[]): ClaimFact[][] {
	const all: ClaimFact[][] = [];
	for (const claim of claims) {
		const last = all.at(-1);
		if (last?.[0]?.style === claim.style) last.push(claim);
		else all.push([claim]);
	}
	return all;
}

/** Everything on the map that has a name, each once. */
export function namesIn({ claims, borders, routes, marks }: MapFacts): Named[] {
	const all: Named[] = [
		...claims.flatMap(({ areas }) => areas),
		...borders.flatMap(({ between }) => between),
		...routes.flatMap(({ legs }) => legs.flatMap(({ from, to }) => [from, to])),
		...marks,
	];
	return [...new Map(all.map((named) => [named.id, named])).values()];
}

/** Joins what may hold an `and` itself: `Canada to the north and east, and Mexico to the south`. */
export function joined(parts: string[], and: string): string {
	return [parts.slice(0, -1).join(', '), ...parts.slice(-1)].join(and);
}

/** Whether a mark lies in the one area that is drawn. */
export function isInside(claims: ClaimFact[]): (mark: MarkFact) => boolean {
	const areas = claims.flatMap((claim) => claim.areas);
	return ({ part }) => part !== undefined && areas.length === 1 && areas[0]!.id === part.of.id;
}

/** Whether a label can stand for the name it belongs to, and nothing is left out. */
export function standsFor(label: string, name: string): boolean {
	if (!label.includes(name)) return false;
	return label.startsWith(name) || (label.length < name.length + 20 && !/[:–—]/.test(label));
}

export function capitalised(text: string): string {
	return text.charAt(0).toLocaleUpperCase() + text.slice(1);
}
