/** The reader's settings that an embedded picture is told of by the browser. */
export const SETTINGS = ['light', 'dark', 'light-contrast', 'dark-contrast'] as const;
export type Setting = (typeof SETTINGS)[number];

/** Values of the design tokens, without their `--`, for each setting. */
export type Tokens = Record<Setting, Record<string, string>>;

interface Rule {
	media: string[];
	selector: string;
	declarations: [name: string, value: string][];
}

/**
 * Reads the custom properties on `:root` as a page without `data-theme` and `data-contrast` computes them.
 * Understands what theme.css uses: nested `@media`, `:not()`, attributes, source order and specificity.
 */
export function parseTokens(css: string): Tokens {
	const rules = readRules(css.replace(/\/\*[\s\S]*?\*\//g, ''), []);
	return Object.fromEntries(SETTINGS.map((setting) => [setting, cascade(rules, setting)])) as Tokens;
}

function readRules(css: string, media: string[]): Rule[] {
	const rules: Rule[] = [];
	let at = 0;
	while (true) {
		const open = css.indexOf('{', at);
		if (open < 0) return rules;
		const close = closingBrace(css, open);
		const prelude = css.slice(at, open).trim();
		const body = css.slice(open + 1, close);
		if (prelude.startsWith('@media')) rules.push(...readRules(body, [...media, prelude]));
		else
			for (const selector of prelude.split(','))
				rules.push({ media, selector: selector.trim(), declarations: declarations(body) });
		at = close + 1;
	}
}

function closingBrace(css: string, open: number): number {
	let depth = 0;
	for (let i = open; i < css.length; i++) {
		if (css[i] === '{') depth++;
		else if (css[i] === '}' && --depth === 0) return i;
	}
	return css.length;
}

function declarations(body: string): [string, string][] {
	return [...body.matchAll(/--([\w-]+)\s*:\s*([^;]+)/g)].map(([, name, value]) => [name!, value!.trim()]);
}

function cascade(rules: Rule[], setting: Setting): Record<string, string> {
	const applicable = rules
		.filter(
			({ media, selector }) => media.every((query) => holds(query, setting)) && matchesBareRoot(selector),
		)
		.sort((a, b) => specificity(a.selector) - specificity(b.selector));
	return Object.fromEntries(applicable.flatMap((rule) => rule.declarations));
}

function holds(query: string, setting: Setting): boolean {
	const [scheme, contrast] = setting.split('-');
	return [...query.matchAll(/\(([\w-]+)\s*:\s*([\w-]+)\)/g)].every(([, feature, value]) => {
		if (feature === 'prefers-color-scheme') return value === scheme;
		if (feature === 'prefers-contrast') return value === 'more' && contrast !== undefined;
		return false;
	});
}

function matchesBareRoot(selector: string): boolean {
	return /^:root(:not\(\[[^\]]*\]\))*$/.test(selector);
}

function specificity(selector: string): number {
	return (selector.match(/:root|\[/g) ?? []).length;
}
