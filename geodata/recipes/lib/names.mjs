import OpenCC from 'opencc-js';

export const LANGUAGES = ['de', 'en', 'zh', 'ru'];

const simplify = OpenCC.Converter({ from: 'tw', to: 'cn' });

/** Chinese in simplified characters. */
export const simplified = (text) => simplify(text);

const ONLY_HAN = /^\p{Script=Han}+$/u;
const ONLY_RUSSIAN = /^[А-Яа-яЁё][А-Яа-яЁё .’-]*$/;
/** IATA and other codes: as an alias they would meet ordinary words and abbreviations. */
const CODE = /^[A-Z0-9]{2,4}$/;

export const isChinese = (text) => ONLY_HAN.test(text);
export const isRussian = (text) => ONLY_RUSSIAN.test(text);
export const isCode = (text) => CODE.test(text);

/** Distinct, trimmed, without tabs and bars, in order of first appearance. */
export function distinct(names) {
	const clean = names.filter(Boolean).map((name) =>
		String(name)
			.replace(/[\t|\r\n]+/g, ' ')
			.normalize('NFC')
			.trim(),
	);
	return [...new Set(clean)].filter(Boolean);
}

const SUFFIXES = {
	zh: /(?:壮族自治区|回族自治区|维吾尔自治区|特别行政区|自治共和国|自治专区|自治区|自治州|边疆区|共和国|大区|地区|省|市|州|县|都|府|道|郡|區|县)$/u,
	en: / (?:Province|Oblast|Krai|Prefecture|Region|District|Governorate|Voivodeship|Department|County|State|Municipality|Autonomous Okrug|Republic)$/,
	ru: / (?:область|край|автономный округ|воеводство|провинция|район|область|штат)$/,
};
const PREFIXES = {
	de: /^(?:Provinz|Oblast|Gebiet|Region|Woiwodschaft|Gouvernement|Präfektur|Distrikt|Republik|Kanton|Département|Departamento|Departement) /,
	en: /^(?:Republic of|Province of|State of|Canton of|Free Hanseatic) /,
	ru: /^(?:Республика|провинция|штат|ил|Провинция|Штат) /,
	zh: /^(?!)/,
};

/** The name of a province without the word for what it is; the name itself if nothing would be left. */
export function bareName(name, language) {
	const bare = name
		.replace(SUFFIXES[language] ?? /(?!)/, '')
		.replace(PREFIXES[language], '')
		.trim();
	const adjective = language === 'ru' && /(?:ий|ой|ый|ая|ое)$/.test(bare);
	return bare.length >= 2 && !adjective ? bare : name;
}

/** Words a text puts before or after the bare name, by Natural Earth's English word for what the province is. */
const WORDS = {
	Province: { de: 'Provinz {}', en: '{} Province' },
	State: { de: 'Bundesstaat {}', en: 'State of {}' },
	Region: { de: 'Region {}', en: '{} Region' },
	Prefecture: { de: 'Präfektur {}', en: '{} Prefecture' },
	Voivodeship: { de: 'Woiwodschaft {}', en: '{} Voivodeship' },
};
/** Former Soviet oblasts go by three words in German. */
const OBLASTS = new Set(['RU', 'UA', 'BY', 'KZ']);

/** Ways a text may name a province: bare, and with the word for it before or after. */
export function provinceVariants(name, language, type, country) {
	if (!name) return [];
	const bare = bareName(name, language);
	const patterns = [WORDS[type]?.[language]];
	if (OBLASTS.has(country) && language === 'de') patterns.push('Oblast {}', 'Gebiet {}', 'Region {}');
	if (OBLASTS.has(country) && language === 'en') patterns.push('{} Oblast', '{} Region', '{} region');
	return distinct([name, bare, ...patterns.filter(Boolean).map((pattern) => pattern.replace('{}', bare))]);
}
