import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { allowOrigins, allowOriginsInPage } from '#lib/server/content-policy.ts';
import { addressesOf, defaultBasemap, originsOf } from '#lib/server/own-basemap.ts';
import { servedBasemaps } from '#lib/server/served-basemaps.ts';
import type { OwnBasemap, Story } from '#lib/story/index.ts';

const storyWith = (basemap?: Partial<OwnBasemap>) =>
	({ slug: 'x', lang: 'de', basemap: basemap && { hosts: [], ...basemap } }) as unknown as Story;

afterEach(() => void vi.unstubAllEnvs());

describe('the basemap of a build', () => {
	it('is written as in front matter, and that of a story goes before it', () => {
		expect(defaultBasemap('https://maps.example/style.json')).toEqual({
			light: 'https://maps.example/style.json',
			hosts: [],
		});
		vi.stubEnv('DATELINE_BASEMAP', '{ style: https://maps.example/s.json, hosts: [https://tiles.example] }');
		expect(originsOf(storyWith())).toEqual(['https://maps.example', 'https://tiles.example']);
		expect(originsOf(storyWith({ light: 'https://own.example/s.json' }))).toEqual(['https://own.example']);
	});

	it('is none while nobody has named one', () => {
		expect(defaultBasemap('')).toBeNull();
		expect(addressesOf(storyWith())).toBeNull();
		expect(originsOf(storyWith())).toEqual([]);
	});

	it.each([
		['streets', 'DATELINE_BASEMAP: "streets" is no address of a style or an archive. Write the address of'],
		['http://maps.example/s.json', 'DATELINE_BASEMAP: "http://maps.example/s.json" is not encrypted'],
		['/basemap/none.json', 'DATELINE_BASEMAP: There is no file "static/basemap/none.json".'],
		['{ style: [', 'DATELINE_BASEMAP: The basemap cannot be read'],
		['{ dark: https://maps.example/s.json }', 'DATELINE_BASEMAP: A basemap has no "style".'],
	])('stops with what to write instead where it is none: %s', (value, message) => {
		expect(() => defaultBasemap(value)).toThrow(message);
	});
});

describe('where a page finds its basemap', () => {
	it('is where the author says, but for archives, whose styles the build makes for light and dark', () => {
		const style = { light: 'https://maps.example/s.json', attribution: '© M' };
		expect(addressesOf(storyWith(style))).toEqual({ ...style, dark: undefined });
		expect(addressesOf(storyWith({ light: '/basemap/x.pmtiles' }))).toMatchObject({
			light: 'basemap-light.json',
			dark: 'basemap-dark.json',
		});
		expect(addressesOf(storyWith({ light: '/a.json', dark: '/x.pmtiles' }))).toMatchObject({
			light: '/a.json',
			dark: 'basemap-dark.json',
		});
	});
});

describe('a content security policy', () => {
	it('is what it was where nobody else is asked', () => {
		expect(allowOrigins("default-src 'self'", [])).toBe("default-src 'self'");
		const page = `<meta http-equiv="content-security-policy" content="default-src 'self'">`;
		expect(allowOriginsInPage(page, [])).toBe(page);
		expect(allowOriginsInPage(page, ['https://a.example'])).toBe(
			`<meta http-equiv="content-security-policy" content="default-src 'self'; connect-src 'self' https://a.example; img-src 'self' https://a.example">`,
		);
	});
});

describe('a basemap below static/', () => {
	it.each([
		['good.json', '{"version": 8, "sources": {}, "layers": []}', null],
		['torn.json', '{"version": 8,', 'it is not JSON'],
		['old.json', '{"version": 7}', 'it does not say "version": 8, as a MapLibre style does'],
		['null.json', 'null', 'it does not say "version": 8, as a MapLibre style does'],
		['half.json', '{"version": 8, "layers": []}', 'it has no "sources" and "layers"'],
		['empty.pmtiles', '', 'it is empty'],
		['world.pmtiles', null, 'it has no layer "earth", so it is not in the schema of Protomaps'],
	])('is looked into before anybody reads: %s', async (name, content, why) => {
		const folder = mkdtempSync(join(tmpdir(), 'dateline-'));
		mkdirSync(join(folder, 'maps'));
		const { ARCHIVE } = await import('../browser/archive-host');
		writeFileSync(join(folder, 'maps', name), content ?? ARCHIVE);
		expect(servedBasemaps(folder)).toEqual({ [`/maps/${name}`]: why });
	});
});
