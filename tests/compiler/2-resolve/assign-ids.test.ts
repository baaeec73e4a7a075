import { describe, expect, test } from 'vitest';
import { slugify } from '../../../src/lib/compiler/2-resolve/assign-ids';
import { compile } from '../fixture-world';

describe('the id of a step', () => {
	test.each([
		['Die Erklärung: Folgen', 'die-erklaerung-folgen'],
		['Straße & Größe!', 'strasse-groesse'],
		['Café “Été”', 'cafe-ete'],
		['北京会谈', '北京会谈'],
		['Йод и ёлка', 'иод-и-елка'],
		['…', ''],
	])('for the heading %s is "%s"', (heading, slug) => {
		expect(slugify(heading)).toBe(slug);
	});

	test('is distinct, and never that of the cover', () => {
		const map = '```map\nfocus: Peking\n```';
		const { story } = compile({ en: `---\ntitle: T\n---\n## Cover\n${map}\n## A\n## A\n## …\n` });
		expect(story?.steps.map(({ id }) => id)).toEqual(['cover-2', 'a', 'a-2', 'step-4']);
	});

	test('is the original’s in a translation', () => {
		const de = '---\ntitle: T\n---\n## Gespräche\n```map\nfocus: Peking\n```\n## B\n```map\nid: zwei\n```\n';
		const en = '---\ntitle: T\ntranslates: de\n---\n## Talks\n## B\n';
		expect(compile({ de, en }, 'en').story?.steps.map(({ id }) => id)).toEqual(['gespraeche', 'zwei']);
	});
});
