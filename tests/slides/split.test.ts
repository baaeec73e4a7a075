import type { ElementContent } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toHtml } from 'hast-util-to-html';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textOf } from '#lib/slides/hast.ts';
import { heightOf } from '#lib/slides/set-text.ts';
import { split } from '#lib/slides/split.ts';
import { measure } from './measure';

const LINE = 1.36;

const heightIn16 = (blocks: ElementContent[]) =>
	heightOf(blocks, { column: 16, size: 1, face: 'text', leading: LINE, dir: 'ltr', measure });

/** The parts of a text as HTML; rooms in em. */
function parts(html: string, room: number, first = room, lang = 'en'): string[] {
	const nodes = fromHtml(html, { fragment: true }).children as ElementContent[];
	const filling = (blocks: ElementContent[], isFirst: boolean) =>
		heightIn16(blocks) / (isFirst ? first : room);
	return split(nodes, { lang, filling }).map((part) => toHtml(part).trim());
}

const parse = (html: string) => fromHtml(html, { fragment: true }).children as ElementContent[];
const textIn = (html: string) => parse(html).map(textOf).join('').replace(/\s+/g, '');
const words = (count: number, word = 'word') => Array.from({ length: count }, (_, at) => word + at).join(' ');
const sentences = (count: number, length: number) =>
	Array.from({ length: count }, (_, at) => `Sentence ${words(length)} ${at}th.`).join(' ');

describe('the text of a step', () => {
	it('stays in one part if there is room', () => {
		expect(parts('<p>One.</p><p>Two.</p>', 10)).toEqual(['<p>One.</p><p>Two.</p>']);
	});

	it('is one empty part if there is none', () => {
		expect(parts('', 10)).toEqual(['']);
	});

	it('is cut between blocks, and nowhere else if they fit', () => {
		const long = `<p>${words(20)}</p>`;
		expect(parts(long + long + long, 9)).toEqual([long, long, long]);
	});

	it('is spread evenly', () => {
		const block = `<p>${words(4)}</p>`;
		// Four blocks of two lines, of which three would fit.
		expect(parts(block.repeat(4), heightIn16(parse(block.repeat(3))))).toEqual([
			block.repeat(2),
			block.repeat(2),
		]);
	});

	it('is in as few parts as there can be, with less room on the first', () => {
		const block = `<p>${words(4)}</p>`;
		const two = heightIn16(parse(block.repeat(2)));
		expect(parts(block.repeat(3), two, heightIn16(parse(block)))).toEqual([block, block.repeat(2)]);
	});

	it('is cut between sentences where a paragraph is too high', () => {
		const [first, second, third] = parts(`<p>${sentences(6, 12)}</p>`, 12);
		expect([first, second, third].every((part) => /^<p>Sentence .*th\.\s*<\/p>$/s.test(part!))).toBe(true);
	});

	it('takes no ordinal number, initial or abbreviation for the end of a sentence', () => {
		const text = `Es ${words(14)} am 16. Mai, z. B. in J. W. Goethes Haus, ${words(14)}. `;
		const found = parts(`<p>${text.repeat(3)}</p>`, 16, 16, 'de');
		expect(found.length).toBeGreaterThan(1);
		for (const part of found) expect(part).toMatch(/word13\.\s*<\/p>$/);
	});

	it('is cut between words where a sentence is too high, rather behind a comma', () => {
		const found = parts(`<p>${words(30)}, and ${words(30)}.</p>`, 14);
		expect(found).toHaveLength(2);
		expect(found[0]).toMatch(/word29,\s*<\/p>$/);
	});

	it('is cut within what is no word', () => {
		const found = parts(`<p>${'x'.repeat(900)}</p>`, 12);
		expect(found.length).toBeGreaterThan(2);
		for (const part of found) expect(heightIn16(parse(part))).toBeLessThanOrEqual(12);
	});

	it('is cut in a script without spaces, and not before a closing sign', () => {
		const found = parts(`<p>${'我们在北京谈判，然后去哈尔滨。'.repeat(20)}</p>`, 10, 10, 'zh');
		expect(found.length).toBeGreaterThan(2);
		for (const part of found) expect(part).toMatch(/^<p>我们.*。<\/p>$/);
	});

	it('keeps markup whole on both sides', () => {
		const found = parts(`<p>${words(20)} <strong>${sentences(4, 14)}</strong> ${words(20)}.</p>`, 12);
		expect(found.length).toBeGreaterThan(1);
		expect(found[0]).toMatch(/<strong>.*<\/strong><\/p>$/s);
		expect(found[1]).toMatch(/^<p><strong>/);
	});

	it('repeats no id', () => {
		const found = parts(`<p id="here">${sentences(8, 14)}</p>`, 12).join('');
		expect(found.match(/id="here"/g)).toHaveLength(1);
	});

	it('never ends a part with a heading', () => {
		const html = `<p>${words(16)}</p><h3>Two</h3><h4>Three</h4><p>${words(16)}</p>`;
		for (let room = 8; room < 24; room += 0.5)
			for (const part of parts(html, room)) expect(part).not.toMatch(/<\/h[34]>$/);
	});

	it('keeps what a colon announces with it if it can', () => {
		const item = `<li>${words(2)}</li>`;
		const html = `<p>${words(9)}</p><p>Three ways:</p><ul>${item.repeat(3)}</ul>`;
		expect(parts(html, 9)).toEqual([`<p>${words(9)}</p>`, expect.stringMatching(/^<p>Three ways:/)]);
	});

	it('loses a rule where it is cut, since a rule at an edge separates nothing', () => {
		const block = `<p>${words(20)}</p>`;
		expect(parts(`${block}<hr>${block}`, 10)).toEqual([block, block]);
	});
});

