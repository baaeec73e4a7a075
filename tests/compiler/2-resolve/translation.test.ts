import { describe, expect, test } from 'vitest';
import { compile } from '../fixture-world';

const de = `---
title: Titel
author: Ada
updated: 2024-05-18
---

## Peking

\`\`\`map
short: Kurz
describe: In Worten
focus: Peking
zoom: 4
when: 2024-05-16
dateline: Peking
\`\`\`

Text.
`;
const english = (map = '') => `---\ntitle: Title\ntranslates: de\n---\n\n## Beijing\n${map}\nText.\n`;

describe('a translation', () => {
	test('inherits the map, and says it in its own language', () => {
		const [step] = compile({ de, en: english() }, 'en').story!.steps;
		expect(step?.view.zoom).toBe(4);
		expect(step?.view.marks[0]?.label).toBe('Beijing');
		expect(step?.dateline).toMatchObject({ place: 'Beijing', text: '16 May 2024' });
	});

	test('inherits no words', () => {
		const [step] = compile({ de, en: english() }, 'en').story!.steps;
		expect(step).toMatchObject({ short: 'Beijing' });
		expect(step!.describe).not.toContain('In Worten');
	});

	test('overrides key by key', () => {
		const [step] = compile({ de, en: english('\n```map\nfocus: Harbin\n```\n') }, 'en').story!.steps;
		expect(step?.view.marks[0]?.label).toBe('Harbin');
		expect(step?.view.zoom).toBe(4);
		expect(step?.dateline?.place).toBe('Beijing');
	});

	test('inherits the front matter, all but its words', () => {
		const { story } = compile({ de, en: english() }, 'en');
		expect(story).toMatchObject({
			title: 'Title',
			description: '',
			author: 'Ada',
			updated: '2024-05-18',
			languages: ['de', 'en'],
		});
	});

	test('has the problems of its original, too', () => {
		const broken = de.replace('focus: Peking', 'focus: Habrin');
		const { problems } = compile({ de: broken, en: english() }, 'en');
		expect(problems.map(({ file, code }) => `${file} ${code}`)).toEqual([
			'src/stories/x/de.md place-unknown',
		]);
	});

	test.each([
		['en', 'translates-chain', 'This file is "en" itself.'],
		['fr', 'translates-unknown', 'There is no file "fr.md" beside this one.'],
	])('of %s, which is itself or not there, is an error', (lang, code, message) => {
		const { problems } = compile(
			{ de, en: english().replace('translates: de', `translates: ${lang}`) },
			'en',
		);
		expect(problems).toMatchObject([{ code, message }]);
	});

	test('of a translation is an error, and two originals are a warning', () => {
		const ru = english().replace('translates: de', 'translates: en');
		expect(compile({ de, en: english(), ru }, 'ru').problems.map(({ code }) => code)).toEqual([
			'translates-chain',
		]);
		const { problems } = compile({ de, en: de }, 'en');
		expect(problems.map(({ code, severity }) => `${severity} ${code}`)).toEqual([
			'warning translates-missing',
		]);
	});

	test('of each other, or of what translates each other, is told who may be the original', () => {
		const [a, b, c] = ['en', 'de', 'de'].map((lang) =>
			english().replace('translates: de', `translates: ${lang}`),
		);
		const hints = (lang: string) =>
			compile({ de: a!, en: b!, ru: c! }, lang).problems.map(({ hint }) => hint);
		expect(hints('de')).toEqual([
			'One of the two must be the original: take "translates" out of de.md or out of en.md.',
		]);
		expect(hints('ru')).toEqual(['Write the language of the original.']);
	});

	test('with too many steps is told which one has no partner', () => {
		const { problems } = compile({ de, en: `${english()}\n## Harbin\n` }, 'en');
		expect(problems[0]).toMatchObject({ code: 'translation-steps', line: 10 });
		expect(problems[0]?.message).toContain('"Harbin" in en.md has no partner');
	});
});
