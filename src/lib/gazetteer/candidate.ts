import { choose, type Preference } from './choose';
import type { Match } from './name-table';
import { nameOf, type Place, type PlaceKind } from './place';

/** A place that may have been meant, and how to write it so that no other can be meant. */
export interface Candidate {
	place: Place;
	/** The name that came near, as the gazetteer writes it. */
	name: string;
	/** A qualified name or an id: `Georgia, US`. */
	write: string;
	/** In English, for messages: `Heilongjiang, China`. */
	description: string;
}

export interface CandidateContext {
	lang: string;
	prefer: Preference;
	byId: (id: string) => Place | undefined;
	lookUp: (name: string) => readonly Match[];
}

/** Candidates that would read alike (two countries called Congo) get the names that they have on the map. */
export function toldApart(chosen: Match[], context: CandidateContext): Candidate[] {
	const candidates = chosen.map((match) => candidate(match, context));
	const read = ({ name, description }: Candidate) => `${name} (${description})`;
	return candidates.map((own) => {
		const isAlone = candidates.filter((other) => read(other) === read(own)).length === 1;
		return isAlone ? own : { ...own, name: nameOf(own.place, context.lang) };
	});
}

export function candidate({ place, name }: Match, context: CandidateContext): Candidate {
	return {
		place,
		name,
		write: unmistakable(place, name, context),
		description: describe(place, context.byId),
	};
}

/** What a kind is called in messages. */
export function kindInWords(kind: PlaceKind): string {
	return kind === 'poi' ? 'landmark' : kind;
}

function unmistakable(place: Place, name: string, { prefer, lang, byId, lookUp }: CandidateContext): string {
	const country = byId(place.country ?? '');
	const parent = byId(place.parent ?? '');
	const qualifiers =
		place.kind === 'province'
			? [place.country]
			: place.kind === 'city'
				? [country?.names.en, parent?.names.en]
				: [];
	const qualified = qualifiers.filter(Boolean).map((qualifier) => `${name}, ${qualifier}`);
	const tries = [name, ...qualified, nameOf(place, lang)];
	const unique = tries.find((written) => {
		const chosen = choose(lookUp(written), 'en', prefer);
		return chosen.length === 1 && chosen[0]!.place === place && !place.standsFor;
	});
	return unique ?? place.id;
}

function describe(place: Place, byId: CandidateContext['byId']): string {
	const around = [place.parent, place.country]
		.map((id) => byId(id ?? ''))
		.filter((area): area is Place => area !== undefined && area !== place)
		.map((area) => nameOf(area, 'en'));
	const kind = place.kind === 'city' ? [] : [kindInWords(place.kind)];
	return [...kind, ...new Set(around)].join(', ');
}
