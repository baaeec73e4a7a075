import { describe, expect, it } from 'vitest';
import { sitemap } from '#lib/server/site-files.ts';
import { siteUrl } from '#lib/server/site.ts';

describe('the address of the site', () => {
	it('may contain a path, and ends in one slash', () => {
		expect(siteUrl('https://news.example')).toBe('https://news.example/');
		expect(siteUrl('https://news.example/maps')).toBe('https://news.example/maps/');
		expect(siteUrl(' https://news.example/maps// ')).toBe('https://news.example/maps/');
	});

	it('is not known while nobody has said it', () => {
		expect(siteUrl('')).toBeNull();
	});

	it.each([
		['news.example', 'must begin with https://'],
		['ftp://news.example/', 'must begin with https://'],
		['https://news.example/?a=1', 'without "?"'],
		['https://news.example/#top', 'without "?" and "#"'],
		['https://me:secret@news.example/', 'name or password'],
	])('refuses %s and says what to write instead', (text, why) => {
		expect(() => siteUrl(text)).toThrow(why);
		expect(() => siteUrl(text)).toThrow('DATELINE_URL=https://news.example/maps/');
		expect(() => siteUrl(text)).toThrow(`saw "${text}"`);
	});
});

describe('the sitemap', () => {
	it('lists pages with absolute addresses and the day of their last change', () => {
		const xml = sitemap('https://news.example/maps/', [
			{ path: 'de/' },
			{ path: 'de/china/', changed: '2024-05-17' },
		]);
		expect(xml).toContain('<url><loc>https://news.example/maps/de/</loc></url>');
		expect(xml).toContain('<loc>https://news.example/maps/de/china/</loc><lastmod>2024-05-17</lastmod>');
	});
});
