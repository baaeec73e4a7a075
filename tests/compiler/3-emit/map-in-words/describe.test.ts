import { describe, expect, test } from 'vitest';
import { compile } from '../../fixture-world';

const german = `---
title: Titel
---

## Peking

\`\`\`map
focus: Peking
describe: Was ich selbst sage
\`\`\`

Text.

## Weiter

Text.
`;
const english = (block = '') => `---
title: Title
translates: de
---

## Beijing

${block}

Text.

## On

Text.
`;
const described = (texts: Record<string, string>, lang: string) =>
	compile(texts, lang).story!.steps.map((step) => step.describe);

describe('the map in words', () => {
	test('is what the author writes, and made from the map everywhere else', () => {
		expect(described({ de: german }, 'de')).toEqual([
			'Was ich selbst sage',
			'Die Karte bleibt: Zu sehen ist weiter Peking.',
		]);
		expect(compile({ de: german }).story!.cover.describe).toMatch(/^Die ganze Erdkugel mit /);
	});

	test('of the original does not stand in a translation', () => {
		const [step] = described({ de: german, en: english() }, 'en');
		expect(step).toMatch(/^Marked on the map is Beijing, the capital of China\./);
	});

	test('may be written anew in the translation', () => {
		const block = '```map\ndescribe: What I say myself\n```';
		expect(described({ de: german, en: english(block) }, 'en')[0]).toBe('What I say myself');
	});

	test('is there in any language, even of a story full of mistakes', () => {
		for (const lang of ['de', 'en', 'fr', 'zh', 'ar']) {
			const text = '---\ntitle: T\n---\n\n## A\n\n```map\nfocus: Nowhere at all\n```\n\n## B\n\nText.\n';
			const { story } = compile({ [lang]: text });
			for (const step of [story!.cover, ...story!.steps]) expect(typeof step.describe).toBe('string');
		}
	});
});
