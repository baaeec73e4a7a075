import { describe, expect, test } from 'vitest';
import { compile, storyWith } from '../fixture-world';

const compileProse = (prose: string) => compile({ en: storyWith('focus: Peking\n', prose) });
const html = (prose: string) => compileProse(prose).story!.steps[0]!.html;

describe('prose', () => {
	test.each([
		['<script>alert(1)</script>', 'script'],
		['<b onclick="alert(1)">bold</b>', 'onclick'],
		['[link](javascript:alert(1))', 'javascript'],
		['[link](JaVaScRiPt:alert(1))', 'alert'],
		['[link](data:text/html;base64,xx)', 'data:'],
		['[link](vbscript:x)', 'vbscript'],
		['<p style="color:red">x</p>', 'style'],
		['<img src=x onerror=alert(1)>', 'img'],
		['<a href="javascript:alert(1)">x</a>', 'javascript'],
		['![picture](https://example.org/x.png)', 'img'],
		['[x](<https://example.org/" onclick="x>)', '" onclick'],
	])('never carries %s into the page, and says so', (prose, harm) => {
		expect(html(prose)).not.toContain(harm);
	});

	test.each(['<script>x</script>', '[x](javascript:x)', '<b>x</b>', '![x](x.png)'])(
		'with %s is an error',
		(prose) => {
			expect(compileProse(prose).problems.map(({ severity }) => severity)).toContain('error');
		},
	);

	test('keeps what Markdown can say', () => {
		expect(html('**a** _b_ [c](https://example.org) [d](#e) `f`')).toBe(
			'<p><strong>a</strong> <em>b</em> <a href="https://example.org">c</a> <a href="#e">d</a> <code>f</code></p>',
		);
	});

	test('links a place by its own words, by a name, and by a name with spaces', () => {
		const place = (text: string) => `<span class="place" data-place="CN-HL">${text}</span>`;
		expect(html('[Heilongjiang](place:)')).toBe(`<p>${place('Heilongjiang')}</p>`);
		expect(html('In [_the_ north](place:CN-HL).')).toBe(`<p>In ${place('<em>the</em> north')}.</p>`);
		expect(html('In [a](place:Provinz Heilongjiang), [b](place:CN-HL).')).toBe(
			`<p>In ${place('a')}, ${place('b')}.</p>`,
		);
	});

	test('links a place by a reference, wherever its definition stands', () => {
		const place = (id: string, text: string) => `<span class="place" data-place="${id}">${text}</span>`;
		const prose =
			'[the city][p], [Harbin] and [Peking][]\n\n[p]: place:Harbin\n\n> [harbin]: place:CN-HL\n\n[peking]: place:';
		expect(html(prose)).toContain(
			`<p>${place('geonames:2037013', 'the city')}, ${place('CN-HL', 'Harbin')} and ${place('geonames:1816670', 'Peking')}</p>`,
		);
		const { problems } = compileProse('[x][p]\n\n[p]: javascript:alert(1)');
		expect(problems.map(({ code, line }) => `${line} ${code}`)).toEqual(['14 link-unsafe']);
		expect(html('[x][p]\n\n[p]: javascript:alert(1)')).not.toContain('javascript');
	});

	test('points at an unknown place where it stands in a paragraph of several lines', () => {
		const { problems } = compileProse('One line\nand [x](place:No Such Town) here.');
		expect(problems[0]).toMatchObject({ code: 'place-unknown', line: 13, column: 5 });
	});
});
