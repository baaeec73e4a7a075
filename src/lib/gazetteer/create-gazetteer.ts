import type { LonLat } from '#lib/story/index.ts';
import { choose, type Preference } from './choose';
import { fold } from './fold';
import { indexNames, type Match } from './name-index';
import { nearMisses } from './near-misses';
import { isArea, nameOf, type Place } from './place';
import { readPlaces } from './read-places';
import { regionAsPlace, type Region, type RegionsFile } from './regions';
import { weight } from './weight';

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

export type Found =
	| { kind: 'place'; place: Place }
	| { kind: 'ambiguous'; candidates: Candidate[] }
	| { kind: 'unknown'; nearMisses: Candidate[] };

export interface FindOptions {
	/** The language of the text; its names come before those of other languages. */
	lang?: string;
	prefer?: Preference;
}

/** An administrative unit of the map. */
export interface Unit {
	id: string;
	country: string;
}

/** Finds places by name. */
export interface Gazetteer {
	/** Looks up a name in any language, a qualified name (`Georgia, US`) or an id (`CN-HL`, `geonames:2037013`). */
	find(name: string, options?: FindOptions): Found;
	byId(id: string): Place | undefined;
	/** The region's written definition, if the place is a region. */
	region(id: string): Region | undefined;
	/** Whether an administrative unit belongs to a country, province or region. */
	covers(id: string, unit: Unit): boolean;
	/** What must be seen when this area is to be seen, where somebody has written it down. */
	outline(id: string): LonLat[] | undefined;
	/** Where the name of this area stands, where somebody has written it down. */
	label(id: string): LonLat | undefined;
}

/** @param regions the content of `geodata/built/regions.json` */
export function createGazetteer({
	placesTsv,
	regions: file,
}: {
	placesTsv: string;
	regions: RegionsFile;
}): Gazetteer {
	const regions = new Map(file.regions.map((region) => [region.id, region]));
	const places = new Map<string, Place>();
	for (const place of readPlaces(placesTsv)) places.set(place.id, place);
	for (const region of file.regions) places.set(region.id, regionAsPlace(region));
	const index = indexNames(places.values());

	function find(name: string, { lang = 'en', prefer = 'point' }: FindOptions = {}): Found {
		const chosen = choose(lookUp(name), lang, prefer);
		if (chosen.length === 1) return { kind: 'place', place: chosen[0]!.place };
		if (chosen.length > 1) return { kind: 'ambiguous', candidates: toldApart(chosen, lang, prefer) };
		const { head, qualifiers } = splitQualified(name);
		const fits = (place: Place) => qualifiers.every((text) => isWithin(place, text));
		const known = index.get(fold(head));
		const near = known
			? [...known].sort((a, b) => weight(b.place) - weight(a.place)).slice(0, 3)
			: nearMisses(head, index, { lang, fits });
		return { kind: 'unknown', nearMisses: near.map((match) => candidate(match, prefer, lang)) };
	}

	function lookUp(name: string): Match[] {
		const id = places.get(name.trim());
		if (id) return [{ place: id, name, languages: [] }];
		const whole = index.get(fold(name));
		if (whole) return whole;
		const code = /^\w+-\w+$/.test(name.trim()) && places.get(name.trim().toUpperCase());
		if (code) return [{ place: code, name, languages: [] }];
		const { head, qualifiers } = splitQualified(name);
		if (!qualifiers.length) return [];
		return (index.get(fold(head)) ?? []).filter(({ place }) =>
			qualifiers.every((text) => isWithin(place, text)),
		);
	}

	function isWithin(place: Place, qualifier: string): boolean {
		if (place.parent?.endsWith(`-${qualifier.toUpperCase()}`)) return true;
		const named = index.get(fold(qualifier))?.map((match) => match.place) ?? [];
		const byId = places.get(qualifier);
		return [...named, ...(byId ? [byId] : [])].some(
			(area) =>
				isArea(area) &&
				area !== place &&
				covers(area.id, { id: place.parent ?? place.id, country: place.country ?? '' }),
		);
	}

	function covers(id: string, unit: Unit): boolean {
		if (id === unit.id || id === unit.country || file.together?.[id]?.includes(unit.country)) return true;
		const region = regions.get(id);
		if (!region) return false;
		return (
			region.members.some((member) => covers(member, unit)) &&
			!region.exclude?.some((part) => covers(part, unit))
		);
	}

	/** Candidates that would read alike (two countries called Congo) get the names that they have on the map. */
	function toldApart(chosen: Match[], lang: string, prefer: Preference): Candidate[] {
		const candidates = chosen.map((match) => candidate(match, prefer, lang));
		const read = ({ name, description }: Candidate) => `${name} (${description})`;
		return candidates.map((own) => {
			const isAlone = candidates.filter((other) => read(other) === read(own)).length === 1;
			return isAlone ? own : { ...own, name: nameOf(own.place, lang) };
		});
	}

	function candidate({ place, name }: Match, prefer: Preference, lang: string): Candidate {
		return { place, name, write: unmistakable(place, name, prefer, lang), description: describe(place) };
	}

	function unmistakable(place: Place, name: string, prefer: Preference, lang: string): string {
		const country = places.get(place.country ?? '');
		const parent = places.get(place.parent ?? '');
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
			return chosen.length === 1 && chosen[0]!.place === place;
		});
		return unique ?? place.id;
	}

	function describe(place: Place): string {
		if (place.kind !== 'city' && place.kind !== 'province') return place.kind;
		const around = [place.parent, place.country]
			.map((id) => places.get(id ?? ''))
			.filter((area): area is Place => area !== undefined && area !== place)
			.map((area) => nameOf(area, 'en'));
		return [...(place.kind === 'province' ? [place.kind] : []), ...new Set(around)].join(', ');
	}

	return {
		find,
		covers,
		byId: (id) => places.get(id),
		region: (id) => regions.get(id),
		outline: (id) => regions.get(id)?.outline ?? file.outlines[id],
		label: (id) => regions.get(id)?.label ?? file.labels[id] ?? places.get(id)?.at,
	};
}

/** `Paris, Texas, US` → `Paris` within `Texas` and `US`. */
function splitQualified(name: string): { head: string; qualifiers: string[] } {
	const [head = '', ...qualifiers] = name.split(/[,，]/).map((part) => part.trim());
	return { head, qualifiers: qualifiers.filter(Boolean) };
}
