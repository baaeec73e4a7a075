import type { LonLat } from '#lib/story/index.ts';
import { candidate, toldApart, type Candidate, type CandidateContext } from './candidate';
import { choose, type Preference } from './choose';
import { fold } from './fold';
import { inflections } from './inflections';
import { joinTables, openNames, type Match, type NameTable } from './name-table';
import { nearMisses } from './near-misses';
import { frameOf, isArea, type Place } from './place';
import { openPlaces } from './read-places';
import { regionAsPlace, type Region, type RegionsFile } from './regions';
import { splitQualified } from './split-qualified';
import { weight } from './weight';
import { writeNames } from './write-names';

export type Found =
	| {
			kind: 'place';
			place: Place;
			/** What was written, if it only stands for the place: the Kremlin for Moscow. */
			metonym?: { name: string; place: Place };
	  }
	| { kind: 'ambiguous'; candidates: Candidate[] }
	| { kind: 'unknown'; nearMisses: Candidate[] };

export interface FindOptions {
	/** The language of the text; its names come before those of other languages. */
	lang?: string;
	prefer?: Preference;
	/** Places that the same story names beyond doubt: what lies near them is likelier meant. */
	context?: readonly Place[];
}

/** An administrative unit of the map. */
export interface Unit {
	id: string;
	country: string;
}

/** Finds places by name. */
export interface Gazetteer {
	/** Every name, folded. */
	names: NameTable;
	/**
	 * Looks up a name in any language and in the cases of German and Russian, a qualified name (`Georgia, US`) or an id
	 * (`CN-HL`, `geonames:2037013`, `M49:150`).
	 */
	find(name: string, options?: FindOptions): Found;
	byId(id: string): Place | undefined;
	/** The region's written definition, if the place is a region. */
	region(id: string): Region | undefined;
	/** Whether an administrative unit belongs to a country, province or region. */
	covers(id: string, unit: Unit): boolean;
	/** What must be seen when this is to be seen, where somebody has written it down: an outline, or a box around it. */
	outline(id: string): LonLat[] | undefined;
	/** Where the name of this area stands, where somebody has written it down. */
	label(id: string): LonLat | undefined;
}

export interface GazetteerFiles {
	/** `geodata/built/places.tsv` */
	placesTsv: string;
	/** `geodata/built/names.tsv`; without it the table is made from the places, which takes a second for the whole world. */
	namesTsv?: string;
	/** `geodata/built/regions.json` */
	regions: RegionsFile;
}

export function createGazetteer({ placesTsv, namesTsv, regions: file }: GazetteerFiles): Gazetteer {
	const table = openPlaces(placesTsv);
	const regions = new Map(file.regions.map((region) => [region.id, region]));
	const ownPlaces = file.regions.map(regionAsPlace);
	const places = new Map(ownPlaces.map((place) => [place.id, place]));
	for (const { id, m49 } of file.regions) if (m49) places.set(`M49:${m49}`, places.get(id)!);
	const names = joinTables([
		openNames(namesTsv ?? writeNames(rowsOf(table.size, table.row)), table.row),
		openNames(writeNames(ownPlaces), (row) => ownPlaces[row]!),
	]);
	const byId = (id: string) => places.get(id) ?? table.byId(id);

	function find(name: string, options: FindOptions = {}): Found {
		const { lang = 'en', prefer = 'point', context = [] } = options;
		const chosen = choose(lookUp(name, lang), lang, prefer, context);
		const messages: CandidateContext = { lang, prefer, byId, lookUp };
		if (chosen.length === 1) return foundAs(chosen[0]!.place, name);
		if (chosen.length > 1) return { kind: 'ambiguous', candidates: toldApart(chosen, messages) };
		return {
			kind: 'unknown',
			// A tenth of a second, which only messages need.
			get nearMisses() {
				return nearTo(name, lang).map((match) => candidate(match, messages));
			},
		};
	}

	function nearTo(name: string, lang: string): Match[] {
		const { head, qualifiers } = splitQualified(name);
		const fits = (place: Place) => qualifiers.every((text) => isWithin(place, text));
		const known = names.get(fold(head));
		if (!known) return nearMisses(head, names, { lang, fits });
		return [...known].sort((a, b) => weight(b.place) - weight(a.place)).slice(0, 3);
	}

	function foundAs(place: Place, name: string): Found {
		const meant = place.standsFor && name.trim() !== place.id ? byId(place.standsFor) : undefined;
		return meant ? { kind: 'place', place: meant, metonym: { name, place } } : { kind: 'place', place };
	}

	function lookUp(name: string, lang = 'en'): readonly Match[] {
		const id = byId(name.trim());
		if (id) return [{ place: id, name, languages: [] }];
		const whole = named(name, lang);
		if (whole.length) return whole;
		const code = /^\w+-\w+$/.test(name.trim()) && byId(name.trim().toUpperCase());
		if (code) return [{ place: code, name, languages: [] }];
		const { head, qualifiers } = splitQualified(name);
		if (!qualifiers.length) return [];
		return named(head, lang).filter(({ place }) => qualifiers.every((text) => isWithin(place, text)));
	}

	/** What has the name as it is written, else what has the name that it is a case of. */
	function named(name: string, lang: string): readonly Match[] {
		const folded = fold(name);
		const written = names.get(folded);
		if (written) return written;
		const base = inflections(folded, lang).find((inflection) => names.get(inflection));
		return (base !== undefined && names.get(base)) || [];
	}

	function isWithin(place: Place, qualifier: string): boolean {
		if (place.parent?.endsWith(`-${qualifier.toUpperCase()}`)) return true;
		const areas = [...named(qualifier, 'en').map((match) => match.place), byId(qualifier)];
		return areas.some(
			(area) =>
				area !== undefined &&
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

	function outline(id: string): LonLat[] | undefined {
		const place = byId(id);
		return regions.get(id)?.outline ?? file.outlines[id] ?? (place && frameOf(place));
	}

	return {
		names,
		find,
		covers,
		byId,
		outline,
		region: (id) => regions.get(id),
		label: (id) => regions.get(id)?.label ?? file.labels[id] ?? byId(id)?.at,
	};
}

function* rowsOf(size: number, row: (index: number) => Place): Iterable<Place> {
	for (let index = 0; index < size; index++) yield row(index);
}
