import { describe, expect, it } from 'vitest';
import { found, languageOf, names } from './read';

describe('places in Russian news', () => {
	it('are found in all cases', () => {
		const text = 'Президент прибыл в Москву из Китая, был на Украине и в Нижнем Новгороде.';
		expect(found(text).map(({ text, id }) => [text, id])).toEqual([
			['Москву', 'geonames:524901'],
			['Китая', 'CN'],
			['Украине', 'UA'],
			['Нижнем Новгороде', 'geonames:520555'],
		]);
	});

	it('are adjectives and peoples, too', () => {
		expect(found('Китайский лидер встретил россиян.').map(({ form, id }) => [form, id])).toEqual([
			['adjective', 'CN'],
			['adjective', 'RU'],
		]);
	});
});

describe('places in Chinese news', () => {
	it('are the longest names, without spaces', () => {
		expect(names('俄罗斯总统抵达黑龙江省哈尔滨市,随后前往北京。')).toEqual([
			'俄罗斯',
			'黑龙江省',
			'哈尔滨市',
			'北京',
		]);
	});

	it('are countries of one character in compounds only', () => {
		expect(found('中俄两国签署协议。').map(({ id }) => id)).toEqual(['CN', 'RU']);
		expect(names('他在家中吃饭。')).toEqual([]);
	});

	it('are not parts of longer names', () => {
		expect(names('《华盛顿邮报》报道,中国人民银行降息。')).toEqual([]);
	});

	it('are found in traditional characters', () => {
		expect(found('總統訪問臺灣。').map(({ id }) => id)).toEqual(['TW']);
	});
});

describe('the language of a text', () => {
	it.each([
		['en', 'The president said on Monday that he would leave.'],
		['de', 'Wien - In Niederösterreich sind am Sonntag zwei Wanderer abgestürzt.'],
		['ru', 'Президент прибыл в Москву.'],
		['zh', '总统抵达北京。'],
		['fr', 'Le président est arrivé à Paris avec les ministres.'],
	])('is %s by its script and its commonest words', (lang, text) => {
		expect(languageOf(text)).toBe(lang);
	});
});

describe('any text', () => {
	it.each([
		['nothing', ''],
		['a mark of byte order', '\uFEFFBerlin (dpa) - Es regnet.'],
		['NUL and halves of pairs', 'Paris\0 \uD800 in Berlin'],
		['lines that end in two characters', 'In Berlin\r\nregnet es.\r\n'],
		['pictures', '🎉 In Berlin 🇩🇪 wird gefeiert.'],
	])('is read whole, with offsets into it: %s', (_, text) => {
		for (const { start, end, text: written } of found(text)) expect(text.slice(start, end)).toBe(written);
	});
});
