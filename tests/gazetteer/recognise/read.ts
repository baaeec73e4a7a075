import { readFileSync } from 'node:fs';
import { createGazetteer } from '#lib/gazetteer/index.ts';
import { readLexicon, recognise, type LexiconFile, type Mention } from '#lib/gazetteer/recognise/index.ts';

const read = (name: string) => readFileSync(`geodata/built/${name}`, 'utf8');

const options = {
	gazetteer: createGazetteer({
		placesTsv: read('places.tsv'),
		namesTsv: read('names.tsv'),
		regions: JSON.parse(read('regions.json')),
	}),
	lexicon: readLexicon(JSON.parse(read('lexicon.json')) as LexiconFile),
};

/** What is found in a text with the gazetteer as it is built. */
export function found(text: string, lang?: string): Mention[] {
	return recognise(text, { ...options, lang }).places;
}

/** The names of places as they are written, without adjectives. */
export function names(text: string, lang?: string): string[] {
	return found(text, lang)
		.filter(({ form }) => form === 'name')
		.map(({ text }) => text);
}

/** The country of the first place of this name. */
export function countryOf(name: string, text: string): string | undefined {
	return found(text).find((mention) => mention.text === name)?.country;
}

export const languageOf = (text: string) => recognise(text, options).lang;
