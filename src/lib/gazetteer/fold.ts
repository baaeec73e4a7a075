/** Letters that Unicode does not decompose. */
const PLAIN: Record<string, string> = {
	ß: 'ss',
	ø: 'o',
	ł: 'l',
	đ: 'd',
	ð: 'd',
	þ: 'th',
	ı: 'i',
	æ: 'ae',
	œ: 'oe',
};

/** German spellings without umlauts, as in `Muenchen`. */
const UMLAUTS: Record<string, string> = { ä: 'ae', ö: 'oe', ü: 'ue' };

/** A name reduced to what two spellings of it share: no case, no accents, no punctuation. `São Tomé` → `sao tome`. */
export function fold(name: string): string {
	return name
		.toLowerCase()
		.normalize('NFKD')
		.replace(/[\u0300-\u036f]/g, '')
		.normalize('NFC')
		.replace(/[ßøłđðþıæœ]/g, (letter) => PLAIN[letter] ?? letter)
		.replace(/[.'’‘`´ʼʻ"“”„()]/g, '')
		.replace(/[\s\-‐‑–—_/·・]+/g, ' ')
		.trim();
}

/** All folded spellings of a name: `München` → `munchen`, `muenchen`. */
export function spellings(name: string): string[] {
	const plain = fold(name);
	const german = fold(
		name
			.normalize('NFC')
			.toLowerCase()
			.replace(/[äöü]/g, (letter) => UMLAUTS[letter] ?? letter),
	);
	return german === plain ? [plain] : [plain, german];
}
