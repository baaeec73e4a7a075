import type { Place } from '../place';
import type { Considered } from './considered';
import { signsOf } from './evidence';
import { adjectiveEntries, entryOf, nearby, qualifiersOf, rowOf } from './neighbours';
import { type Context, liesIn, sensesOf } from './resolve';
import type { Surroundings } from './surroundings';
import { type Sign, isExcluding, isLocating, sum } from './weights';

/** How often the places found are looked at again in the light of the others. */
const ROUNDS = 3;

/** Looks at each place again in the light of the others; always as often, so that a text gives what it gave before. */
export function settle(considered: Considered[], around: Surroundings): void {
	const adjectives = adjectiveEntries(around);
	for (let round = 0; round < ROUNDS; round++) {
		const found = considered.filter(({ score }) => score > 0);
		const named = new Set(found.map(({ senses }) => senses[0]!.match.place.id));
		const located = new Set(
			found
				.filter(({ signs }) => signs.some(isLocating) || signs.includes('direction'))
				.map(({ span }) => span.key),
		);
		const entries = [...found.map(entryOf), ...adjectives].sort((a, b) => a.start - b.start);
		let next = 0;
		for (const [index, one] of considered.entries()) {
			while (next < entries.length && entries[next]!.start < one.span.start) next++;
			reconsider(
				one,
				{
					within: qualifiersOf(considered, index, around),
					row: rowOf(considered, index, around),
					context: nearby(entries, next, one),
					named,
					located,
				},
				around,
			);
		}
	}
	oneSense(considered);
}

interface Light {
	/** Areas that stand behind the name, the land whose adjective stands before it, and whether it is such an area itself. */
	within: { areas: Place[]; land: Place | undefined; qualifies: boolean };
	row: { isListed: boolean; inherits: boolean };
	context: Context;
	/** Ids of all places found. */
	named: ReadonlySet<string>;
	/** Names that stand somewhere as only places do. */
	located: ReadonlySet<string>;
}

function reconsider(
	one: Considered,
	{ within, row, context, named, located }: Light,
	around: Surroundings,
): void {
	const { span } = one;
	const before = one.senses[0]!.match.place;
	if (span.matches.length > 1)
		one.senses = sensesOf(
			span.matches,
			around.lang,
			{ ...one.hint, within: within.land ? [...within.areas, within.land] : within.areas },
			context,
		);
	const { place } = one.senses[0]!.match;
	if (place !== before && !('signs' in span)) one.base = signsOf(span, place, around);
	let signs = [...one.base];
	const isQualified = within.areas.some((area) => liesIn(place, area));
	if (isQualified) signs.push('qualifier');
	if (within.qualifies) signs.push('isQualifier');
	const excluding = signs.filter(isExcluding);
	const isLocated = signs.some(isLocating);
	if (excluding.length === 0 || (excluding.length === 1 && excluding[0] === 'teamInSport')) {
		if (row.inherits && !isLocated) signs = [...signs.filter((sign) => !DISPELLED.has(sign)), 'inherited'];
		else if (row.isListed) signs.push('listed');
	}
	if (excluding.length === 0 && !isLocated && located.has(span.key)) signs.push('sameName');
	if (
		place.kind === 'city' &&
		place.population < LARGE &&
		(named.has(place.country ?? '') || named.has(place.parent ?? ''))
	)
		signs.push('inNamedCountry');
	one.signs = isQualified || within.qualifies ? signs.filter((sign) => !RESCUED.has(sign)) : signs;
	one.score = sum(one.signs);
}

/** Larger towns need no country beside them. */
const LARGE = 300_000;

/** What a qualifier outweighs. */
const RESCUED = new Set<Sign>([
	'unknownCapitalBefore',
	'isFirstName',
	'locativeOnly',
	'rarelyLocative',
	'never',
	'surname',
	'seenInLowerCase',
	'knownPerson',
]);

/** Doubts that the preposition of a row dispels. */
const DISPELLED = new Set<Sign>(['teamInSport', 'locativeOnly', 'rarelyLocative', 'surname']);

/** A name means one place throughout a stretch of text, unless a qualifier says otherwise. */
function oneSense(considered: Considered[]): void {
	const byKey = new Map<string, Considered[]>();
	for (const one of considered)
		if (one.score > 0) byKey.set(one.span.key, [...(byKey.get(one.span.key) ?? []), one]);
	for (const same of byKey.values()) {
		if (same.length < 2) continue;
		const best = same.reduce((a, b) => (margin(b) > margin(a) ? b : a));
		const { place } = best.senses[0]!.match;
		for (const one of same) {
			if (one === best || one.signs.includes('qualifier') || margin(one) > DECIDED) continue;
			const sense = one.senses.find(({ match }) => match.place === place);
			if (sense && margin(one) < margin(best))
				one.senses = [
					{ ...sense, score: Math.max(sense.score, one.senses[0]!.score + margin(best)) },
					...one.senses.filter((other) => other !== sense),
				];
		}
	}
}

/** A sense that leads by so much is meant, whatever the name means elsewhere. */
const DECIDED = 1.2;

function margin({ senses: [best, second] }: Considered): number {
	return second ? best!.score - second.score : 10;
}
