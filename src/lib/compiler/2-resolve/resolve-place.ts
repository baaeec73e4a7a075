import { nameOf, type FindOptions, type Gazetteer, type Place } from '#lib/gazetteer/index.ts';
import type { LonLat, Problem } from '#lib/story/index.ts';
import type { At, PlaceRef } from '../draft';
import { problems } from '../problems';
import { countryName } from './country-name';
import type { StoryContext } from './story-context';

/** A place that was found, with its name in the story's language. */
export interface Target {
	/** The gazetteer's id, or `point:` and the name. */
	id: string;
	label: string;
	/** Where it lies, or where its name stands. */
	at: LonLat;
	/** Absent for a point of the author's own. */
	place?: Place;
	/** Where an author's own point is written. */
	written?: At;
}

export interface Resolver {
	gazetteer: Gazetteer;
	/** The story's language. */
	lang: string;
	/** What else the story names; settles names that several places share. */
	context?: StoryContext;
	report: (problem: Problem) => void;
}

/** Looks a place up. Reports names that nobody has, with those that come near, and names that several places have. */
export function resolvePlace(
	ref: PlaceRef,
	{ gazetteer, lang, context, report }: Resolver,
	prefer: FindOptions['prefer'] = 'point',
): Target | undefined {
	if ('point' in ref) return { id: `point:${ref.label}`, label: ref.label, at: ref.point, written: ref.at };
	const found = gazetteer.find(ref.name, { lang: ref.lang, prefer, context: context?.(ref.name) });
	switch (found.kind) {
		case 'ambiguous':
			report(problems.placeAmbiguous(ref.at, ref.name, found.candidates, ref.bracketed));
			return undefined;
		case 'unknown':
			report(problems.placeUnknown(ref.at, ref.name, found.nearMisses, ref));
			return undefined;
		case 'place': {
			const { place, metonym } = found;
			if (metonym) report(problems.placeMetonym(ref.at, ref.name, nameOf(place, 'en'), metonym.place.id));
			return {
				id: place.id,
				label: labelOf(place, metonym ? { name: nameOf(place, lang) } : ref, lang),
				at: gazetteer.label(place.id) ?? place.at,
				place,
			};
		}
	}
}

/**
 * The place's name in the story's language. The gazetteer has names in few languages: for all others the author's own
 * spelling is the best there is, and for countries what CLDR calls them; English comes last.
 */
function labelOf(place: Place, ref: { name: string; lang?: string }, lang: string): string {
	if (place.names[lang]) return place.names[lang];
	const isOwnSpelling = ref.lang === lang && place.id !== ref.name;
	if (isOwnSpelling) return ref.name.split(',')[0]!.trim();
	return countryName(place, lang) ?? nameOf(place, lang);
}
