import { writeFileSync } from 'node:fs';
import { here, readYaml } from './lib/paths.mjs';

/** Of each language one list of words. `-X` marks an entry as looked at and let be: its place is what most texts mean. */
const listed = (byLanguage) =>
	Object.fromEntries(
		Object.entries(byLanguage).map(([language, text]) => [
			language,
			[...new Set(words(text).filter((word) => !word.endsWith('-X')))].join(' '),
		]),
	);

const words = (text) => text.split(/\s+/).filter(Boolean);

const all = (file) =>
	Object.fromEntries(Object.entries(readYaml(file)).map(([list, value]) => [list, listed(value)]));

const firstNames = readYaml('words/first-names.yaml');
const titles = all('words/titles.yaml');
const lexicon = {
	demonyms: readYaml('words/demonyms.yaml'),
	firstNames: [...new Set(words(firstNames.names))].join(' '),
	placeFirstNames: [...new Set(words(firstNames['also-places']))].join(' '),
	titles,
	organisations: all('words/organisations.yaml'),
	collisions: all('words/collisions.yaml'),
	functionWords: all('words/function.yaml').words,
	languages: all('words/function.yaml').languages,
	locators: all('words/locators.yaml'),
};
writeFileSync(here('built/lexicon.json'), `${JSON.stringify(lexicon)}\n`);
