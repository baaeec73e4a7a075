import type { LonLat } from '#lib/story/index.ts';

/** One right answer: a place by id or country, or a point; a country beside a point must fit as well. */
export interface Expected {
	id?: string;
	at?: LonLat;
	country?: string;
}

/** A stretch of text that somebody marked, in UTF-16 code units of the text without marks. */
export interface Mark {
	start: number;
	end: number;
	text: string;
	form: 'name' | 'adjective' | 'metonym' | 'ignore';
	/** Any of them is right; none for `ignore`. */
	expected: Expected[];
}

const MARK = /\[\[([^|\]]+)\|([^\]]+)\]\]/g;
const POINT = /^(-?[\d.]+),(-?[\d.]+)(?:,([A-Z]{2}|-))?$/;
const ID = /^[A-Z]{2}(-[A-Z0-9]+)?$/;

/**
 * The text without its marks, and the marks: `[[Harbin|45.75,126.65]]`, `[[Chinas|CN]]`, `[[Russian|adj RU]]`,
 * `[[Kremlin|metonym 55.75,37.62]]`, `[[Brooklyn|ignore]]`.
 *
 * @throws {Error} where a mark cannot be read
 */
export function readMarks(source: string): { text: string; marks: Mark[] } {
	const marks: Mark[] = [];
	let text = '';
	let from = 0;
	for (const match of source.matchAll(MARK)) {
		const [whole, surface = '', meaning = ''] = match;
		text += source.slice(from, match.index);
		from = match.index + whole.length;
		const start = text.length;
		text += surface;
		marks.push({ start, end: text.length, text: surface, ...readMeaning(meaning) });
	}
	text += source.slice(from);
	if (/\[\[|\]\]/.test(text))
		throw new Error(`A mark cannot be read: ${/.{0,20}(\[\[|\]\]).{0,30}/.exec(text)?.[0]}`);
	return { text, marks };
}

function readMeaning(meaning: string): Pick<Mark, 'form' | 'expected'> {
	if (meaning === 'ignore') return { form: 'ignore', expected: [] };
	if (meaning.startsWith('adj ')) return { form: 'adjective', expected: readExpected(meaning.slice(4)) };
	if (meaning.startsWith('metonym ')) return { form: 'metonym', expected: readExpected(meaning.slice(8)) };
	return { form: 'name', expected: readExpected(meaning) };
}

/**
 * Right answers, with `|` between them: `CN`, `CN-HL`, `45.75,126.65`, `45.75,126.65,CN`; `-` for no one country.
 *
 * @throws {Error} where one cannot be read
 */
export function readExpected(text: string): Expected[] {
	return text.split('|').map((answer) => {
		if (ID.test(answer)) return { id: answer };
		const point = POINT.exec(answer);
		if (!point) throw new Error(`"${answer}" is neither an id nor lat,lon nor lat,lon,country.`);
		const [, lat, lon, country] = point;
		const at = { lon: Number(lon), lat: Number(lat) };
		return country && country !== '-' ? { at, country } : { at };
	});
}
