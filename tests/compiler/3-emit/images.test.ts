import { describe, expect, test } from 'vitest';
import type { ImageFacts } from '#lib/compiler/index.ts';
import { compile, storyWith } from '../fixture-world';

const photo: ImageFacts = { bytes: 2e6, format: 'jpeg', width: 3000, height: 2000 };
const chart: ImageFacts = { bytes: 2e4, format: 'png', width: 700, height: 900 };
const files = { 'harbour.jpg': photo, 'chart.png': chart, 'Foto 1.webp': { ...photo, format: 'webp' } };

const compileProse = (prose: string, images: Record<string, ImageFacts> = files) =>
	compile({ en: storyWith('focus: Peking\n', prose) }, 'en', {}, images);
const html = (prose: string) => compileProse(prose).story!.steps[0]!.html;
const codes = (prose: string, images = files) => compileProse(prose, images).problems.map(({ code }) => code);

describe('an image in the text', () => {
	test('becomes a figure with copies for every screen, a caption and a credit', () => {
		expect(html('![Three ships](harbour.jpg "At dawn | Photo: Ada")')).toBe(
			'<figure class="image">' +
				'<img src="images/harbour-800.webp"' +
				' srcset="images/harbour-480.webp 480w, images/harbour-800.webp 800w, images/harbour-1200.webp 1200w"' +
				' sizes="(min-width: 900px) 24.8rem, (min-width: 480px) and (orientation: landscape) 38vw, (min-width: 42rem) 38rem, 92vw"' +
				' width="1200" height="800" alt="Three ships" loading="lazy" decoding="async">' +
				'<figcaption>At dawn <span class="credit">Photo: Ada</span></figcaption></figure>',
		);
	});

	test('is never made larger than it is, and says when it is higher than wide', () => {
		const figure = html('![A chart](chart.png)');
		expect(figure).toContain('<figure class="image portrait">');
		expect(figure).toContain('srcset="images/chart-480.webp 480w, images/chart-700.webp 700w"');
		expect(figure).toContain('width="700" height="900"');
		expect(figure).not.toContain('figcaption');
	});

	test.each([
		['"Only words"', '<figcaption>Only words</figcaption>'],
		["'Only words'", '<figcaption>Only words</figcaption>'],
		['"| Ada"', '<figcaption><span class="credit">Ada</span></figcaption>'],
		['"a|b | Ada"', '<figcaption>a|b <span class="credit">Ada</span></figcaption>'],
		[
			'"<b onload=x> | <i>"',
			'<figcaption>&#x3C;b onload=x> <span class="credit">&#x3C;i></span></figcaption>',
		],
	])('takes caption and credit from %s', (title, caption) => {
		expect(html(`![x](harbour.jpg ${title})`)).toContain(caption);
	});

	test('stands in a row with others of its paragraph, each as wide as its part', () => {
		const row = html('![a](harbour.jpg) ![b](chart.png "B")\n<!-- mine -->');
		expect(row).toMatch(
			/^<div class="images"><figure class="image">.*<\/figure><figure class="image portrait">.*<\/figure><\/div>$/,
		);
		expect(row).toContain('sizes="(min-width: 900px) 12.4rem,');
	});

	test('is found by a name with spaces and by a reference, whatever the folder is', () => {
		expect(html('![x](<Foto 1.webp>)')).toContain('src="images/foto-1-800.webp"');
		expect(html('![x](Foto%201.webp)')).toContain('src="images/foto-1-800.webp"');
		expect(html('![x][h]\n\n[h]: ./harbour.jpg "C | D"')).toContain('<span class="credit">D</span>');
	});

	test('of a step is listed for those who make the copies, once, and no other is', () => {
		const { images } = compileProse('![x](harbour.jpg)\n\n![y](harbour.jpg)');
		expect(images).toEqual([
			{
				path: 'src/stories/x/harbour.jpg',
				slug: 'harbour',
				widths: [480, 800, 1200],
				width: 1200,
				height: 800,
			},
		]);
	});

	test('has an address of its own, however alike the names are, and the same in all languages', () => {
		const alike = {
			'foto 1.jpg': photo,
			'Foto-1.png': photo,
			'foto_1.jpg': photo,
			'北京.jpg': photo,
			'!.jpg': photo,
		};
		const prose = Object.keys(alike)
			.map((name) => `![x](<${name}>)`)
			.join('\n');
		const slugs = compileProse(prose, alike).images.map(({ slug }) => slug);
		expect(new Set(slugs).size).toBe(5);
		expect(slugs).toContain('北京');
	});

	test('is shown in translations from the same folder', () => {
		const de = storyWith('focus: Peking\n', '![Schiffe](harbour.jpg)');
		const en = storyWith('', '![Ships](harbour.jpg)').replace('title:', 'translates: de\ntitle:');
		const { story, problems } = compile({ de, en }, 'en', {}, files);
		expect(problems).toEqual([]);
		expect(story!.steps[0]!.html).toContain('src="images/harbour-800.webp"');
	});

	test.each([
		['image-large', { ...photo, bytes: 20 * 1024 * 1024 + 1 }],
		['image-broken', { ...photo, cut: true }],
		['image-broken', { ...photo, bytes: 0, format: undefined }],
		['image-broken', { ...photo, width: 0 }],
		['image-format', { ...photo, format: 'tiff' }],
	])('is told of as %s where it cannot be shown', (code, facts) => {
		const { problems, story } = compileProse('![x](harbour.jpg)', { 'harbour.jpg': facts as ImageFacts });
		expect(problems.map((problem) => problem.code)).toEqual([code]);
		expect(story!.steps[0]!.html).not.toContain('<img');
	});

	test('may be as large as 20 MB', () => {
		expect(
			codes('![x](harbour.jpg)', { ...files, 'harbour.jpg': { ...photo, bytes: 20 * 1024 * 1024 } }),
		).toEqual([]);
	});

	test.each([
		'https://example.org/x.jpg',
		'//example.org/x.jpg',
		'data:image/png;base64,AA',
		'javascript:x',
		'../x.jpg',
		'/x.jpg',
	])('never comes from %s', (address) => {
		expect(codes(`![x](${address})`)).toHaveLength(1);
		expect(html(`![x](${address})`)).not.toContain('<img');
	});
});

describe('a table in the text', () => {
	test('scrolls by itself and is named by its columns', () => {
		expect(html('| Day | Place |\n| - | -: |\n| 16 | Peking |')).toBe(
			'<div class="table" role="region" tabindex="0" aria-label="Table: Day, Place"><table>\n' +
				'<thead>\n<tr>\n<th scope="col">Day</th>\n<th align="right" scope="col">Place</th>\n</tr>\n</thead>\n' +
				'<tbody>\n<tr>\n<td>16</td>\n<td align="right">Peking</td>\n</tr>\n</tbody>\n</table></div>',
		);
	});
});

test('a list of tasks shows signs, and no boxes that cannot be ticked', () => {
	expect(html('- [x] done\n- [ ] open')).toBe(
		'<ul class="contains-task-list">\n<li class="task-list-item">☑ done</li>\n<li class="task-list-item">☐ open</li>\n</ul>',
	);
});
