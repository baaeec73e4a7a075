import { describe, expect, it } from 'vitest';
import { headTags, type HeadOptions } from '#lib/components/head-tags.ts';

const options: HeadOptions = {
	...{ site: 'https://news.example/maps/', path: 'de/china/', lang: 'de', type: 'article' },
	...{
		title: 'Zwei Tage · Dateline',
		publication: 'Dateline',
		headline: 'Zwei Tage',
		description: 'Ein Besuch.',
	},
	languages: [
		{ lang: 'de', path: 'de/china/' },
		{ lang: 'en', path: 'en/china/' },
	],
	image: { path: 'de/china/share.png', alt: 'Karte: Zwei Tage' },
	...{ published: '2024-05-17', updated: '2024-05-20', author: 'Dateline' },
};

const property = (tags: ReturnType<typeof headTags>, name: string) =>
	tags.meta.filter((meta) => meta.property === name).map(({ content }) => content);

describe('headTags', () => {
	it('gives absolute addresses below the path of the site', () => {
		const tags = headTags(options);
		expect(property(tags, 'og:url')).toEqual(['https://news.example/maps/de/china/']);
		expect(property(tags, 'og:image')).toEqual(['https://news.example/maps/de/china/share.png']);
		expect(tags.links).toEqual([
			{ rel: 'canonical', href: 'https://news.example/maps/de/china/' },
			{ rel: 'alternate', hreflang: 'de', href: 'https://news.example/maps/de/china/' },
			{ rel: 'alternate', hreflang: 'en', href: 'https://news.example/maps/en/china/' },
			{ rel: 'alternate', hreflang: 'x-default', href: 'https://news.example/maps/de/china/' },
		]);
		expect(tags.meta).toContainEqual({ name: 'twitter:card', content: 'summary_large_image' });
	});

	it('says language, days and size of the picture', () => {
		const tags = headTags(options);
		expect(property(tags, 'og:locale')).toEqual(['de_DE']);
		expect(property(tags, 'og:locale:alternate')).toEqual(['en_US']);
		expect(property(tags, 'og:title')).toEqual(['Zwei Tage']);
		expect(property(tags, 'article:published_time')).toEqual(['2024-05-17']);
		expect(property(tags, 'article:modified_time')).toEqual(['2024-05-20']);
		expect(property(tags, 'og:image:width')).toEqual(['1200']);
		expect(property(tags, 'og:image:alt')).toEqual(['Karte: Zwei Tage']);
	});

	it('leaves out what must be absolute while the address of the site is not known', () => {
		const tags = headTags({ ...options, site: null });
		expect(tags.meta.filter(({ property }) => /^og:(url|image)/.test(property ?? ''))).toEqual([]);
		expect(tags.links).toEqual([]);
		expect(tags.data).toBeUndefined();
		expect(property(tags, 'og:title')).toEqual(['Zwei Tage']);
	});

	it('gives structured data that cannot end its script', () => {
		const { data } = headTags({ ...options, headline: '</script><b>' });
		expect(data).not.toContain('<');
		expect(JSON.parse(data!)).toMatchObject({
			'@type': 'NewsArticle',
			headline: '</script><b>',
			inLanguage: 'de',
		});
	});
});
