/** The most characters that an id may have: it is an address, and people read addresses to each other. */
export const LONGEST_SLUG = 60;

const GERMAN: Record<string, string> = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss' };

/** `Die Erklärung: Folgen` → `die-erklaerung-folgen`. Letters of all scripts stay; accents go; a long one ends at a hyphen. */
export function slugify(text: string): string {
	return shorten(
		text
			.toLowerCase()
			.normalize('NFC')
			.replace(/[äöüß]/g, (letter) => GERMAN[letter] ?? letter)
			.normalize('NFKD')
			.replace(/[\u0300-\u036f'’]/g, '')
			.normalize('NFC')
			.replace(/[^\p{L}\p{N}]+/gu, '-')
			.replace(/^-|-$/g, ''),
	);
}

/** The words of a slug that fit, or the characters that do where it is a single word. */
function shorten(slug: string): string {
	const characters = [...slug];
	if (characters.length <= LONGEST_SLUG) return slug;
	const cut = characters.slice(0, LONGEST_SLUG + 1).join('');
	const end = cut.lastIndexOf('-');
	return end > 0 ? cut.slice(0, end) : characters.slice(0, LONGEST_SLUG).join('');
}
