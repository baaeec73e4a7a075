import { describe, expect, test } from 'vitest';
import { dirOf, isLanguage, isLanguageTag } from '#lib/story/index.ts';
import { match } from '../../src/params/lang';

describe('a language', () => {
	test.each(['de', 'en', 'zh', 'pt-br', 'zh-hant-tw', 'sr-latn', 'es-419', 'gsw'])('is %s', (tag) => {
		expect(isLanguage(tag)).toBe(true);
		expect(match(tag)).toBe(true);
	});

	test.each(['', 'faq', 'api-v2', 'de-1', 'german', 'notes', 'DE', 'pt-BR', 'iw', 'de_DE', 'x-y', 'de/..'])(
		'is not "%s"',
		(tag) => {
			expect(isLanguage(tag)).toBe(false);
		},
	);

	test('without a name may stand in an address, but is no language of a story', () => {
		expect([isLanguageTag('faq'), isLanguage('faq')]).toEqual([true, false]);
		expect(['de-1', 'DE', 'iw', 'german', 'world'].filter(match)).toEqual([]);
	});

	test.each([
		['ar', 'rtl'],
		['he', 'rtl'],
		['ur', 'rtl'],
		['ckb', 'rtl'],
		['dv', 'rtl'],
		['az-arab', 'rtl'],
		['az', 'ltr'],
		['de', 'ltr'],
		['zh-hant-tw', 'ltr'],
		['de-1', 'ltr'],
	])('%s is written %s', (tag, dir) => {
		expect(dirOf(tag)).toBe(dir);
	});
});
