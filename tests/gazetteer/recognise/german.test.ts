import { describe, expect, it } from 'vitest';
import { countryOf, found, names } from './read';

describe('places in German news', () => {
	it('are found in the dateline, and keep their genitive', () => {
		expect(names('Peking/Harbin (dpa) – Chinas Staatschef sprach am Rande in Pekings Altstadt.')).toEqual([
			'Peking',
			'Harbin',
			'Chinas',
			'Pekings',
		]);
	});

	it('are told from nouns by their prepositions and articles', () => {
		expect(names('Das Essen war kalt. In Essen regnet es. Der Regen fällt auf den Hof.')).toEqual(['Essen']);
		expect(names('Im Irak, in der Türkei und in den USA wird gewählt.')).toEqual(['Irak', 'Türkei', 'USA']);
	});

	it('are as good as adjectives before a hyphen, unless the whole is a name', () => {
		const mentions = found('Der Ukraine-Krieg und EU-Russland-Sanktionen sind Thema in Baden-Württemberg.');
		expect(mentions.map(({ text, form }) => [text, form])).toEqual([
			['Ukraine', 'adjective'],
			['Russland', 'adjective'],
			['Baden-Württemberg', 'name'],
		]);
	});

	it('are neither clubs nor courts nor papers', () => {
		expect(
			names('Bayern München besiegte Borussia Dortmund, sagte Trainer Müller der Berliner Zeitung.'),
		).toEqual([]);
		expect(names('Das Landgericht München verurteilte einen Arzt aus Rosenheim.')).toEqual(['Rosenheim']);
	});

	it('are not persons', () => {
		expect(names('Landrat Thomas Berlin und Jürgen von Hagen kamen nach Bonn.')).toEqual(['Bonn']);
	});

	it('share the preposition of their row', () => {
		expect(names('Regen fiel in Hof und Weiden, dann in Köln.')).toEqual(['Hof', 'Weiden', 'Köln']);
	});

	it('are adjectives, of countries and of towns', () => {
		expect(
			found('Der chinesische Gast traf Pekinger Händler.').map(({ form, country }) => [form, country]),
		).toEqual([
			['adjective', 'CN'],
			['adjective', 'CN'],
		]);
	});

	it('are where the adjective before them or in the sentence says', () => {
		const text = 'Im schottischen Perth, nördlich von Edinburgh, trat der Tay über die Ufer.';
		expect(countryOf('Perth', text)).toBe('GB');
		expect(countryOf('Tripolis', 'Im libanesischen Tripolis sank ein Boot.')).toBe('LB');
	});

	it('are districts, towns with brackets, and no money', () => {
		expect(
			names('Halle (Saale). Im Landkreis Mainz-Bingen zahlte er 30 Franken und 5 Schweizer Franken.'),
		).toEqual(['Halle (Saale)', 'Mainz-Bingen']);
		expect(names('Die Europäische Union und Lohne, Lk. Vechta, im pfälzischen Leimersheim.')).toEqual([
			'Lohne',
			'Vechta',
			'Leimersheim',
		]);
	});

	it('are told from their namesakes', () => {
		expect(
			countryOf('Valencia', 'Venezuela: In Valencia gab es keinen Strom, auch Caracas war dunkel.'),
		).toBe('VE');
		expect(countryOf('Valencia', 'Spaniens Regierung hilft Valencia nach der Flut.')).toBe('ES');
	});
});

describe('people of towns in German', () => {
	const people = (text: string) =>
		found(text, 'de')
			.filter(({ form }) => form === 'adjective')
			.map(({ text, name }) => `${text}: ${name}`);

	it('belong to the largest town of the name', () => {
		expect(people('Die Frankfurter Börse und der Freiburger Gemeinderat tagten.')).toEqual([
			'Frankfurter: Frankfurt am Main',
			'Freiburger: Freiburg im Breisgau',
		]);
	});

	it('stand before a noun or after an article', () => {
		expect(people('Der Berliner und der Hamburger Senat stritten. Den Kölnern war es gleich.')).toEqual([
			'Berliner: Berlin',
			'Hamburger: Hamburg',
			'Kölnern: Köln',
		]);
	});

	it('are no nouns that end alike', () => {
		const text = 'Der Konzern mauert: Mauern, Lagern, ein Hammer, Eimer. Ein Hamburger, bitte!';
		expect(people(text)).toEqual([]);
	});

	it('are not the poles, the company or the relief service', () => {
		expect(people('Die beiden Pole der Erde. Bayer baut Stellen ab. Die Malteser halfen.')).toEqual([]);
		expect(people('Ein Pole und ein Bayer gewannen.')).toEqual(['Pole: Polen', 'Bayer: Bayern']);
	});
});
