import { dirOf } from '#lib/story/index.ts';
import type { PartOfDay } from '../draft';

/** The few words that the compiler itself puts into a story. */
export interface Words {
	/** The locale whose order of day and month is meant. */
	locale: string;
	cover: string;
	footnotes: string;
	/** @param nth which of several places in the text refers to it */
	backToText: (note: number, nth?: number) => string;
	note: (number: number) => string;
	/** The arrow back, to where lines begin, drawn as a letter and not as a picture. */
	backSign: string;
	table: string;
	border: (a: string, b: string) => string;
	/** How days of one month or year are joined; absent: both dates are written out. */
	span?: { order: 'day-first' | 'year-first'; afterDay: string; between: string };
	/** Absent: the part of the day is left out. */
	partOfDay?: Record<PartOfDay, string>;
	/** Puts the part of the day behind the date. */
	join: (date: string, part: string) => string;
}

const BACK = '↩\uFE0E';
const BACK_TO_THE_RIGHT = '↪\uFE0E';

const withComma = (date: string, part: string) => `${date}, ${part}`;

const english: Words = {
	locale: 'en-GB',
	span: { order: 'day-first', afterDay: '', between: '–' },
	cover: 'Start',
	footnotes: 'Notes',
	backToText: (note, nth) => `Back to the text from note ${note}${nth ? ` (${nth})` : ''}`,
	note: (number) => `Note ${number}`,
	backSign: BACK,
	table: 'Table',
	border: (a, b) => `Border between ${a} and ${b}`,
	partOfDay: { morning: 'morning', noon: 'noon', afternoon: 'afternoon', evening: 'evening', night: 'night' },
	join: withComma,
};

const WORDS: Record<string, Words> = {
	en: english,
	de: {
		locale: 'de-DE',
		span: { order: 'day-first', afterDay: '.', between: '–' },
		cover: 'Beginn',
		footnotes: 'Anmerkungen',
		backToText: (note, nth) => `Zurück zum Text von Anmerkung ${note}${nth ? ` (${nth})` : ''}`,
		note: (number) => `Anmerkung ${number}`,
		backSign: BACK,
		table: 'Tabelle',
		border: (a, b) => `Grenze zwischen ${a} und ${b}`,
		partOfDay: {
			morning: 'morgens',
			noon: 'mittags',
			afternoon: 'nachmittags',
			evening: 'abends',
			night: 'nachts',
		},
		join: withComma,
	},
	zh: {
		locale: 'zh-CN',
		span: { order: 'year-first', afterDay: '日', between: '至' },
		cover: '开篇',
		footnotes: '注释',
		backToText: (note, nth) => `返回正文：注释 ${note}${nth ? ` (${nth})` : ''}`,
		note: (number) => `注释 ${number}`,
		backSign: BACK,
		table: '表格',
		border: (a, b) => `${a}与${b}的边界`,
		partOfDay: { morning: '早晨', noon: '中午', afternoon: '下午', evening: '晚上', night: '夜间' },
		join: (date, part) => `${date}${part}`,
	},
	ru: {
		locale: 'ru-RU',
		span: { order: 'day-first', afterDay: '', between: '–' },
		cover: 'Начало',
		footnotes: 'Примечания',
		backToText: (note, nth) => `Назад к тексту от примечания ${note}${nth ? ` (${nth})` : ''}`,
		note: (number) => `Примечание ${number}`,
		backSign: BACK,
		table: 'Таблица',
		border: (a, b) => `Граница: ${a} — ${b}`,
		partOfDay: { morning: 'утром', noon: 'в полдень', afternoon: 'днём', evening: 'вечером', night: 'ночью' },
		join: withComma,
	},
};

/** The words for a language: its own, else English ones with the dates of the language. */
export function wordsFor(lang: string): Words {
	const known = WORDS[lang] ?? WORDS[lang.split('-')[0] ?? ''];
	const backSign = dirOf(lang) === 'rtl' ? BACK_TO_THE_RIGHT : BACK;
	return known ?? { ...english, backSign, locale: lang, span: undefined, partOfDay: undefined };
}
