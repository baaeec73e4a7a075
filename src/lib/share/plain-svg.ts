/**
 * A still in one setting, for renderers that know neither custom properties nor media queries: every `var(--x)` is
 * replaced by its value, rules that declare tokens or ask for a setting are left out, and the rule for `text` holds for
 * its outlines (`set`).
 */
export function plainSvg(svg: string, values: Record<string, string>): string {
	const plain = svg.replace(
		/<style>([\s\S]*?)<\/style>/,
		(_, css: string) => `<style>${rules(css).filter(isDrawing).map(forOutlines).join('')}</style>`,
	);
	return plain.replace(/var\(--([\w-]+)\)/g, (_, name: string) => {
		const value = values[name];
		if (value === undefined)
			throw new Error(`The picture asks for the token --${name}, which theme.css lacks.`);
		return value.replaceAll('"', "'");
	});
}

/** The outermost rules of a style sheet. */
function rules(css: string): string[] {
	const found: string[] = [];
	let depth = 0;
	let start = 0;
	for (let i = 0; i < css.length; i++) {
		if (css[i] === '{') depth++;
		if (css[i] !== '}' || --depth > 0) continue;
		found.push(css.slice(start, i + 1));
		start = i + 1;
	}
	return found;
}

const isDrawing = (rule: string) => /^\s*(\.|text\b)/.test(rule);
const forOutlines = (rule: string) => rule.replace(/^\s*text\{/, '.set{');
