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
	const clean = names.filter(Boolean).map((name) => String(name).replace(/[\t|\r\n]+/g, ' ').normalize('NFC').trim());
	return [...new Set(clean)].filter(Boolean);
}

const SUFFIXES = {
	zh: /(?:壮族自治区|回族自治区|维吾尔自治区|特别行政区|自治共和国|自治专区|自治区|自治州|边疆区|共和国|大区|地区|省|市|州|县|都|府|道|郡|區|县)$/u,
	en: / (?:Province|Oblast|Krai|Prefecture|Region|District|Governorate|Voivodeship|Department|County|State|Municipality|Autonomous Okrug|Republic)$/,
	ru: / (?:область|край|автономный округ|воеводство|провинция|район|область|штат)$/
};
const PREFIXES = {
	de: /^(?:Provinz|Oblast|Gebiet|Region|Woiwodschaft|Gouvernement|Präfektur|Distrikt|Republik|Kanton|Département|Departamento|Departement) /,
	en: /^(?:Republic of|Province of|State of|Canton of|Free Hanseatic) /,
	ru: /^(?:Республика|провинция|штат|ил|Провинция|Штат) /,
	zh: /^(?!)/
};

/** The name of a province without the word for what it is; the name itself if nothing would be left. */
export function bareName(name, language) {
	const bare = name.replace(SUFFIXES[language] ?? /(?!)/, '').replace(PREFIXES[language], '').trim();
	return bare.length >= 2 ? bare : name;
}

const AROUND = {
	de: ['Provinz', 'Region'],
	en: [],
	ru: [],
	zh: []
};

/** Ways a text may name a province: bare, with the word for it before or after. */
export function provinceVariants(name, language) {
	if (!name) return [];
	const bare = bareName(name, language);
	return distinct([name, bare, ...AROUND[language].map((word) => `${word} ${bare}`)]);
}
