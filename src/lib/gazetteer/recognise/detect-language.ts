import type { Lexicon } from './lexicon';

/** How much of a text is looked at. */
const SAMPLE = 20_000;

/** Fewer common words of a language are chance, or a name. */
const FEW = 3;

/** Han characters weigh more than letters, since each is a word or half of one. */
const HAN_WEIGHT = 3;

/** The language of a text by its script and its commonest words: `en`, `de`, `ru`, `zh`, another one of the lexicon's, or `und`. */
export function detectLanguage(text: string, lexicon: Lexicon): string {
	const sample = text.slice(0, SAMPLE);
	const han = (sample.match(/\p{Script=Han}/gu)?.length ?? 0) * HAN_WEIGHT;
	const kana = sample.match(/[\p{Script=Hiragana}\p{Script=Katakana}]/gu)?.length ?? 0;
	const cyrillic = sample.match(/\p{Script=Cyrillic}/gu)?.length ?? 0;
	const latin = sample.match(/\p{Script=Latin}/gu)?.length ?? 0;
	if (han > latin && han > cyrillic) return kana * HAN_WEIGHT > han / 5 ? 'ja' : 'zh';
	if (cyrillic > latin) return /[іїєґ]/i.test(sample) ? 'uk' : 'ru';
	if (latin === 0) return 'und';
	const counts = new Map<string, number>();
	for (const word of sample.toLowerCase().match(/\p{L}+/gu) ?? [])
		for (const language of lexicon.stopWords.get(word) ?? [])
			counts.set(language, (counts.get(language) ?? 0) + 1);
	const umlauts = sample.match(/[äöüß]/g)?.length ?? 0;
	if (umlauts) counts.set('de', (counts.get('de') ?? 0) + umlauts / 2);
	for (const [language, count] of counts)
		if (language !== 'en' && language !== 'de' && count < FEW) counts.delete(language);
	const [best] = [...counts].sort((a, b) => b[1] - a[1]);
	if (best) return best[0];
	return /[äöüß]/.test(sample) ? 'de' : 'en';
}
