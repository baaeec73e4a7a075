import { describe, expect, it } from 'vitest';
import { creditLine, creditParts } from '#lib/runtime/map/credit-parts.ts';

describe('what the makers of a map want said', () => {
	it('is taken from HTML and from Markdown as text and links', () => {
		expect(
			creditParts(
				'<a href="https://osm.example/c" target=_blank>&copy; <b>Open</b> &amp; free</a> contributors',
			),
		).toEqual([{ text: '© Open & free', href: 'https://osm.example/c' }, { text: ' contributors' }]);
		expect(creditParts('Map: [© Office](http://office.example)')).toEqual([
			{ text: 'Map: ' },
			{ text: '© Office', href: 'http://office.example/' },
		]);
	});

	it.each([
		['<script>alert(1)</script>', []],
		['<script src=x', []],
		['<!-- <a href="https://x.example">x</a> -->', []],
		['<img src=x onerror="alert(1)">A', [{ text: 'A' }]],
		['<a href="javascript:alert(1)">A</a>', [{ text: 'A' }]],
		['<a href="&#106;avascript:alert(1)">A</a>', [{ text: 'A' }]],
		['[A](javascript:alert)', [{ text: 'A' }]],
		["<a href='data:text/html,x'>A</a>", [{ text: 'A' }]],
		['<a href=//osm.example>A</a>', [{ text: 'A', href: 'https://osm.example/' }]],
		['&lt;b&gt;', [{ text: '<b>' }]],
	])('brings nothing but text and links to http and https: %s', (html, parts) => {
		expect(creditParts(html)).toEqual(parts);
	});

	it('is said once, whoever else says it', () => {
		expect(creditLine(['', 'A', '<i>A</i>', 'B']).map(({ text }) => text)).toEqual(['A', ' · ', 'B']);
	});
});
