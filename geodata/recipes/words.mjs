import { writeFileSync } from 'node:fs';
import { here, readYaml } from './lib/paths.mjs';

const words = (text) => text.split(/\s+/).filter(Boolean);

const distinct = (text) => [...new Set(words(text))].join(' ');

/** Of each language one list of words. */
const listed = (byLanguage) =>
	Object.fromEntries(Object.entries(byLanguage).map(([language, text]) => [language, distinct(text)]));

const all = (file) =>
	Object.fromEntries(Object.entries(readYaml(file)).map(([list, value]) => [list, listed(value)]));

const firstNames = readYaml('words/first-names.yaml');
const functions = all('words/function.yaml');
const lexicon = {
	demonyms: readYaml('words/demonyms.yaml'),
	firstNames: distinct(firstNames.names),
	placeFirstNames: distinct(firstNames['also-places']),
	titles: all('words/titles.yaml'),
	organisations: all('words/organisations.yaml'),
	collisions: all('words/collisions.yaml'),
	functionWords: functions.words,
	languages: functions.languages,
	locators: all('words/locators.yaml'),
};
writeFileSync(here('built/lexicon.json'), `${JSON.stringify(lexicon)}\n`);
