import { describe, expect, it } from 'vitest';
import { noteLinks, withLinkNotes } from '#lib/components/link-notes.ts';

describe('links on paper', () => {
	it('leave text without links to other sites as it is', () => {
		const html = '<p>See <a href="#lakes">the lakes</a><sup><a href="#x--fn-1">1</a></sup>.</p>';
		expect(noteLinks(html)).toEqual({ html, addresses: [] });
	});

	it('are numbered in the order of the text, their addresses beside them', () => {
		const { html, addresses } = noteLinks(
			'<p><a href="https://a.example/">A</a> and\n<a href="http://b.example/x">the <em>B</em></a>.</p>',
		);
		expect(html).toBe(
			'<p><a href="https://a.example/">A</a><sup class="link-note">[1]</sup> and\n' +
				'<a href="http://b.example/x">the <em>B</em></a><sup class="link-note">[2]</sup>.</p>',
		);
		expect(addresses).toEqual(['https://a.example/', 'http://b.example/x']);
	});

	it('share a number where they lead to the same address', () => {
		const { html, addresses } = noteLinks(
			'<a href="https://a.example/">A</a> <a href="https://b.example/">B</a> <a href="https://a.example/">A</a>',
		);
		expect(html.match(/\[\d\]/g)).toEqual(['[1]', '[2]', '[1]']);
		expect(addresses).toHaveLength(2);
	});

	it('show an address as it was written, not as HTML has it', () => {
		const { addresses } = noteLinks('<a href="https://a.example/?b=1&#x26;copy=2">A</a>');
		expect(addresses).toEqual(['https://a.example/?b=1&copy=2']);
	});

	it('need no number where the text says the address', () => {
		const html = '<a href="https://a.example/">https://a.example/</a>';
		expect(noteLinks(html)).toEqual({ html, addresses: [] });
	});

	it('have their addresses below the text, as text', () => {
		expect(withLinkNotes('<p><a href="https://a.example/?b=1&#x26;c=2">A</a></p>')).toBe(
			'<p><a href="https://a.example/?b=1&#x26;c=2">A</a><sup class="link-note">[1]</sup></p>\n' +
				'<ol class="link-notes"><li>https://a.example/?b=1&#x26;c=2</li></ol>',
		);
		expect(withLinkNotes('<p>No link</p>')).toBe('<p>No link</p>');
	});
});
