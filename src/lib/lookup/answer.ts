import { nameOf, type Gazetteer, type Place } from '#lib/gazetteer/index.ts';
import type { Answer, PlaceFacts } from './protocol';

/** The places that a name can mean, or those that sound like it. */
export function answer(gazetteer: Gazetteer, name: string, lang: string): Answer {
	const found = gazetteer.find(name, { lang });
	const facts = (place: Place) => factsOf(gazetteer, place, lang);
	if (found.kind === 'place') return { kind: 'one', places: [facts(found.metonym?.place ?? found.place)] };
	if (found.kind === 'ambiguous')
		return { kind: 'several', places: found.candidates.map(({ place }) => facts(place)) };
	return { kind: 'unknown', places: found.nearMisses.map(({ place }) => facts(place)) };
}

function factsOf({ byId }: Gazetteer, place: Place, lang: string): PlaceFacts {
	const named = (id: string | undefined) => {
		const other = id === undefined ? undefined : byId(id);
		return other && nameOf(other, lang);
	};
	return {
		id: place.id,
		kind: place.kind,
		name: nameOf(place, lang),
		names: place.names,
		within: ancestors(place, byId).map((other) => nameOf(other, lang)),
		at: place.at,
		bbox: place.bbox,
		population: place.population,
		capital: place.capital,
		standsFor: named(place.standsFor),
		members: (place.members ?? []).map((id) => named(id) ?? id),
		aliases: place.aliases,
	};
}

function ancestors(place: Place, byId: Gazetteer['byId']): Place[] {
	const found: Place[] = [];
	for (const id of [place.parent, place.country]) {
		const other = id && id !== place.id ? byId(id) : undefined;
		if (other && !found.includes(other)) found.push(other);
	}
	return found;
}
