import { describe, expect, test } from 'vitest';
import { fold, inflections } from '#lib/gazetteer/index.ts';

describe('an inflected name', () => {
	test.each([
		['de', 'Pekings', 'Peking'],
		['de', 'des Iran', 'Iran'],
		['de', 'der Ukraine', 'Ukraine'],
		['de', 'Vereinigten Staaten', 'Vereinigte Staaten'],
		['de', 'des Schwarzen Meeres', 'Schwarzes Meer'],
		['de', 'dem Roten Meer', 'Rotes Meer'],
		['en', 'China’s', 'China'],
		['en', 'the Netherlands', 'Netherlands'],
		['ru', 'в Москве', 'Москва'],
		['ru', 'Китая', 'Китай'],
		['ru', 'Украину', 'Украина'],
		['ru', 'в Нью-Йорке', 'Нью-Йорк'],
		['ru', 'из России', 'Россия'],
		['ru', 'Казани', 'Казань'],
		['ru', 'Афинах', 'Афины'],
		['ru', 'Нидерландов', 'Нидерланды'],
		['ru', 'Нижнем Новгороде', 'Нижний Новгород'],
		['ru', 'Чёрного моря', 'Чёрное море'],
		['ru', 'Ростове-на-Дону', 'Ростов-на-Дону'],
		['ru', 'Саратовской области', 'Саратовская область'],
		['zh', '北京市', '北京'],
		['zh', '黑龙江省', '黑龙江'],
	])('in %s, %s, may be %s', (lang, written, name) => {
		expect(inflections(fold(written), lang)).toContain(fold(name));
	});

	test.each([
		['de', 'Rom'],
		['en', 'US'],
		['ru', 'Ом'],
		['zh', '市'],
	])('in %s, %s, is too short to be one', (lang, written) => {
		expect(inflections(fold(written), lang)).toEqual([]);
	});

	test('of many words does not become thousands of guesses', () => {
		expect(
			inflections(fold('Демократической Республики Северного Конго Великого Острова'), 'ru').length,
		).toBeLessThan(65);
	});
});
