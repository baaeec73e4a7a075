import type { Gazetteer } from '../create-gazetteer';
import type { Match } from '../name-table';
import { nameOf, type Place, type PlaceKind } from '../place';
import { openDemonyms, type Demonyms } from './demonyms';
import { detectLanguage } from './detect-language';
import { isExcluding, isLocating, signsOf, sum, type Surroundings } from './evidence';
import { findHanSpans, type HanSpan } from './han';
import type { Lexicon } from './lexicon';
import { readLines } from './lines';
import { personsOf, sportIn } from './persons';
import { kmBetween, liesIn, sensesOf, type Context, type Hint, type Sense } from './resolve';
import { findSpans, type Form, type Span } from './spans';
import { stretchesOf } from './stretches';
import { foldWord, tokenise, type Token } from './tokens';
import { chanceOf, WEIGHTS, type Sign } from './weights';

/** A place that a text names. Offsets are UTF-16 code units of the text. */
export interface Mention {
	start: number;
	end: number;
	/** As it is written. The German genitive's s belongs to it, the English one's does not. */
	text: string;
	id: string;
	/** In the language of the text. */
	name: string;
	kind: PlaceKind;
	form: Form;
	/** ISO 3166-1 code. */
	country?: string;
	lat: number;
	lon: number;
	/** How likely it is that these words name a place, and this one: 0 to 1. */
	confidence: number;
	/** The places that may be meant, the likeliest first, where the text does not decide. */
	candidates?: { id: string; name: string }[];
}

export interface Recognised {
	/** As detected, or as told. */
	lang: string;
	/** In the order of the text, none inside another. */
	places: Mention[];
}

export interface RecogniseOptions {
	gazetteer: Gazetteer;
	lexicon: Lexicon;
	/** The language of the text, detected where it is not told. */
	lang?: string;
}

interface Considered {
	span: Span;
	hint: Hint;
	senses: Sense[];
	/** Signs of the words themselves and their neighbours. */
	base: Sign[];
	/** The same with what the rest of the text adds. */
	signs: Sign[];
	score: number;
}

/** A sense that comes so near to the best is one that a reader may think of, too. */
const AMBIGUOUS = 0.6;

/** How often the places found are looked at again in the light of the others. */
const ROUNDS = 3;

const demonymsOf = new WeakMap<Gazetteer, Demonyms>();

/** Finds the places that a text names, and says which ones they are. Never throws, whatever the text. */
export function recognise(text: string, { gazetteer, lexicon, lang: told }: RecogniseOptions): Recognised {
	const lang = told ?? detectLanguage(text, lexicon);
	let demonyms = demonymsOf.get(gazetteer);
	if (!demonyms) demonymsOf.set(gazetteer, (demonyms = openDemonyms(gazetteer, lexicon)));
	const places: Mention[] = [];
	for (const { start, end } of stretchesOf(text))
		for (const mention of inStretch(text.slice(start, end), start, { gazetteer, lexicon, lang }, demonyms))
			places.push({ ...mention, text: text.slice(mention.start, mention.end) });
	return { lang, places };
}

function inStretch(
	text: string,
	offset: number,
	{ gazetteer, lexicon, lang }: Required<RecogniseOptions>,
	demonyms: Demonyms,
): Mention[] {
	const tokens = tokenise(text, offset);
	const spans = findSpans(tokens, gazetteer.names, lang, lexicon.words(lang));
	const around = surroundingsOf(tokens, spans, lang, lexicon, demonyms);
	const considered = [
		...spans.map((span) => consider(span, around)),
		...tokens
			.flatMap((token, index) => (token.isHan ? findHanSpans(tokens, index, gazetteer) : []))
			.map((span) => considerHan(span, lang)),
	].sort((a, b) => a.span.start - b.span.start);
	settle(considered, around);
	const mentions = considered.filter(({ score }) => score > 0).map((one) => mentionOf(one, lang, gazetteer));
	joinDistricts(mentions, text, offset);
	const taken = new Set(mentions.map(({ start }) => start));
	const adjectives = adjectivesIn(tokens, around, demonyms, mentions).filter(
		({ start }) => !taken.has(start),
	);
	return [...mentions, ...adjectives].sort((a, b) => a.start - b.start);
}

/** A district after its town's name is a part of one name: Berlin-Neukölln. */
function joinDistricts(mentions: Mention[], text: string, offset: number): void {
	for (let index = mentions.length - 1; index > 0; index--) {
		const [town, district] = [mentions[index - 1]!, mentions[index]!];
		if (district.start !== town.end + 1 || text[town.end - offset] !== '-') continue;
		if (town.kind !== 'city' || !/^(?:city|poi)$/.test(district.kind)) continue;
		if (kmBetween(pointOf(town), pointOf(district)) < DISTRICT_KM) mentions.splice(index - 1, 2, { ...district, start: town.start });
	}
}

/** How far a district lies from its town's centre. */
const DISTRICT_KM = 30;

const pointOf = ({ lon, lat }: Mention) => ({ at: { lon, lat } });

