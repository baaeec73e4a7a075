import { SIMPLIFIED, TRADITIONAL } from './traditional';

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

/** What needs no more than small letters to be folded. */
const SIMPLE = /^[A-Za-z\d]+(?: [A-Za-z\d]+)*$/;

const simplifiedOf = new Map([...TRADITIONAL].map((character, index) => [character, SIMPLIFIED[index]!]));

/**
 * A name reduced to what two spellings of it share: no case, no accents, no punctuation, simplified characters.
 * `São Tomé` → `sao tome`, `臺灣` → `台湾`. Chinese is folded character by character, so that no table of names needs
 * a second, traditional spelling.
 */
export function fold(name: string): string {
	if (SIMPLE.test(name)) return name.toLowerCase();
	return name
		.toLowerCase()
		.normalize('NFKD')
		.replace(/[\u0300-\u036f]/g, '')
		.normalize('NFC')
		.replace(/[ßøłđðþıæœ]/g, (letter) => PLAIN[letter] ?? letter)
		.replace(/[.'’‘`´ʼʻ"“”„()]/g, '')
		.replace(/[\s\-‐‑–—_/·・]+/g, ' ')
		.replace(/[\u3400-\u9fff]/g, (character) => simplifiedOf.get(character) ?? character)
		.trim();
}

/** All folded spellings of a name: `München` → `munchen`, `muenchen`. */
export function spellings(name: string): string[] {
	const plain = fold(name);
	const composed = name.normalize('NFC').toLowerCase();
	if (!/[äöü]/.test(composed)) return [plain];
	const german = fold(composed.replace(/[äöü]/g, (letter) => UMLAUTS[letter] ?? letter));
	return german === plain ? [plain] : [plain, german];
}
