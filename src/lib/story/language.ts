/** Scripts that are written from right to left. */
const RIGHT_TO_LEFT = new Set([
	'Adlm',
	'Arab',
	'Hebr',
	'Mand',
	'Mend',
	'Nkoo',
	'Rohg',
	'Samr',
	'Syrc',
	'Thaa',
]);

/** Whether this may be the tag of a language as stories use it: BCP 47, canonical, lower case: `de`, `zh-hant-tw`. */
export function isLanguageTag(tag: string): boolean {
	try {
		return /^[a-z]{2,3}(-|$)/.test(tag) && Intl.getCanonicalLocales(tag)[0]?.toLowerCase() === tag;
	} catch {
		return false;
	}
}

/**
 * Whether a tag is that of a language which has a name: `de`, `zh-hant-tw`; not `faq`, `DE` or `de-1`. At build time only:
 * browsers know fewer names.
 */
export function isLanguage(tag: string): boolean {
	if (!isLanguageTag(tag)) return false;
	const names = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });
	try {
		return names.of(tag) !== undefined;
	} catch {
		return false;
	}
}

/** The direction in which a language is written, by its likeliest script. Left to right for what is no language. */
export function dirOf(lang: string): 'ltr' | 'rtl' {
	try {
		return RIGHT_TO_LEFT.has(new Intl.Locale(lang).maximize().script ?? '') ? 'rtl' : 'ltr';
	} catch {
		return 'ltr';
	}
}
