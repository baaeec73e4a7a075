import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseTokens } from '#lib/stills/index.ts';

const css = `
/* a comment with { braces } */
:root { --paper: white; --ink: black; --face: "A B", serif; }
@media (prefers-color-scheme: dark) { :root:not([data-theme="light"]) { --paper: black; --ink: white; } }
:root[data-theme="dark"] { --paper: grey; }
@media (prefers-contrast: more) { :root:not([data-contrast="less"]) { --paper: snow; } :root[data-theme="dark"]:not([data-contrast="less"]) { --paper: red; } }
@media (prefers-contrast: more) and (prefers-color-scheme: dark) { :root:not([data-theme="light"]):not([data-contrast="less"]) { --paper: coal; } }
@media (prefers-reduced-motion: reduce) { :root { --ink: red; } }`;

describe('parseTokens', () => {
	it('gives each setting what a page without switches computes', () => {
		const tokens = parseTokens(css);
		expect(tokens.light).toEqual({ paper: 'white', ink: 'black', face: '"A B", serif' });
		expect(tokens.dark).toMatchObject({ paper: 'black', ink: 'white' });
		expect(tokens['light-contrast']).toMatchObject({ paper: 'snow', ink: 'black' });
		expect(tokens['dark-contrast']).toMatchObject({ paper: 'coal', ink: 'white' });
	});

	it('finds every colour a still needs in theme.css', () => {
		const tokens = parseTokens(readFileSync('src/lib/components/theme.css', 'utf8'));
		for (const setting of Object.values(tokens)) {
			for (const name of [
				'paper',
				'land',
				'water',
				'accent',
				'second',
				'border',
				'halo',
				'sans',
				'line-border',
			]) {
				expect(setting[name], name).toBeTruthy();
			}
		}
		expect(tokens.dark['land']).not.toBe(tokens.light['land']);
		expect(tokens['light-contrast']['ink']).toBe('#000000');
	});
});
