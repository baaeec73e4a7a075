import { describe, expect, it } from 'vitest';
import { found, names } from './read';

const people = (text: string, lang: string) =>
	found(text, lang)
		.filter(({ form }) => form === 'adjective')
		.map(({ text }) => text);

describe('people and adjectives', () => {
	it('of Russian have endings of nouns and adjectives', () => {
		expect(people('Он купил чехол и играл в чехарду.', 'ru')).toEqual([]);
		expect(people('чехи, чехов, чешский, грекам, шведка, россиянка, поляков', 'ru')).toEqual([
			'чехи',
			'чехов',
			'чешский',
			'грекам',
			'шведка',
			'россиянка',
			'поляков',
		]);
	});

	it('of English are not what one eats, polishes or starts from', () => {
		const text = 'Polish your shoes. Pole position. A Great Dane. Swede soup. Kiwi fruit.';
		expect(people(text, 'en')).toEqual([]);
		expect(people('Polish farmers protested. A Pole and two Danes won.', 'en')).toEqual([
			'Polish',
			'Pole',
			'Danes',
		]);
	});

	it('are not joined by the bird on the table', () => {
		expect(names('Turkey was roasted for hours. A Turkey escaped.', 'en')).toEqual([]);
		expect(names('Turkey said that it would veto. A Turkey analyst left Turkey.', 'en')).toEqual([
			'Turkey',
			'Turkey',
			'Turkey',
		]);
	});
});
