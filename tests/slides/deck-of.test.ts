import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { deckOf, type DeckOptions } from '#lib/slides/index.ts';
import type { Step, Story, View } from '#lib/story/index.ts';
import { longWords, FOLDER, VOCABULARIES } from './long-words';
import { measure } from './measure';

const VIEW: View = {
	...{ focus: [{ lon: 0, lat: 0 }], projection: 'globe', maxZoom: 6, pitch: 0, bearing: 0 },
	...{ marks: [], highlights: [], routes: [], borders: [], data: [], key: [] },
};

const step = (id: string, changes: Partial<Step> = {}): Step => ({
	...{
		id,
		heading: 'Heading',
		short: '',
		html: '<p>Text.</p>',
		hidden: false,
		describe: `Map of ${id}`,
		view: VIEW,
	},
	...changes,
});

const story = (steps: Step[], changes: Partial<Story> = {}): Story => ({
	...{
		slug: 'story',
		lang: 'en',
		dir: 'ltr',
		title: 'Title',
		description: '',
		motion: 'step',
		languages: ['en'],
	},
	...{ minutes: 1, sources: [], cover: step('cover', { heading: 'Title' }), steps },
	...changes,
});

const deck = (told: Story, options: Partial<DeckOptions> = {}) =>
	deckOf(told, { measure, sources: 'Sources', toStory: '../', ...options });

const only = (changes: Partial<Step>, options: Partial<DeckOptions> = {}) =>
	deck(story([step('one', changes)]), options).slides[1]!;

const words = (count: number) => Array.from({ length: count }, (_, at) => `word${at}`).join(' ');

describe('a deck', () => {
	it('is the cover, each step, and the sources', () => {
		const sources = [
			{ title: 'A <book>', url: 'https://example.org/', publisher: 'House' },
			{ title: 'Own' },
		];
		const { slides } = deck(story([step('north'), step('south')], { sources }));
		expect(slides.map(({ id, kind }) => `${id} ${kind}`)).toEqual([
			...['cover cover', 'north step', 'south step', 'sources sources'],
		]);
		expect(slides.at(-1)!.heading).toBe('Sources');
		expect(slides.at(-1)!.parts[0]!.html).toMatch(
			/<li><a href="https:\/\/example\.org\/" rel="noreferrer">A &#x3C;book><\/a> <span class="publisher">House/,
		);
	});

	it('has no slide of sources where there are none', () => {
		expect(deck(story([step('north')])).slides.map(({ id }) => id)).toEqual(['cover', 'north']);
	});

	it('gives the sources another id where a step is called so', () => {
		const told = story([step('sources'), step('sources-1')], { sources: [{ title: 'A book' }] });
		expect(deck(told).slides.at(-1)!.id).toBe('sources-2');
	});

	it('links no source whose address is none of the web', () => {
		const { slides } = deck(story([], { sources: [{ title: 'Bad', url: 'javascript:alert(1)' }] }));
		expect(slides.at(-1)!.parts[0]!.html).toContain('<li>Bad</li>');
	});

	it('leaves the notes out unless asked', () => {
		expect(only({ note: 'Secret' })).not.toHaveProperty('note');
		expect(only({ note: 'Secret' }, { withNotes: true }).note).toBe('Secret');
	});

	it('has nothing but the map on a hidden step', () => {
		expect(only({ hidden: true, html: '' }).parts).toEqual([{ html: '', seconds: 5 }]);
	});
});

describe('the parts of a slide', () => {
	it('are more where a key takes room', () => {
		const html = `<p>${words(25)}</p>`.repeat(2);
		const key = Array.from({ length: 9 }, () => ({ symbol: 'fill', meaning: 1, text: words(6) }) as const);
		const without = only({ html }).parts.length;
		expect(only({ html, view: { ...VIEW, key: [...key] } }).parts.length).toBeGreaterThan(without);
	});

	it('stand as long as it takes to read them', () => {
		const [part] = only({
			heading: 'Two words',
			html: '<p>And seven more, which makes nine together.</p>',
		}).parts;
		expect(part!.seconds).toBe(5);
		const chinese = story([step('one', { heading: '', html: `<p>${'我们在北京谈判。'.repeat(6)}</p>` })], {
			lang: 'zh',
		});
		expect(deck(chinese).slides[1]!.parts[0]!.seconds).toBeGreaterThanOrEqual(8);
	});
});

describe('the heading of a slide', () => {
	it('is as large as its longest word allows', () => {
		expect(only({ heading: 'Short' }).headingSize).toBe(1);
		expect(only({ heading: 'Fourteenletter' }).headingSize).toBe(2);
		expect(only({ heading: 'Eighteenlettersfar' }).headingSize).toBe(3);
		expect(only({ heading: 'Donaudampfschifffahrtsgesellschaftskapitän' }).headingSize).toBe(4);
	});

	it('has three lines at most, but in the smallest size', () => {
		expect(only({ heading: words(7) }).headingSize).toBe(3);
		expect(only({ heading: words(30) }).headingSize).toBe(4);
	});

	it('makes room for text where that saves a part', () => {
		const lines = (count: number) => `<p>${words(5 * count)}</p>`;
		const sizes = Array.from({ length: 14 }, (_, count) =>
			only({ heading: 'One two three four', html: lines(count) }),
		);
		const shrunk = sizes.filter(({ headingSize, parts }) => headingSize > 1 && parts.length === 1);
		expect(shrunk.length).toBeGreaterThan(0);
	});
});

describe('addresses', () => {
	const html = (prose: string, options: Partial<DeckOptions> = {}) =>
		only({ html: prose }, options).parts[0]!.html;

	it('of another step lead to its slide', () => {
		expect(html('<p><a href="#one">here</a></p>')).toContain('href="#/one"');
	});

	it('of the rest of the story lead there', () => {
		expect(html('<p><a href="#text">text</a></p>')).toContain('href="../#text"');
		expect(html('<p><a href="../other/">other</a></p>', { toStory: '../../' })).toContain(
			'href="../../../other/"',
		);
	});

	it('of footnotes and of other sites stay', () => {
		const prose =
			'<p><a href="#one--fn-1">1</a> <a href="https://example.org/">x</a> <a href="mailto:a@b.c">m</a></p>';
		for (const href of ['#one--fn-1', 'https://example.org/', 'mailto:a@b.c'])
			expect(html(prose)).toContain(`href="${href}"`);
	});

	it('are none on slides that are only looked at, where a part may stand twice', () => {
		const prose =
			'<p>a<sup><a href="#one--fn-1" id="one--fnref-1" aria-describedby="notes">1</a></sup> <a href="https://example.org/">x</a></p>';
		expect(html(prose, { preview: true })).toBe('<p>a<sup><a>1</a></sup> <a>x</a></p>');
	});

	it('of pictures lead to the story, each copy', () => {
		const prose =
			'<figure><img src="images/a-800.webp" srcset="images/a-480.webp 480w, images/a-800.webp 800w" sizes="92vw" width="3" height="2" alt="A"></figure>';
		expect(html(prose)).toContain(
			'src="../images/a-800.webp" srcset="../images/a-480.webp 480w, ../images/a-800.webp 800w"',
		);
		expect(html(prose)).not.toContain('sizes="92vw"');
	});
});

describe('the story of long words', () => {
	it.each(Object.keys(VOCABULARIES))('is what its generator writes in %s', (lang) => {
		expect(readFileSync(`${FOLDER}${lang}.md`, 'utf8')).toBe(longWords(lang));
	});
});