describe('lists', () => {
	const item = (text: string) => `<li>${text}</li>`;

	it('are cut between items, and go on counting', () => {
		const html = `<ol start="3">${Array.from({ length: 6 }, () => item(words(10))).join('')}</ol>`;
		const found = parts(html, heightIn16(parse(html)) / 2 + 1);
		expect(found).toHaveLength(2);
		expect(found[0]).toMatch(/^<ol start="3">/);
		expect(found[1]).toMatch(/^<ol start="6"><li>/);
	});

	it('are cut within an item that is too high, and count it once', () => {
		const html = `<ol>${item('One.')}${item(sentences(10, 10))}${item('Three.')}</ol>`;
		const found = parts(html, 10);
		expect(found[1]).toMatch(/^<ol start="2"><li class="continued">/);
		expect(found.at(-1)).toContain('<li>Three.</li>');
	});

	it('within lists are cut, too', () => {
		const inner = `<ul>${item(words(8)).repeat(6)}</ul>`;
		const found = parts(`<ul>${item(`Outer${inner}`)}</ul>`, 10);
		expect(found.length).toBeGreaterThan(1);
		expect(found[1]).toMatch(/^<ul><li class="continued"><ul><li>/);
	});
});

describe('tables', () => {
	const head = '<thead><tr><th>Year</th><th>What</th></tr></thead>';
	const row = (text: string) => `<tr><td>1869</td><td>${text}</td></tr>`;
	const table = (rows: string) => `<div class="table"><table>${head}<tbody>${rows}</tbody></table></div>`;

	it('are cut between rows, and repeat their head', () => {
		const found = parts(table(row(words(20)).repeat(8)), 12);
		expect(found.length).toBeGreaterThan(1);
		for (const part of found) expect(part).toContain('<th>Year</th>');
		expect(found.join('').match(/1869/g)).toHaveLength(8);
	});

	it('keep their columns where a row must be cut', () => {
		const found = parts(table(row(sentences(20, 10))), 12);
		expect(found.length).toBeGreaterThan(1);
		for (const part of found) expect(part.match(/<td>/g)!.length % 2).toBe(0);
	});
});

describe('any text', () => {
	const plain = fc
		.array(fc.stringMatching(/^[a-zäöü,.!? -]{1,40}$/), { minLength: 1, maxLength: 12 })
		.map((pieces) => pieces.join(' '));
	const inline = fc
		.array(fc.tuple(plain, fc.constantFrom('strong', 'em', 'code', '')), { minLength: 1, maxLength: 4 })
		.map((runs) => runs.map(([text, tag]) => (tag ? `<${tag}>${text}</${tag}>` : text)).join(' '));
	const { block } = fc.letrec<{ block: string; item: string }>((tie) => ({
		item: fc.oneof({ depthSize: 'small' }, inline, tie('block')),
		block: fc.oneof(
			{ depthSize: 'small', withCrossShrink: true },
			inline.map((text) => `<p>${text}</p>`),
			plain.map((text) => `<h3>${text.slice(0, 20)}x</h3><p>${text}</p>`),
			plain.map((text) => `<pre><code>${text.replaceAll('.', '.\n')}</code></pre>`),
			fc
				.array(tie('item'), { minLength: 1, maxLength: 5 })
				.map((items) => `<ol><li>${items.join('</li><li>')}</li></ol>`),
			fc
				.array(tie('item'), { minLength: 1, maxLength: 5 })
				.map((items) => `<ul><li>${items.join('</li><li>')}</li></ul>`),
			fc
				.array(tie('block'), { minLength: 1, maxLength: 3 })
				.map((blocks) => `<blockquote>${blocks.join('')}</blockquote>`),
			fc
				.array(fc.tuple(plain, inline), { minLength: 1, maxLength: 4 })
				.map(
					(rows) =>
						`<div class="table"><table><thead></thead><tbody>${rows.map((cells) => `<tr><td>${cells.join('</td><td>')}</td></tr>`).join('')}</tbody></table></div>`,
				),
		),
	}));

	it('is all there in its parts, in its order, and none of them is too high', () => {
		fc.assert(
			fc.property(
				fc.array(block, { minLength: 1, maxLength: 5 }),
				fc.integer({ min: 7, max: 23 }),
				(blocks, room) => {
					const html = blocks.join('\n');
					const found = parts(html, room, room - 2);
					expect(found.map(textIn).join('')).toBe(textIn(html));
					found.forEach((part, at) => {
						expect(heightIn16(parse(part))).toBeLessThanOrEqual((at ? room : room - 2) + 1e-6);
						expect(part).not.toMatch(/<\/h3>$/);
					});
				},
			),
			{ numRuns: 60, endOnFailure: true },
		);
	}, 60_000);
});
