/** Endings by what stands in their place in the name as an atlas writes it. */
type Endings = readonly (readonly [ending: string, bases: readonly string[]])[];

/** No word of a name is shortened to fewer letters than this. */
const SHORTEST = 3;

/** So many combinations of several inflected words are tried. */
const MOST = 60;

const ARTICLES: Record<string, RegExp> = {
	de: /^(?:der|die|das|des|den|dem) /,
	en: /^the /,
	ru: /^(?:в|во|на|из|изо|от|к|ко|о|об|обо|под|над|при|у|до|с|со|для|по|за|через|близ|около|возле) /,
};

/** Genitives (`Pekings`, `Rheines`) and the endings of adjectives (`Vereinigten Staaten`, `Schwarzen Meer`). */
const GERMAN: Endings = [
	['ens', ['en']],
	['es', ['']],
	['s', ['']],
	['en', ['e', 'er', 'es']],
	['er', ['e']],
	['em', ['er', 'es']],
	['n', ['']],
];

const ENGLISH: Endings = [['s', ['']]];

/**
 * Russian cases, in folded letters (`й` is `и`, `ё` is `е`). Only the endings of geographical names; where one may stand
 * for several, the likelier comes first. After A. A. Zaliznyak's types of declension.
 */
const RUSSIAN: Endings = [
	// adjectives: Нижнего Новгорода, Саратовской области, Чёрного моря, Соединённых Штатов
	['ого', ['ыи', 'ое', 'ии', 'ои']],
	['его', ['ии', 'ее']],
	['ому', ['ыи', 'ое', 'ии', 'ои']],
	['ему', ['ии', 'ее']],
	['ыми', ['ые']],
	['ими', ['ие']],
	['ых', ['ые']],
	['их', ['ие']],
	['ую', ['ая']],
	['юю', ['яя']],
	['ым', ['ыи', 'ое', 'ые']],
	['им', ['ии', 'ее', 'ие']],
	['ои', ['ая', 'а']],
	['еи', ['я', 'яя', 'а']],
	['ом', ['', 'о', 'ыи', 'ое', 'ии']],
	['ем', ['ь', 'и', 'е', 'ии', 'ее', '']],
	// nouns in the plural: Афин, Афинах, Нидерландов, Штатами
	['ами', ['ы', 'и', 'а']],
	['ями', ['и', 'я']],
	['ах', ['ы', 'и', 'а']],
	['ях', ['и', 'я']],
	['ам', ['ы', 'и', 'а']],
	['ям', ['и', 'я']],
	['ов', ['ы', 'и', 'а']],
	['ев', ['ы', 'и']],
	// nouns: Донца, Череповца
	['ца', ['ец']],
	['цу', ['ец']],
	['цом', ['ец']],
	['це', ['ец', 'ца']],
	['ью', ['ь']],
	['а', ['', 'о']],
	['я', ['и', 'ь', 'е']],
	['у', ['а', '', 'о']],
	['ю', ['я', 'и', 'ь', 'е']],
	['ы', ['а', '']],
	['и', ['ь', 'я', 'а', 'и']],
	['е', ['', 'а', 'я', 'и', 'ь', 'о']],
];

/** What Chinese adds to a name to say what it is: 北京市, 黑龙江省. */
const CHINESE_SUFFIX = /(?:特别行政区|自治区|自治州|地区|省|市|县|州|区|镇|乡|盟|旗|岛|国)$/u;

/**
 * What an inflected name may be in an atlas: `pekings` → `peking`, `москве` → `москва`. The likeliest first, without the
 * name itself. Most of them are no name; look them up.
 *
 * @param folded the name as `fold` gives it
 * @param lang the language of the text; for Russian and Chinese the script decides
 */
export function inflections(folded: string, lang: string): string[] {
	if (/\p{Script=Han}/u.test(folded)) return chinese(folded);
	const language = /\p{Script=Cyrillic}/u.test(folded) ? 'ru' : lang === 'de' ? 'de' : 'en';
	const bare = folded.replace(ARTICLES[language]!, '');
	const bases = { de: GERMAN, en: ENGLISH, ru: RUSSIAN }[language];
	const words = bare.split(' ').map((word) => basesOf(word, bases));
	const found = bare === folded ? [] : [bare];
	return [...new Set([...found, ...combine(words)])].filter((name) => name !== folded);
}

function chinese(folded: string): string[] {
	const bare = folded.replace(CHINESE_SUFFIX, '');
	return bare !== folded && bare.length >= 2 ? [bare] : [];
}

/** The word itself, then what it may come from. */
function basesOf(word: string, endings: Endings): string[] {
	const bases = endings.flatMap(([ending, replacements]) => {
		const stem = word.slice(0, -ending.length);
		return word.endsWith(ending) && stem.length >= SHORTEST
			? replacements.map((replacement) => stem + replacement)
			: [];
	});
	return [...new Set([word, ...bases])];
}

/** All ways to take one of each, those that change the fewest words first. */
function combine(words: string[][]): string[] {
	let combined: { name: string; cost: number }[] = [{ name: '', cost: 0 }];
	for (const bases of words)
		combined = combined
			.flatMap(({ name, cost }) =>
				bases.map((base, index) => ({ name: name ? `${name} ${base}` : base, cost: cost + index })),
			)
			.sort((a, b) => a.cost - b.cost)
			.slice(0, MOST);
	return combined.map(({ name }) => name);
}