function surroundingsOf(
	tokens: Token[],
	spans: Span[],
	lang: string,
	lexicon: Lexicon,
	demonyms: Demonyms,
): Surroundings {
	const words = lexicon.words(lang);
	const lowerCase = new Set<string>();
	for (const token of tokens)
		if (token.isWord && token.casing === 'lower') lowerCase.add(foldWord(token.text));
	return {
		tokens,
		lang,
		words,
		lexicon,
		lines: readLines(tokens, lang),
		persons: personsOf(tokens, words, lexicon),
		sport: sportIn(tokens, words),
		lowerCase,
		isDemonym: (word) => demonyms(word, lang) !== undefined,
		startingAt: new Map(spans.map((span) => [span.first, span])),
		endingAt: new Map(spans.map((span) => [span.last, span])),
	};
}

function consider(span: Span, around: Surroundings): Considered {
	const hint = hintOf(span, around);
	const senses = sensesOf(span.matches, around.lang, hint, []);
	const signs = signsOf(span, senses[0]!.match.place, around);
	return { span, hint, senses, base: signs, signs, score: sum(signs) };
}

function considerHan(span: HanSpan, lang: string): Considered {
	const senses = sensesOf(span.matches, lang, {}, []);
	const { kind, population, capital } = senses[0]!.match.place;
	const isKnown = kind !== 'city' || population >= 500_000 || capital !== undefined;
	const signs: Sign[] = ['bias', isKnown ? 'region' : 'smallTown', ...span.signs];
	return { span, hint: {}, senses, base: signs, signs, score: sum(signs) };
}

const KIND_WORDS: [RegExp, Hint['kind']][] = [
	[
		/^(?:state|province|bundesstaat|bundesstaaten|provinz|bundesland|region|oblast|prefecture|kanton|governorate|штате?|провинции|области)$/i,
		'province',
	],
	[
		/^(?:city|town|village|stadt|hauptstadt|ort|gemeinde|dorf|metropole|hafenstadt|capital|городе?)$/i,
		'city',
	],
	[/^(?:island|insel)$/i, 'island'],
	[/^(?:river|fluss)$/i, 'river'],
];

function hintOf(span: Span, { tokens }: Surroundings): Hint {
	const previous = tokens[span.first - 1];
	const word = previous?.text.toLowerCase() === 'of' ? tokens[span.first - 2] : previous;
	const next = tokens[span.last + 1];
	const before = word && KIND_WORDS.find(([words]) => words.test(word.text))?.[1];
	const isState = next?.gap === ' ' && /^(?:state|province|county|oblast)$/i.test(next.text);
	return { kind: isState ? 'province' : before };
}

