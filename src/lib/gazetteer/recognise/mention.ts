import { distanceKm } from '#lib/geo/index.ts';
import type { Gazetteer } from '../create-gazetteer';
import type { Match } from '../name-table';
import { type Place, type PlaceKind, nameOf } from '../place';
import type { Considered } from './considered';
import type { Demonyms } from './demonyms';
import { meansPeople } from './means-people';
import type { Span, Form } from './spans';
import type { Surroundings } from './surroundings';
import type { Token } from './tokens';
import { WEIGHTS, chanceOf } from './weights';

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

/** A sense that comes so near to the best is one that a reader may think of, too. */
const AMBIGUOUS = 0.6;

/** What nothing speaks against is right so often, on the annotated texts that are open to us. */
const SUREST = 0.95;

/** A district after its town's name is a part of one name: Berlin-Neukölln. */
export function joinDistricts(mentions: Mention[], text: string, offset: number): void {
	for (let index = mentions.length - 1; index > 0; index--) {
		const [town, district] = [mentions[index - 1]!, mentions[index]!];
		if (district.start !== town.end + 1 || text[town.end - offset] !== '-') continue;
		if (town.kind !== 'city' || !/^(?:city|poi)$/.test(district.kind)) continue;
		if (distanceKm(town, district) < DISTRICT_KM)
			mentions.splice(index - 1, 2, { ...district, start: town.start });
	}
}

/** How far a district lies from its town's centre. */
const DISTRICT_KM = 30;

export function mentionOf(
	{ span, senses, score, signs }: Considered,
	lang: string,
	gazetteer: Gazetteer,
): Mention {
	const [best, ...others] = senses;
	const named = best!.match.place;
	const meant = named.standsFor ? gazetteer.byId(named.standsFor) : undefined;
	const near = others.filter((other) => best!.score - other.score < AMBIGUOUS && !isSame(named, other.match));
	const share = near.length
		? 1 / (1 + near.reduce((total, other) => total + Math.exp(other.score - best!.score), 0))
		: 1;
	return {
		...position(span, meant ?? named, lang),
		form: meant
			? 'metonym'
			: signs.includes('prefixed') && named.kind !== 'district'
				? 'adjective'
				: span.form,
		confidence: rounded(SUREST * chanceOf(score) * share),
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

export function adjectivesIn(
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
		if (!place || covered(token.start) || !meansPeople(tokens, index, place, lang)) continue;
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
