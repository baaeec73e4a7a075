import { describe, expect, test } from 'vitest';
import { readExpected, readMarks } from './marks';
import { figuresOf, isRight, scoreText, type Mention } from './score';
import { scoreAmbiguous, scoreNames, scoreNoPlaces } from './score-sets';

const HARBIN = {
	id: 'geonames:2037013',
	kind: 'city',
	form: 'name',
	country: 'CN',
	lat: 45.75,
	lon: 126.65,
} as const;
const positionOf = (id: string) => (id === 'CN-HL' ? { lon: 128, lat: 48 } : undefined);

/** Mentions of the given stretches of the text, all said to be Harbin. */
function say(text: string, ...stretches: (string | [string, Partial<Mention>])[]): Mention[] {
	return stretches.map((stretch) => {
		const [words, more] = typeof stretch === 'string' ? [stretch, {}] : stretch;
		const start = text.indexOf(words);
		return { ...HARBIN, start, end: start + words.length, ...more };
	});
}

const SOURCE =
	'[[Harbin|45.8,126.6]] and [[Chinas|CN]] [[Russian|adj RU]] [[Kremlin|metonym 55.75,37.62]] [[Brooklyn|ignore]] Jordan.';
const { text, marks } = readMarks(SOURCE);
const score = (...stretches: Parameters<typeof say>[1][]) =>
	scoreText(text, marks, say(text, ...stretches), positionOf);

describe('marks', () => {
	test('are taken out of the text, and say where they stood', () => {
		expect(text).toBe('Harbin and Chinas Russian Kremlin Brooklyn Jordan.');
		expect(marks.map((mark) => text.slice(mark.start, mark.end))).toEqual(marks.map((mark) => mark.text));
		expect(marks.map(({ form }) => form)).toEqual(['name', 'name', 'adjective', 'metonym', 'ignore']);
	});

	test('that cannot be read are an error', () => {
		expect(() => readMarks('[[Harbin]]')).toThrow('cannot be read');
		expect(() => readMarks('[[Harbin|somewhere]]')).toThrow('"somewhere"');
	});
});

describe('names', () => {
	test('count as found where the span is exact, and as touched where it is not', () => {
		const tally = score('Harbin', ['Chinas Russian', { id: 'CN' }]);
		expect(tally).toMatchObject({ names: 2, said: 2, exact: 1, touched: 2, resolved: 1, missed: ['Chinas'] });
		expect(tally.invented).toEqual(['Chinas Russian']);
	});

	test('that are none lower precision alone', () => {
		const figures = figuresOf([score('Harbin', ['Chinas', { id: 'CN' }], 'Jordan')]);
		expect(figures.precision).toBeCloseTo(2 / 3);
		expect(figures.recall).toBe(1);
	});

	test('are neither hit nor miss where an adjective, a metonym or something arguable stands', () => {
		const tally = score('Russian', 'Kremlin', 'Brooklyn', ['Jordan', { kind: 'organisation' }]);
		expect(tally).toMatchObject({ said: 0, exact: 0, invented: [] });
	});

	test('said to be an adjective are missed', () => {
		expect(score(['Harbin', { form: 'adjective' }])).toMatchObject({ exact: 0, said: 0 });
	});
});

describe('adjectives and metonyms', () => {
	test('are counted apart, and must lead to the right place', () => {
		const russian = { id: 'RU', country: 'RU', kind: 'country', form: 'adjective' } as const;
		const kremlin = { lat: 55.75, lon: 37.62, form: 'metonym', country: 'RU' } as const;
		expect(score(['Russian', russian], ['Kremlin', kremlin])).toMatchObject({
			adjectives: { of: 1, right: 1 },
			metonyms: { of: 1, right: 1 },
		});
		expect(score(['Russian', { ...russian, id: 'UA', country: 'UA' }], 'Kremlin')).toMatchObject({
			adjectives: { of: 1, right: 0 },
			metonyms: { of: 1, right: 0 },
		});
	});
});

describe('a place is right', () => {
	test.each([
		['within 161 km of the point', '46.5,127.2', HARBIN, true],
		['not farther away', '48.5,127.2', HARBIN, false],
		['not in another country', '45.8,126.6,RU', HARBIN, false],
		['as one of several', '1,1|45.8,126.6', HARBIN, true],
		['anywhere in the country, where a country is meant', 'CN', HARBIN, true],
		['not in a country of another code', 'RU', HARBIN, false],
		['near a province, where that is meant', 'CN-HL', { ...HARBIN, lat: 47.5, lon: 127.5 }, true],
		['not where the province is unknown', 'CN-XX', HARBIN, false],
	])('%s', (_, expected, place, right) => {
		expect(isRight(readExpected(expected), place, positionOf)).toBe(right);
	});
});

describe('figures', () => {
	test('are of all texts together', () => {
		const figures = figuresOf([score('Harbin'), score(['Chinas', { id: 'RU', country: 'RU' }])]);
		expect(figures).toMatchObject({ precision: 1, recall: 0.5, resolution: 0.5 });
		expect(figures.f).toBeCloseTo(2 / 3);
		expect(figures.medianErrorKm).toBeLessThan(10);
	});

	test('of nothing are nought', () => {
		expect(figuresOf([])).toMatchObject({ precision: 0, recall: 0, f: 0, resolution: 0, medianErrorKm: 0 });
	});
});

describe('the other sets', () => {
	const place = { id: 'geonames:1', kind: 'city', country: 'CN', at: { lon: 126.65, lat: 45.75 } };
	const found = { kind: 'place', place } as never;

	test('count a name that is found as what it is', () => {
		const rows = [
			{ name: 'Harbin', kind: 'city', expected: '45.8,126.6,CN' },
			{ name: 'Harbin', kind: 'river', expected: '45.8,126.6' },
			{ name: 'Nato', kind: 'organisation', expected: 'organisation' },
		];
		expect(scoreNames(rows, 'en', () => found, positionOf)).toEqual({
			of: 3,
			right: 1,
			wrong: ['Harbin (river): geonames:1', 'Nato (organisation): geonames:1'],
		});
	});

	test('count each context of an ambiguous name', () => {
		const contexts = [
			{ text: 'In Harbin, China.', at: '45.8,126.6' },
			{ text: 'In Harbin, Ohio.', at: '40,-82' },
		];
		const recognise = (context: string) => say(context, 'Harbin');
		expect(scoreAmbiguous([{ name: 'Harbin', lang: 'en', contexts }], recognise, positionOf)).toMatchObject({
			of: 2,
			right: 1,
		});
	});

	test('count a sentence with an invented or a missed place once', () => {
		const sentences = [
			{ lang: 'en', text: 'Jordan of Harbin', places: [{ text: 'Harbin', at: '45.8,126.6' }] },
			{ lang: 'en', text: 'Jordan alone' },
			{ lang: 'en', text: 'Nothing of Harbin', places: [{ text: 'Harbin', at: '45.8,126.6' }] },
		];
		const recognise = (sentence: string) =>
			['Jordan', 'Harbin'].filter((word) => sentence.includes(word)).flatMap((word) => say(sentence, word));
		expect(scoreNoPlaces(sentences, recognise, positionOf)).toMatchObject({ of: 3, right: 1 });
	});
});
