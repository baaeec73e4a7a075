/** What a room reads that also looks at a map; slower than one reads alone (Brysbaert 2019: 238). */
const WORDS_A_MINUTE = 180;

/** Until all eyes have found the text. Seconds. */
const FINDING = 2;

/** For a map alone, to which the flight takes up to two. Seconds. */
const LEAST = 5;

/** How long a text stands until a room has read it, whole seconds. */
export function readingSeconds(text: string, lang: string): number {
	let words = 0;
	for (const { isWordLike } of new Intl.Segmenter(lang, { granularity: 'word' }).segment(text))
		if (isWordLike) words++;
	return Math.max(LEAST, Math.ceil((words * 60) / WORDS_A_MINUTE) + FINDING);
}
