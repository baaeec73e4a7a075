import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseTokens } from '#lib/stills/index.ts';

const css = readFileSync('src/lib/components/theme.css', 'utf8').replace(/\/\*[\s\S]*?\*\//g, '');

/** The declarations of the rule with this selector, within this media query if one is given. */
function declarations(selector: string, query?: string): string[] {
	const scopes = query ? blocks(css, `@media ${query} {`) : [css];
	const [found] = scopes.flatMap((scope) => blocks(scope, `${selector} {`));
	if (!found) throw new Error(`theme.css has no ${query ?? ''} ${selector}`);
	return found
		.split(';')
		.map((line) => line.trim())
		.filter(Boolean);
}

/** What stands between the braces after each line that is exactly this. */
function blocks(text: string, head: string): string[] {
	const lines = text.split('\n');
	return lines.flatMap((line, at) => {
		if (line.trim() !== head) return [];
		const indent = line.slice(0, line.indexOf(head));
		const end = lines.indexOf(`${indent}}`, at);
		return [lines.slice(at + 1, end).join('\n')];
	});
}

/** Contrast of two colours by WCAG 2, 1…21; a translucent one lies on the second. */
function contrast(front: string, back: string): number {
	const [red = 0, green = 0, blue = 0, alpha = 1] = channels(front);
	const ground = channels(back);
	const mixed = [red, green, blue].map((value, i) => value * alpha + ground[i]! * (1 - alpha));
	const [light, dark] = [luminance(mixed), luminance(ground)].sort((a, b) => b - a) as [number, number];
	return (light + 0.05) / (dark + 0.05);
}

function channels(color: string): number[] {
	if (!color.startsWith('#')) return (color.match(/[\d.]+/g) ?? []).map(Number);
	return color
		.slice(1)
		.match(/../g)!
		.map((pair) => parseInt(pair, 16));
}

function luminance([red, green, blue]: number[]): number {
	const linear = (value: number) => {
		const part = value / 255;
		return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
	};
	return 0.2126 * linear(red!) + 0.7152 * linear(green!) + 0.0722 * linear(blue!);
}

describe('the theme', () => {
	const dark = 'screen and (prefers-color-scheme: dark)';
	const more = '(prefers-contrast: more)';

	it('is the same dark by device and by switch', () => {
		expect(declarations(`:root:not([data-theme='light'])`, dark)).toEqual(
			declarations(`:root[data-theme='dark']`),
		);
	});

	it('is the same high contrast by device and by switch, light and dark', () => {
		const light = declarations(`:root[data-contrast='more']`);
		expect(declarations(`:root:not([data-contrast='less'])`, more)).toEqual(light);
		const both = declarations(`:root[data-contrast='more'][data-theme='dark']`);
		expect(declarations(`:root[data-contrast='more']:not([data-theme='light'])`, dark)).toEqual(both);
		expect(
			declarations(`:root[data-theme='dark']:not([data-contrast='less'])`, `screen and ${more}`),
		).toEqual(both);
		expect(
			declarations(
				`:root:not([data-theme='light']):not([data-contrast='less'])`,
				`screen and ${more} and (prefers-color-scheme: dark)`,
			),
		).toEqual(both);
	});

	it('is light on paper, whatever the reader or the device prefers', () => {
		const dark = css.split(/^@media/m).filter((rules) => /data-theme='dark'|scheme: dark/.test(rules));
		expect(dark.length).toBeGreaterThan(4);
		for (const rules of dark) expect(rules).toMatch(/^ screen/);
	});

	const tokens = parseTokens(css);
	const pairs: [front: string, back: string, least: number][] = [
		['ink', 'paper', 7],
		['ink', 'land', 7],
		['ink-2', 'paper', 4.5],
		['ink-2', 'land', 4.5],
		['accent', 'paper', 4.5],
		['second', 'land', 4.5],
		['label', 'land', 7],
		['label-2', 'land', 4.5],
		['label-water', 'water', 4.5],
		['focus-ring', 'paper', 7],
		['focus-ring', 'land', 7],
		['focus-ring', 'water', 7],
		['accent', 'land', 3],
		['accent', 'water', 3],
	];
	describe.each(Object.entries(tokens))('in the setting "%s"', (setting, values) => {
		it.each(pairs)('has %s stand out from %s by at least %d', (front, back, least) => {
			const wanted = setting.endsWith('contrast') && least === 4.5 ? 5.9 : least;
			expect(contrast(values[front]!, values[back]!)).toBeGreaterThanOrEqual(wanted);
		});
	});
});
