/** Endings of Russian cases, and what the nominative may end in instead. Longest first. */
const RUSSIAN: [ending: string, nominatives: string[]][] = [
	['ского', ['ский', 'ское']],
	['скому', ['ский', 'ское']],
	['ском', ['ский', 'ское', 'ск']],
	['ским', ['ский', 'ское']],
	['ской', ['ская']],
	['скую', ['ская']],
	['ного', ['ный', 'ное']],
	['ному', ['ный', 'ное']],
	['ным', ['ный', 'ное']],
	['ной', ['ная']],
	['ную', ['ная']],
	['ных', ['ные']],
	['его', ['ий', 'ее']],
	['ему', ['ий', 'ее']],
	['нем', ['ний', 'нее']],
	['ого', ['ый', 'ий', 'ое']],
	['ому', ['ый', 'ий', 'ое']],
	['иями', ['ии']],
	['иях', ['ии']],
	['ией', ['ия']],
	['ию', ['ия']],
	['ии', ['ия', 'ий', 'ии']],
	['ами', ['ы', 'а']],
	['ями', ['и', 'я']],
	['ах', ['ы', 'а']],
	['ях', ['и', 'я']],
	['ам', ['ы', 'а']],
	['ям', ['и', 'я']],
	['ов', ['ы']],
	['ой', ['а', 'ая']],
	['ом', ['', 'о', 'ый']],
	['ем', ['ь', 'й', 'е']],
	['ым', ['ый', '']],
	['ей', ['я', 'и', 'а']],
	['ью', ['ь']],
	['у', ['а', '', 'о']],
	['ю', ['я', 'ь', 'й']],
	['а', ['', 'о']],
	['я', ['й', 'ь', 'е']],
	['е', ['а', '', 'я', 'ь', 'о', 'й']],
	['ы', ['а']],
	['и', ['я', 'ь', 'а']],
];

/** A name's shortest stem: what is shorter loses no ending. */
const MIN_STEM = 3;

/**
 * The nominatives that a word of a name may stand for, the word itself first: `москве` → `москве, москва, …`. Guesses:
 * only those that the gazetteer knows count.
 *
 * @param word folded
 */
export function nominatives(word: string, lang: string): string[] {
	if (lang === 'ru') return russian(word);
	if (lang === 'de' && word.length > MIN_STEM && /(?:s|en)$/.test(word)) return [word, word.slice(0, -1)];
	return [word];
}

function russian(word: string): string[] {
	const forms = [word];
	for (const [ending, replacements] of RUSSIAN) {
		if (!word.endsWith(ending) || word.length - ending.length < MIN_STEM - 1) continue;
		const stem = word.slice(0, -ending.length);
		for (const replacement of replacements) forms.push(stem + replacement);
	}
	return forms;
}
