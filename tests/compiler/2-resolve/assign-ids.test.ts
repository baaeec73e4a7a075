import { describe, expect, test } from 'vitest';
import { slugify } from '../../../src/lib/compiler/slug';
import { compile, storyWith } from '../fixture-world';

describe('the id of a step', () => {
	test.each([
		['Die Erklärung: Folgen', 'die-erklaerung-folgen'],
		['Straße & Größe!', 'strasse-groesse'],
		['Café “Été”', 'cafe-ete'],
		['北京会谈', '北京会谈'],
		['Йод и ёлка', 'иод-и-елка'],
		['…', ''],
		[`${'Wort '.repeat(11)}und mehr`, `${'wort-'.repeat(11)}und`],
		['长'.repeat(80), '长'.repeat(60)],
	])('for the heading %s is "%s"', (heading, slug) => {
		expect(slugify(heading)).toBe(slug);
	});

	test('is distinct, and never that of the cover', () => {
		const map = '```map\nfocus: Peking\n```';
		const { story } = compile({ en: `---\ntitle: T\n---\n## Cover\n${map}\n## A\n## A\n## …\n` });
		expect(story?.steps.map(({ id }) => id)).toEqual(['cover-2', 'a', 'a-2', 'step-4']);
	});

	test('is never one that the page itself has', () => {
		const map = '```map\nfocus: Peking\n```';
		const headings = ['Text', 'Sources', 'Cover', 'App', 'A heading', 'A'];
		const { story, problems } = compile({
			en: `---\ntitle: T\n---\n## A\n${map}\n${headings.map((heading) => `## ${heading}\n`).join('')}`,
		});
		const ids = story!.steps.flatMap(({ id }) => [id, `${id}-heading`]);
		expect(new Set([...ids, 'text', 'sources', 'cover', 'app']).size).toBe(ids.length + 4);
		expect(ids.filter((_, index) => index % 2 === 0)).toEqual([
			...['a', 'text-2', 'sources-2', 'cover-2', 'app-2', 'a-heading-2', 'a-2'],
		]);
		expect(problems).toEqual([]);
	});

	test.each(['id', 'größe', 'йод', '北京-2', 'a'.repeat(60)])('may be written as %s', (id) => {
		expect(compile({ de: storyWith(`focus: Peking\nid: ${id}`) }).story?.steps[0]?.id).toBe(id);
	});

	test.each(['A', 'a b', 'a--b', 'x²', 'ﬁn', 'a_b', 'a'.repeat(61), 'text'])('is refused as %s', (id) => {
		const { problems } = compile({ de: storyWith(`focus: Peking\nid: ${id}`) });
		expect(problems.map(({ severity }) => severity)).toEqual(['error']);
	});

	test('is the original’s in a translation', () => {
		const de = '---\ntitle: T\n---\n## Gespräche\n```map\nfocus: Peking\n```\n## B\n```map\nid: zwei\n```\n';
		const en = '---\ntitle: T\ntranslates: de\n---\n## Talks\n## B\n';
		expect(compile({ de, en }, 'en').story?.steps.map(({ id }) => id)).toEqual(['gespraeche', 'zwei']);
	});
});
