import { describe, expect, test } from 'vitest';
import { compile, storyWith } from '../fixture-world';

const viewOf = (map: string) => {
	const { story, problems } = compile({ de: storyWith(map) });
	expect(problems).toEqual([]);
	return story!.steps[0]!.view;
};
const key = (map: string) =>
	viewOf(map).key.map(({ symbol, meaning, text }) => `${symbol} ${meaning} ${text}`);
const meanings = (map: string) => viewOf(map).highlights.map(({ meaning }) => meaning);

describe('the meaning of a highlight', () => {
	test('is one for regions in the same style', () => {
		expect(meanings('highlight: [Ukraine, China, Georgien]\n')).toEqual([1, 1, 1]);
	});

	test('is a second one for another style or another label', () => {
		expect(meanings('highlight: {Ukraine: fill, China: outline}\n')).toEqual([1, 2]);
		expect(
			meanings('highlight: {Ukraine: {style: hatch, label: a}, China: {style: hatch, label: b}}\n'),
		).toEqual([1, 2]);
	});

	test('is the first for a mere mention', () => {
		expect(meanings('highlight: {China: mention, Ukraine: outline, Georgien: mention}\n')).toEqual([1, 1, 1]);
	});
});

describe('the key', () => {
	test('is empty for one meaning without a label', () => {
		expect(key('highlight: {Ukraine: fill, China: fill}\n')).toEqual([]);
		expect(key('border: [Heilongjiang, Russland]\n')).toEqual([]);
		expect(key('route: [Peking, Harbin]\nhighlight: {Heilongjiang: mention}\n')).toEqual([]);
	});

	test('names the regions of each meaning', () => {
		expect(key('highlight: {Ukraine: fill, Georgien: fill, China: outline}\n')).toEqual([
			'fill 1 Ukraine, Georgien',
			'outline 2 China',
		]);
	});

	test('says a label that was written, even if it is the only one', () => {
		expect(key('highlight: {Ukraine: {label: Angegriffen}}\n')).toEqual(['fill 1 Angegriffen']);
		expect(key('route: {stops: [Peking, Harbin], label: Luftlinie}\n')).toEqual(['route 1 Luftlinie']);
	});

	test('has a border beside a highlight, or with a label', () => {
		expect(key('highlight: Heilongjiang\nborder: [Heilongjiang, Russland]\n')).toEqual([
			'fill 1 Heilongjiang',
			'border 1 Grenze zwischen Heilongjiang und Russland',
		]);
		expect(key('border: {between: [Heilongjiang, Russland], label: ihre Grenze}\n')).toEqual([
			'border 1 ihre Grenze',
		]);
	});

	test('says the same thing once', () => {
		const flight = (stops: string) => `{stops: [${stops}], label: Flug}`;
		expect(key(`route: [${flight('Peking, Harbin')}, ${flight('Harbin, München')}]\n`)).toEqual([
			'route 1 Flug',
		]);
	});

	test('leaves out open sea, which is only labelled', () => {
		expect(key('highlight: {Ukraine: fill, Südpazifik: outline}\n')).toEqual([]);
	});
});
