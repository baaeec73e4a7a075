import { describe, expect, it } from 'vitest';
import { countryOf, found, names } from './read';

describe('places in English news', () => {
	it('are found in the dateline and in the text, with exact offsets', () => {
		const text = 'BEIJING, May 16 (Reuters) - Russia’s president left for Harbin, Chinese media said.';
		expect(names(text)).toEqual(['BEIJING', 'Russia', 'Harbin']);
		for (const { start, end, text: written } of found(text)) expect(text.slice(start, end)).toBe(written);
	});

	it('are not persons', () => {
		expect(
			names('Michael Jordan and Paris Hilton met Denzel Washington. Later Jordan left for Jordan.'),
		).toEqual(['Jordan']);
		expect(names('Carlisle, 61, told Mr. England that Brooklyn Beckham had called.')).toEqual([]);
	});

	it('are not parts of longer names', () => {
		expect(names('The Washington Post quoted the Bank of England and the University of Chicago.')).toEqual(
			[],
		);
		expect(names('The Boston Globe said Imperial College London will move to Leeds.')).toEqual(['Leeds']);
	});

	it('are not ordinary words', () => {
		expect(names('Reading is fun. Nice work was done on a mobile phone, and turkey was served.')).toEqual([]);
		expect(names('A man from Reading took a bath in Bath, then flew to Nice.')).toEqual([
			'Reading',
			'Bath',
			'Nice',
		]);
	});

	it('stay places before offices and in compounds', () => {
		expect(names('Texas Governor Greg Abbott met Boston-based lawyers on U.S.-China trade.')).toEqual([
			'Texas',
			'U.S.',
			'China',
		]);
		expect(
			found('Russia-backed fighters met Paris-based lawyers.').map(({ text, form }) => [text, form]),
		).toEqual([
			['Russia', 'adjective'],
			['Paris', 'adjective'],
		]);
	});

	it('are not diseases, nor what the text calls by the name of one', () => {
		expect(
			names(
				'Guinea worm, Lassa fever and Rift Valley fever were rare in Guinea. An outbreak of Marburg followed; the Marburg virus kills.',
			),
		).toEqual(['Guinea']);
	});

	it('are not institutions, but places before offices and people', () => {
		expect(
			names(
				'He heads the New York City (NYC) Health Department, the Auckland District Health Board and the Hong Kong University. Armenia health ministry officials met Gauteng officials.',
			),
		).toEqual(['Armenia', 'Gauteng']);
	});

	it('are not variables or abbreviations', () => {
		expect(names('Set LC_US and DIR on AIX, then boot the OS from the CD-ROM.')).toEqual([]);
		expect(names('They sailed along the Azov Sea.')).toEqual(['Azov Sea']);
	});

	it('are counties, also where several share the word', () => {
		const mentions = found('Cases in Los Angeles County, then in Buncombe and Henderson counties, N.C.');
		expect(mentions.slice(0, 3).map(({ text, id }) => [text, id])).toEqual([
			['Los Angeles County', 'fips:06037'],
			['Buncombe', 'fips:37021'],
			['Henderson', 'fips:37089'],
		]);
	});

	it('are towns in reports of matches only where something is said to be in them', () => {
		const report =
			'Soccer: Leeds beat Everton 2-1 in the league on Saturday. The striker scored two goals. The next match is in Liverpool against Germany.';
		expect(names(report)).toEqual(['Liverpool', 'Germany']);
	});

	it('are told from their namesakes by what stands beside them', () => {
		expect(countryOf('Paris', 'The sheriff of Paris, Texas, resigned.')).toBe('US');
		expect(countryOf('Paris', 'The mayor of Paris resigned.')).toBe('FR');
		expect(countryOf('Georgia', 'Voters in Atlanta and Savannah, Georgia, waited for hours.')).toBe('US');
		expect(
			countryOf('Georgia', 'Protesters in Tbilisi, the capital of Georgia, marched to parliament.'),
		).toBe('GE');
		expect(countryOf('Valencia', 'Power failed in Valencia, Venezuela. Caracas was dark, too.')).toBe('VE');
	});

	it('come with candidates where the text does not tell', () => {
		const [springfield] = found('He was born in Springfield.');
		expect(springfield?.candidates?.length).toBeGreaterThan(1);
		expect(springfield?.confidence).toBeLessThan(0.7);
	});

	it('are adjectives and demonyms as a weaker form', () => {
		const [chinese, parisians] = found('Chinese officials met Parisians.');
		expect(chinese).toMatchObject({ form: 'adjective', id: 'CN' });
		expect(parisians).toMatchObject({ form: 'adjective', country: 'FR' });
	});
});
