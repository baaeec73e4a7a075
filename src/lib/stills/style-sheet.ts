import { BASE_CSS } from './base-map';
import { DRAWING_CSS } from './drawings';
import { labelCss } from './label';
import type { Setting, Tokens } from './tokens';

/**
 * Where each setting holds. A picture in an `<img>` is told of the device's settings, and of a page's `color-scheme`, but
 * not of the page's contrast: the page says that in the address, `still.svg#more` or `#less`.
 */
const SCOPES: Record<Exclude<Setting, 'light'>, [query: string, root: string][]> = {
	dark: [['(prefers-color-scheme:dark)', ':root']],
	'light-contrast': [
		['(prefers-contrast:more)', ':root:not(:has(#less:target))'],
		['all', ':root:has(#more:target)'],
	],
	'dark-contrast': [
		['(prefers-contrast:more) and (prefers-color-scheme:dark)', ':root:not(:has(#less:target))'],
		['(prefers-color-scheme:dark)', ':root:has(#more:target)'],
	],
};

/** What the addresses of {@link SCOPES} aim at. */
export const CONTRAST_TARGETS = '<g id="more"/><g id="less"/>';

/** The tokens a still uses, in the reader's setting, and the rules for its classes that the picture needs. */
export function styleSheet(tokens: Tokens, body: string): string {
	const rules = (BASE_CSS + DRAWING_CSS + labelCss()).match(/[^{}]+\{[^{}]*\}/g) ?? [];
	const used = rules.filter((rule) => {
		const classes = rule.slice(0, rule.indexOf('{')).match(/\.[a-z][\w-]*/g);
		return !classes || classes.some((name) => new RegExp(`class="([^"]* )?${name.slice(1)}[ "]`).test(body));
	});
	const css = used.join('');
	const names = [...new Set([...css.matchAll(/var\(--([\w-]+)\)/g)].map(([, name]) => name!))];
	return tokenRules(tokens, names) + css;
}

/** The values of tokens as custom properties of the root, in each of a reader's settings. */
export function tokenRules(tokens: Tokens, names: readonly string[]): string {
	const others = Object.entries(SCOPES).flatMap(([setting, scopes]) => {
		const base =
			setting === 'dark-contrast'
				? { ...tokens.dark, ...changed(tokens['light-contrast'], tokens.light) }
				: tokens.light;
		const own = tokens[setting as Setting];
		const values = declare(
			names.filter((name) => own[name] !== base[name]),
			own,
		);
		return scopes.map(([query, root]) => `@media ${query}{${root}{${values}}}`);
	});
	return `:root{${declare(names, tokens.light)}}${others.join('')}`;
}

/** What is in force already when the last query holds, too. */
function changed(values: Record<string, string>, base: Record<string, string>): Record<string, string> {
	return Object.fromEntries(Object.entries(values).filter(([name, value]) => value !== base[name]));
}

function declare(names: readonly string[], values: Record<string, string>): string {
	return names
		.filter((name) => values[name] !== undefined)
		.map((name) => `--${name}:${values[name]}`)
		.join(';');
}
