import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readLexicon, recognise, type LexiconFile } from '#lib/gazetteer/recognise/index.ts';
import { loadWorld } from '#lib/server/world.ts';
import { belowFloors, FLOORS } from './floors';
import { measure, NAME_LANGUAGES, readNames, readNews, readYaml } from './measure';
import { readExpected } from './marks';
import type { AmbiguousName, NoPlaces } from './score-sets';

const { gazetteer } = loadWorld();
const lexicon = readLexicon(JSON.parse(readFileSync('geodata/built/lexicon.json', 'utf8')) as LexiconFile);
const positionOf = (id: string) => gazetteer.byId(id)?.at;

describe('the test sets', () => {
	test.each(NAME_LANGUAGES)(
		'hold at least 300 names in %s, none twice, all with what is expected',
		(lang) => {
			const rows = readNames(lang);
			expect(rows.length).toBeGreaterThanOrEqual(300);
			expect(new Set(rows.map(({ name }) => name)).size).toBe(rows.length);
			for (const { expected } of rows) if (expected !== 'organisation') readExpected(expected);
		},
	);

	test('hold at least 60 ambiguous names, each in contexts that name it', () => {
		const names = readYaml<AmbiguousName[]>('ambiguous.yaml');
		expect(names.length).toBeGreaterThanOrEqual(60);
		for (const { name, contexts } of names)
			for (const { text, at } of contexts) {
				expect(text).toContain(name);
				readExpected(at);
			}
	});

	test('hold at least 80 sentences with what is no place', () => {
		const sentences = readYaml<NoPlaces[]>('not-places.yaml');
		expect(sentences.length).toBeGreaterThanOrEqual(80);
		for (const { text, places = [] } of sentences)
			for (const place of places) expect(text).toContain(place.text);
	});

	test.each(['dev/de', 'dev/en', 'held-out/de', 'held-out/en'])(
		'hold at least 30 annotated texts in %s',
		(folder) => {
			const texts = readNews(folder);
			expect(texts.length).toBeGreaterThanOrEqual(30);
			for (const { marks } of texts) expect(marks.length).toBeGreaterThan(0);
		},
	);
});

describe('floors', () => {
	test('are told of when a figure lies below them', () => {
		const names = { de: { of: 4, right: 3, wrong: [] } };
		expect(belowFloors({ names }, { ...FLOORS, names: { de: 0.75 } })).toEqual([]);
		expect(belowFloors({ names }, { ...FLOORS, names: { de: 0.8 } })).toEqual([
			'names in de: 0.750 is below 0.8',
		]);
	});
});

test('names and places in texts are found as often as the floors say', () => {
	const measured = measure(
		(name, lang) => gazetteer.find(name, { lang }),
		(text, lang) => recognise(text, { gazetteer, lexicon, lang }).places,
		positionOf,
	);
	expect(belowFloors(measured)).toEqual([]);
});
