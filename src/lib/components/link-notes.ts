export interface NotedLinks {
	/** The same HTML, with a number after each link that leads out of the site. Only paper shows it. */
	html: string;
	/** Where the numbers lead, the first one's first; each address once. Plain text. */
	addresses: string[];
}

/** As `rehype-stringify` writes a link: links do not nest, and an attribute's quotes are escaped. */
const OUTWARD = /<a href="(https?:[^"]+)"[^>]*>(.*?)<\/a>/gs;

/**
 * On paper nobody can follow a link: it gets a number, and its address stands below the text. An address that is written
 * out in the text stays as it is. What has no such link comes back unchanged.
 */
export function noteLinks(html: string): NotedLinks {
	const addresses: string[] = [];
	const noted = html.replace(OUTWARD, (link, escaped: string, words: string) => {
		if (words === escaped) return link;
		const address = unescaped(escaped);
		const number = addresses.indexOf(address) + 1 || addresses.push(address);
		return `${link}<sup class="link-note">[${number}]</sup>`;
	});
	return { html: noted, addresses };
}

/** The same with the addresses below the text, as a list. */
export function withLinkNotes(html: string): string {
	const { html: noted, addresses } = noteLinks(html);
	if (!addresses.length) return html;
	const items = addresses.map((address) => `<li>${escaped(address)}</li>`).join('');
	return `${noted}\n<ol class="link-notes">${items}</ol>`;
}

function escaped(text: string): string {
	return text.replace(/[&<]/g, (sign) => (sign === '&' ? '&#x26;' : '&#x3C;'));
}

function unescaped(text: string): string {
	return text.replace(/&#x([\da-f]+);/gi, (_, hex: string) => String.fromCodePoint(parseInt(hex, 16)));
}
