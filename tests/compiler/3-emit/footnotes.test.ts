import { describe, expect, test } from 'vitest';
import { compile, storyWith } from '../fixture-world';

const story = (text: string, lang = 'en') => compile({ [lang]: text }).story!;
const idsIn = (html: string) => [...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id!);
const targetsIn = (html: string) => [...html.matchAll(/ href="#([^"]*)"/g)].map(([, id]) => id!);

describe('footnotes', () => {
	test('stand at the end of the step that refers to them, and count on through the story', () => {
		const text = `${storyWith('focus: Peking\n', 'A[^a].')}\n## Two\n\nB[^b].\n\n[^b]: Second.\n[^a]: First.\n`;
		const { steps } = story(text);
		expect(steps[0]!.html).toBe(
			'<p>A<sup><a href="#schritt--fn-1" id="schritt--fnref-1" class="footnote" role="doc-noteref" aria-label="Note 1">1</a></sup>.</p>\n' +
				'<section class="footnotes" aria-label="Notes: Schritt"><ol><li id="schritt--fn-1" value="1"><p>First.\u00a0' +
				'<a href="#schritt--fnref-1" class="back" role="doc-backlink" aria-label="Back to the text from note 1">↩\uFE0E</a></p></li></ol></section>',
		);
		expect(steps[1]!.html).toContain('<li id="two--fn-2" value="2"><p>Second.\u00a0');
	});

	test('never share an id, and every link of theirs leads to one', () => {
		const one = storyWith('focus: Peking\n', 'A[^1] and again[^1], then[^2].');
		const text = `${one}\n## Two\n\nB[^1].\n\n[^1]: One, see[^3].\n\n    More.\n[^2]: Two.\n[^3]: Three.\n`;
		const html = story(text)
			.steps.map((step) => step.html)
			.join('');
		const ids = idsIn(html);
		expect(ids).toHaveLength(11);
		expect(new Set(ids).size).toBe(ids.length);
		expect(targetsIn(html).filter((id) => !ids.includes(id))).toEqual([]);
	});

	test('keep their number where a later step refers to them again', () => {
		const text = `${storyWith('focus: Peking\n', 'A[^1], B[^2].')}\n## Two\n\nC[^2], D[^3].\n\n[^1]: 1.\n[^2]: 2.\n[^3]: 3.\n`;
		const values = [...story(text).steps[1]!.html.matchAll(/value="(\d)"/g)].map(([, value]) => value);
		expect(values).toEqual(['2', '3']);
	});

	test('stand in the order of their numbers, though one of them refers to another', () => {
		const text = `${storyWith('focus: Peking\n', 'A[^1].')}\n## Two\n\nB[^2].\n\n[^1]: 1.\n[^2]: 2, see[^1].\n`;
		const values = [...story(text).steps[1]!.html.matchAll(/value="(\d)"/g)].map(([, value]) => value);
		expect(values).toEqual(['1', '2']);
	});

	test('of a hidden step count for nothing', () => {
		const text = `${storyWith('focus: Peking\nhidden: true\n', 'A[^1].')}\n## Two\n\nB[^2].\n\n[^1]: 1.\n[^2]: 2.\n`;
		const { steps } = story(text);
		expect(steps[0]!.html).toBe('');
		expect(steps[1]!.html).toContain('value="1"');
	});

	test.each([
		['de', 'Anmerkungen: Schritt', 'Zurück zum Text von Anmerkung 1'],
		['fr', 'Notes: Schritt', 'Back to the text from note 1'],
	])('are labelled in the language of the story, %s', (lang, notes, back) => {
		const { html } = story(storyWith('focus: Peking\n', 'A[^1].\n\n[^1]: One.'), lang).steps[0]!;
		expect(html).toContain(`<section class="footnotes" aria-label="${notes}">`);
		expect(html).toContain(`aria-label="${back}"`);
	});

	test('carry nothing harmful into the page', () => {
		const { html } = story(
			storyWith('focus: Peking\n', 'A[^"><script>].\n\n[^"><script>]: <script>x</script>'),
		).steps[0]!;
		expect(html).not.toMatch(/<script/);
	});
});
