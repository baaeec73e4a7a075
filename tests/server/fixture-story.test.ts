import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { brokenImages } from '#lib/server/images.ts';
import { compileFolders, foldersAt, problemsOf } from '#lib/server/stories.ts';

const STORIES = 'tests/fixtures/stories';
const FORMAT = readFileSync('src/lib/compiler/README.md', 'utf8');
const ORIGINAL = readFileSync(`${STORIES}/suez-canal/en.md`, 'utf8');
const TRANSLATION = readFileSync(`${STORIES}/suez-canal/ar.md`, 'utf8');

const OWN_BASEMAP = readFileSync(`${STORIES}/old-port/en.md`, 'utf8');

/** The keys in the first column of the table below a heading of the format's description. */
function keysBelow(heading: string): string[] {
	const section = FORMAT.split(`\n## ${heading}\n`)[1]!.split('\n## ')[0]!;
	const cells = section.split('\n').flatMap((line) => /^\| (`.*?`) +\|/.exec(line)?.[1] ?? []);
	return cells.flatMap((cell) => [...cell.matchAll(/`(\w+)`/g)].map(([, key]) => key!));
}

describe('the story of every construct', () => {
	const compiled = compileFolders(foldersAt(`${STORIES}/suez-canal`));

	it('has no problem in any of its languages', async () => {
		expect(compiled.map(({ lang }) => lang)).toEqual(['ar', 'en', 'fr']);
		expect([...problemsOf(compiled), ...(await brokenImages(compiled))]).toEqual([]);
	});

	it.each(keysBelow('The map block'))('uses the key %s of the map block', (key) => {
		expect(ORIGINAL).toMatch(new RegExp(`^${key}:`, 'm'));
	});

	it.each(keysBelow('Front matter'))('uses the key %s of the front matter', (key) => {
		const fronts = [ORIGINAL, TRANSLATION, OWN_BASEMAP].map((text) => text.split('\n---\n')[0]);
		expect(fronts.join('\n')).toMatch(new RegExp(`^${key}:`, 'm'));
	});

	it('shows places as their author spells them in a language without names of its own', () => {
		const arabic = compiled.find(({ lang }) => lang === 'ar')!.story!;
		expect(arabic.cover.view.marks.map(({ label }) => label)).toEqual(['بورسعيد', 'السويس']);
		expect(arabic.cover.view.highlights.map(({ label }) => label)).toEqual(['مصر']);
	});

	it('is not among the stories that are published', () => {
		expect(existsSync('src/stories/suez-canal')).toBe(false);
	});
});
