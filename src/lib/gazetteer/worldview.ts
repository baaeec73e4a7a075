import type { Gazetteer, Unit } from './create-gazetteer';
import type { Names, Place } from './place';

/** What the law of a publisher's country has drawn otherwise than the rule of `geodata/README.md`; from `geodata/worldviews.yaml`. */
export interface Worldview {
	/** ISO 3166-1 code of the publisher's country. */
	id: string;
	names: Names;
	/** The source of the override. */
	law: string;
	/** To which country a unit (`UA-43`) or all of a country (`TW`) belongs. */
	gives: Record<string, string>;
	/** Countries whose own name is not set on the map, by code. */
	unnamed?: string[];
	/** Countries with another name on the map, by code. */
	renamed?: Record<string, Names>;
	/** Capitals that are drawn as towns, by id. */
	towns?: string[];
	/** What the law asks for and the box does not have, in English. */
	missing?: string;
}

/** The country that a unit belongs to in this view of the world. */
export function countryIn({ gives }: Pick<Worldview, 'gives'>, { id, country }: Unit): string {
	return gives[id] ?? gives[country] ?? country;
}

/** The same gazetteer, with places and units in the countries that this worldview gives them to. */
export function seenFrom(gazetteer: Gazetteer, worldview: Pick<Worldview, 'gives'>): Gazetteer {
	const { gives } = worldview;
	const known = new Map<Place, Place>();

	/** One object for each place, as before: places are compared by identity. */
	function moved(place: Place): Place {
		if (place.kind === 'country' || !place.country) return place;
		const country = countryIn(worldview, { id: place.parent ?? place.id, country: place.country });
		const given = gives[place.id] ?? country;
		if (given === place.country) return place;
		const seen = known.get(place) ?? {
			...place,
			country: given,
			...(place.parent === place.country && { parent: given }),
		};
		known.set(place, seen);
		return seen;
	}

	return {
		...gazetteer,
		find(name, options) {
			const found = gazetteer.find(name, options);
			return found.kind === 'place' ? { ...found, place: moved(found.place) } : found;
		},
		byId(id) {
			const place = gazetteer.byId(id);
			return place && moved(place);
		},
		/** A country that was given away as a whole is still itself where a story names it: its units keep its code. */
		covers: (id, unit) =>
			gazetteer.covers(id, { ...unit, country: countryIn(worldview, unit) }) ||
			(id in gives && unit.id.startsWith(`${id}-`)),
	};
}