/** Looks at each place again in the light of the others; always as often, so that a text gives what it gave before. */
function settle(considered: Considered[], around: Surroundings): void {
	for (let round = 0; round < ROUNDS; round++) {
		const found = considered.filter(({ score }) => score > 0);
		const named = new Set(found.map(({ senses }) => senses[0]!.match.place.id));
		const located = new Set(found.filter(({ signs }) => signs.some(isLocating) || signs.includes('direction')).map(({ span }) => span.key));
		const entries = found.map(entryOf);
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
	within: { areas: Place[]; qualifies: boolean };
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
		one.senses = sensesOf(span.matches, around.lang, { ...one.hint, within: within.areas }, context);
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

/** What stands near counts for more than what stands elsewhere in the text. */
const NEAR_BY: [characters: number, factor: number][] = [
	[200, 3],
	[700, 1.5],
];
const ELSEWHERE = 0.5;

/** So many places before and after are looked at. */
const WINDOW = 20;

interface Entry {
	key: string;
	place: Place;
	start: number;
	/** How sure it is that this place is meant, 0 to 1. */
	sure: number;
}

function entryOf({ span, senses: [best, second] }: Considered): Entry {
	const sure = second ? Math.min(1, Math.max(0, 0.3 + (best!.score - second.score) / 3)) : 1;
	return { key: span.key, place: best!.match.place, start: span.start, sure };
}

/** The places found around one, weighed by how near they stand. A name gives no evidence for itself. */
function nearby(entries: readonly Entry[], next: number, { span }: Considered): Context {
	const context: { place: Place; weight: number }[] = [];
	if (span.matches.length < 2) return context;
	for (let index = Math.max(0, next - WINDOW); index < Math.min(entries.length, next + WINDOW); index++) {
		const { key, place, start, sure } = entries[index]!;
		if (key === span.key) continue;
		const distance = Math.abs(start - span.start);
		const factor = NEAR_BY.find(([characters]) => distance < characters)?.[1] ?? ELSEWHERE;
		context.push({ place, weight: sure * factor });
	}
	return context;
}

/** Areas that follow after a comma or in brackets (Paris, Texas; Halle (Saale)), and whether the name itself follows a place in it. */
function qualifiersOf(
	considered: Considered[],
	index: number,
	{ tokens }: Surroundings,
): { areas: Place[]; qualifies: boolean } {
	const { span } = considered[index]!;
	const next = considered[index + 1];
	const previous = considered[index - 1];
	const areas = next && areQualified(span, next.span, tokens) ? areasOf(next) : [];
	const qualifies =
		previous !== undefined &&
		areQualified(previous.span, span, tokens) &&
		areasOf(considered[index]!).some((area) =>
			previous.span.matches.some(({ place }) => liesIn(place, area)),
		);
	return { areas, qualifies };
}

function areasOf({ span }: Considered): Place[] {
	return span.matches
		.map(({ place }) => place)
		.filter(({ kind }) => kind === 'country' || kind === 'province');
}

function areQualified(place: Span, area: Span, tokens: readonly Token[]): boolean {
	if ('signs' in place) return false;
	const between = tokens[place.last + 1]!;
	if (between?.text === ',' && area.first === place.last + 3 && tokens[place.last + 2]!.text === 'in')
		return true;
	if (area.first !== place.last + 2) return false;
	return (
		between.text === ',' ||
		(between.text === '(' && tokens[area.last + 1]?.text === ')') ||
		(between.text === '/' && area.first === place.last + 2)
	);
}

/** Whether it stands in a row with a place that is sure (Berlin, Hamburg und Köln), and whether that has a preposition before it. */
function rowOf(
	considered: Considered[],
	index: number,
	around: Surroundings,
): { isListed: boolean; inherits: boolean } {
	const [before, own, behind] = [considered[index - 1], considered[index]!, considered[index + 1]];
	const first = joint(before, own, around);
	const isListed = first !== '' || joint(own, behind, around) !== '';
	const isSure =
		before !== undefined &&
		before.score > 0.8 &&
		before.signs.some((sign) => sign === 'strongPreposition' || sign === 'inherited');
	return {
		isListed: isListed && [before, behind].some((other) => other !== undefined && other.score > 0.8),
		inherits: isSure && (first === 'and' || (first === ',' && around.sport === 0)),
	};
}

/** What joins two spans of a row. */
function joint(
	first: Considered | undefined,
	second: Considered | undefined,
	{ tokens }: Surroundings,
): '' | ',' | 'and' {
	if (!first || !second || 'signs' in first.span || 'signs' in second.span) return '';
	const between = tokens.slice(first.span.last + 1, second.span.first).map(({ text }) => text);
	if (between.length === 0 || between.length > 2) return '';
	if (!between.every((text) => /^(?:,|and|und|or|oder|&|\/|и|или|sowie|bis|to)$/i.test(text))) return '';
	return between.length === 1 && between[0] === ',' ? ',' : 'and';
}

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

function mentionOf({ span, senses, score, signs }: Considered, lang: string, gazetteer: Gazetteer): Mention {
	const [best, ...others] = senses;
	const named = best!.match.place;
	const meant = named.standsFor ? gazetteer.byId(named.standsFor) : undefined;
	const near = others.filter((other) => best!.score - other.score < AMBIGUOUS && !isSame(named, other.match));
	const share = near.length
		? 1 / (1 + near.reduce((total, other) => total + Math.exp(other.score - best!.score), 0))
		: 1;
	return {
		...position(span, meant ?? named, lang),
		form: meant ? 'metonym' : signs.includes('prefixed') ? 'adjective' : span.form,
		confidence: rounded(chanceOf(score) * share),
		...(near.length && {
			candidates: [best!, ...near].map(({ match: { place } }) => ({
				id: place.id,
				name: nameOf(place, lang),
			})),
		}),
	};
}

/** A city and the province around it that has its name are no two answers. */
function isSame(place: Place, { place: other }: Match): boolean {
	return other.parent === place.id || place.parent === other.id;
}

function position({ start, end, text }: Pick<Span, 'start' | 'end' | 'text'>, place: Place, lang: string) {
	const { id, kind, country, at } = place;
	return { start, end, text, id, name: nameOf(place, lang), kind, country, lat: at.lat, lon: at.lon };
}

function rounded(confidence: number): number {
	return Math.round(confidence * 100) / 100;
}

/** An adjective is what it says, unless it is a part of a name: Berliner Zeitung, Deutsche Bank. */
const ADJECTIVE = 3;

function adjectivesIn(
	tokens: readonly Token[],
	{ lang, words, lexicon }: Surroundings,
	demonyms: Demonyms,
	mentions: readonly Mention[],
): Mention[] {
	if (lang !== 'en' && lang !== 'de' && lang !== 'ru') return [];
	const found: Mention[] = [];
	const covered = (start: number) =>
		mentions.some((mention) => mention.start <= start && start < mention.end);
	for (const [index, token] of tokens.entries()) {
		if (!token.isWord || token.isHan || token.text.length < 3 || (lang === 'en' && token.casing === 'lower'))
			continue;
		const place = demonyms(token.text, lang);
		if (!place || covered(token.start)) continue;
		const next = tokens[index + 1];
		const previous = tokens[index - 1];
		if (next?.isWord && words.tails.has(next.text)) continue;
		if (previous?.isWord && lexicon.firstNames.has(previous.text)) continue;
		found.push({
			...position(token, place, lang),
			form: 'adjective',
			confidence: rounded(chanceOf(ADJECTIVE + WEIGHTS.bias)),
		});
	}
	return found;
}
