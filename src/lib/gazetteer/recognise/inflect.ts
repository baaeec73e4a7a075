import { inflections } from '../inflections';

const known = new Map<string, string[]>();

/** So many words are kept: texts repeat theirs. */
const MOST = 50_000;

/**
 * What a word of a name may be in an atlas, itself first: `москве` → `москве, москва, …`. Guesses: only those that the
 * gazetteer knows count.
 *
 * @param word folded
 */
export function nominatives(word: string, lang: string): string[] {
	if (lang !== 'ru' && lang !== 'uk' && lang !== 'de') return [word];
	if (lang === 'de' && !/[snrm]$/.test(word)) return [word];
	const key = `${lang} ${word}`;
	let forms = known.get(key);
	if (!forms) {
		if (known.size > MOST) known.clear();
		known.set(key, (forms = [word, ...inflections(word, lang)]));
	}
	return forms;
}
