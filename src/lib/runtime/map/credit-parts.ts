import type { CreditPart } from '#lib/story/index.ts';

/** A link as HTML or Markdown writes it, or any other tag. */
const PIECE =
	/<a\b[^>]*?\bhref\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))[^>]*>([\s\S]*?)<\/a\s*>|\[([^\]]+)\]\(([^)\s]+)\)|<[^>]*>/gi;

const NAMED: Record<string, string> = {
	amp: '&',
	apos: "'",
	bull: '•',
	copy: '©',
	gt: '>',
	lt: '<',
	middot: '·',
	nbsp: ' ',
	quot: '"',
	reg: '®',
};

/**
 * What a provider of tiles wants said, as text and links: a style, a TileJSON or an archive brings HTML, which is never taken
 * over, and an author may write Markdown. Links lead to http and https alone; where they do not, their words stay.
 */
export function creditParts(attribution: string): CreditPart[] {
	const parts: CreditPart[] = [];
	let end = 0;
	const html = attribution.replace(/<(script|style)\b[\s\S]*?(?:<\/\1\s*>|$)|<!--[\s\S]*?(?:-->|$)/gi, '');
	for (const match of html.matchAll(PIECE)) {
		const [whole, double, single, bare, inHtml, inMarkdown, target] = match;
		add(parts, html.slice(end, match.index));
		end = match.index + whole.length;
		const href = double ?? single ?? bare ?? target;
		if (href !== undefined) add(parts, inHtml ?? inMarkdown ?? '', safeAddress(plain(href).trim()));
	}
	add(parts, html.slice(end));
	const [first, last] = [parts[0], parts.at(-1)];
	if (first) first.text = first.text.trimStart();
	if (last) last.text = last.text.trimEnd();
	return parts.filter(({ text }) => text);
}

/** Several attributions in one line, each once. */
export function creditLine(attributions: string[]): CreditPart[] {
	const told = new Set<string>();
	return attributions.flatMap((attribution) => {
		const parts = creditParts(attribution);
		const text = parts.map((part) => part.text).join('');
		if (!text || told.has(text)) return [];
		const between = told.size ? [{ text: ' · ' }] : [];
		told.add(text);
		return [...between, ...parts];
	});
}

function add(parts: CreditPart[], html: string, href?: string): void {
	const text = plain(html.replace(/<[^>]*>/g, '')).replace(/\s+/g, ' ');
	if (text) parts.push(href ? { text, href } : { text });
}

function plain(html: string): string {
	return html.replace(/&(?:#(\d+)|#x([\da-f]+)|(\w+));/gi, (whole, decimal, hex, name) => {
		if (name) return NAMED[String(name).toLowerCase()] ?? whole;
		const code = decimal ? Number(decimal) : parseInt(String(hex), 16);
		return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
	});
}

function safeAddress(address: string): string | undefined {
	const whole = address.startsWith('//') ? `https:${address}` : address;
	return /^https?:\/\//i.test(whole) && URL.canParse(whole) ? new URL(whole).href : undefined;
}
