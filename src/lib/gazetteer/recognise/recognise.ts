import type { Gazetteer } from '../create-gazetteer';
import { consider, considerHan } from './considered';
import { type Demonyms, openDemonyms } from './demonyms';
import { detectLanguage } from './detect-language';
import { findHanSpans } from './han';
import type { Lexicon } from './lexicon';
import { type Mention, adjectivesIn, joinDistricts, mentionOf } from './mention';
import { settle } from './settle';
import { findSpans } from './spans';
import { stretchesOf } from './stretches';
import { surroundingsOf } from './surroundings';
import { tokenise } from './tokens';

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
