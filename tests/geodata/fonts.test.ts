import { readdirSync, readFileSync, statSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const COMPONENTS = new URL('../../src/lib/components/', import.meta.url);
const css = readFileSync(new URL('fonts.css', COMPONENTS), 'utf8');
const named = [...css.matchAll(/\.\/fonts\/([\w-]+\.woff2)/g)].map(([, name]) => name!);
const bytesOf = (name: string) => statSync(new URL(`fonts/${name}`, COMPONENTS)).size;

describe('the faces', () => {
	it('are all declared, and nothing is declared that is not there', () => {
		const files = readdirSync(new URL('fonts/', COMPONENTS)).filter((name) => name.endsWith('.woff2'));
		expect(named.toSorted()).toEqual(files.toSorted());
	});

	it('take at most 62 kB before the first paint and 80 kB until the map rests', () => {
		const first = ['literata-core.woff2', 'literata-display-core.woff2', 'dateline-sans-core.woff2'];
		const before = first.reduce((sum, name) => sum + bytesOf(name), 0);
		expect(before).toBeLessThan(62e3);
		expect(before + bytesOf('literata-italic-core.woff2')).toBeLessThan(80e3);
	});

	it('do not bear the name that is reserved for the unchanged font', () => {
		expect(css).not.toMatch(/Source Sans/);
	});

	it('have a stand-in of every measure for each face of the first paint', () => {
		for (const family of [
			'Literata Georgia',
			'Literata Times',
			'Literata Display Georgia',
			'Dateline Sans Arial',
		])
			expect(css).toMatch(
				new RegExp(
					`font-family: '${family}';\\s+src: local\\([^;]+;\\s+size-adjust: [\\d.]+%;\\s+ascent-override: [\\d.]+%;\\s+descent-override`,
				),
			);
	});

	it('come with their licences', () => {
		for (const name of ['literata-OFL.txt', 'dateline-OFL.txt'])
			expect(readFileSync(new URL(`fonts/${name}`, COMPONENTS), 'utf8')).toMatch(
				/SIL Open Font License, Version 1\.1/,
			);
	});
});
