import type { Place } from '#lib/gazetteer/index.ts';

/** CLDR's long names of these say what they are a part of; the map does not. */
const SHORT_NAMES = new Set(['HK', 'MO', 'PS']);

/** What CLDR calls a country in any language; `undefined` for what is none, or has no name there. */
export function countryName({ kind, id }: Place, lang: string): string | undefined {
	if (kind !== 'country' || !/^[A-Z]{2}$/.test(id)) return undefined;
	const style = SHORT_NAMES.has(id) ? 'short' : 'long';
	return new Intl.DisplayNames(lang, { type: 'region', fallback: 'none', style }).of(id);
}
