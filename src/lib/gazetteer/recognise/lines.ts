import type { Token } from './tokens';

/** What the line that a word stands in tells of its capitals. */
export type LineKind = 'text' | 'capitals' | 'headline';

export interface Lines {
	/** By index of the token. */
	kindOf: LineKind[];
	/** Tokens of the place that a dispatch comes from: PEKING, Mai 16 (Reuters) – */
	inDateline: Set<number>;
	/** Tokens before the first full stop or dash of a line, where that comes soon. */
	inHead: Set<number>;
	/** Tokens of rows of results: Chicago 4 St Louis 2. */
	inResults: Set<number>;
}

const DASH = /^[-–—_]$/;
const MONTH =
	/^(?:Jan(?:uar|uary)?|Feb(?:ruar|ruary)?|Mar(?:ch)?|März|Apr(?:il)?|May|Mai|June?|Juni|July?|Juli|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Okt(?:ober)?|Nov(?:ember)?|De[cz](?:ember)?)$/i;

/** Words of a dispatch's first line before its dash. */
const DATELINE_LENGTH = 24;

export function readLines(tokens: readonly Token[], lang: string): Lines {
	const lines: Lines = { kindOf: [], inDateline: new Set(), inHead: new Set(), inResults: new Set() };
	let first = 0;
	for (let index = 1; index <= tokens.length; index++) {
		if (index < tokens.length && !tokens[index]!.gap.includes('\n')) continue;
		readLine(tokens, first, index, lang, lines);
		first = index;
	}
	return lines;
}

function readLine(tokens: readonly Token[], first: number, end: number, lang: string, lines: Lines): void {
	const line = tokens.slice(first, end);
	const words = line.filter(({ isWord, isHan }) => isWord && !isHan);
	const capital = words.filter(
		({ casing, text }) => casing === 'upper' || (text.length === 1 && casing === 'initial'),
	);
	const lower = words.filter(({ casing }) => casing === 'lower');
	const long = words.filter(({ text }) => text.length > 3);
	const raised = long.filter(({ casing }) => casing !== 'lower');
	let kind: LineKind = 'text';
	if (words.length > 1 && lower.length === 0 && capital.length >= 0.8 * words.length) kind = 'capitals';
	else if (lang === 'en' && long.length > 3 && raised.length >= 0.85 * long.length) kind = 'headline';
	for (let index = first; index < end; index++) lines.kindOf.push(kind);
	for (const index of datelineOf(line)) lines.inDateline.add(first + index);
	for (const index of headOf(line)) lines.inHead.add(first + index);
	if (isResult(line)) for (let index = first; index < end; index++) lines.inResults.add(index);
}

function datelineOf(line: Token[]): number[] {
	const [head] = line;
	if (!head?.isWord || head.casing === 'lower') return [];
	const dash = line.findIndex(
		({ text, gap }, index) =>
			index > 0 &&
			index < DATELINE_LENGTH &&
			DASH.test(text) &&
			(gap !== '' || line[index - 1]!.text === ')' || line[index - 1]!.text === '-'),
	);
	const paren = line.findIndex(({ text }) => text === '(');
	const hasAgency =
		paren > 0 && paren < 12 && isAgency(line, paren) && (dash > paren || line[paren + 2]?.text === ')');
	if (hasAgency) return range(line, paren);
	const dated = line.findIndex(
		({ text }, index) => index > 0 && text === ',' && isDate(line.slice(index + 1, index + 4)),
	);
	if (dated > 0 && dated < 6 && line.slice(0, dated).every(isDatelineWord)) return range(line, dated);
	const date = line.findIndex(
		({ text }) => MONTH.test(text) || /^\d{1,4}$/.test(text) || /^\d{4}-?/.test(text),
	);
	if (/^[\p{Lu}\s.'-]+$/u.test(head.text) && head.casing === 'upper') {
		if (dash > 0 && line.slice(0, date > 0 ? Math.min(date, dash) : dash).every(isDatelineWord))
			return range(line, date > 0 ? Math.min(date, dash) : dash);
		if (
			date > 0 &&
			line.length <= date + 6 &&
			/^\d{4}/.test(line[date]!.text) &&
			line.slice(0, date).every(isDatelineWord)
		)
			return range(line, date);
	}
	return [];
}

/** So many words may stand before the full stop or the dash. */
const HEAD = 6;

function headOf(line: Token[]): number[] {
	const end = line.findIndex(
		({ text, gap }, index) => index > 0 && (text === '.' || text === ':' || (DASH.test(text) && gap !== '')),
	);
	if (end < 1 || end > HEAD || end === line.length - 1 || !line.slice(0, end).every(isDatelineWord))
		return [];
	const next = line[end + 1]!;
	return next.isWord && next.casing === 'lower' ? [] : range(line, end);
}

/** Oct 9 · 9 October · 28. Februar */
function isDate(tokens: Token[]): boolean {
	const [first, second, third] = tokens.map(({ text }) => text);
	const isDay = /^\d{1,2}$/.test(first ?? '');
	if (isDay) return MONTH.test((second === '.' ? third : second) ?? '');
	return MONTH.test(first ?? '') && /^\d{1,2}$/.test((second === '.' ? third : second) ?? '');
}

function isDatelineWord({ isWord, casing, text }: Token): boolean {
	return isWord ? casing !== 'lower' : /^[,./-]$/.test(text);
}

/** (dpa), (AP), (Reuters), (dpa/lsw), (AFP/SID) */
function isAgency(line: Token[], paren: number): boolean {
	const close = line.findIndex(({ text }, index) => index > paren && text === ')');
	if (close < 0 || close - paren > 6) return false;
	if (
		!line
			.slice(0, paren)
			.every((token) => isDatelineWord(token) || /^\d/.test(token.text) || MONTH.test(token.text))
	)
		return false;
	return line
		.slice(paren + 1, close)
		.some(({ text }) =>
			/^(?:dpa|ap|afp|reuters|epd|kna|sid|apa|sda|upi|xinhua|tass|itar|interfax|kyodo|ani|pti|dapd|ddp|ots|lsw|efe|ansa|bbc|cnn|wikinews|ria|rtr|unb|ians|bloomberg|cp|aap|irna|nna|lby|lnw|lhe|lni|lno|lrs|lsn|lth|lah|bb|mv)$/i.test(
				text,
			),
		);
}

function range(line: Token[], end: number): number[] {
	return line.slice(0, end).map((_, index) => index);
}

/** Names and numbers by turns: Chicago 4 St Louis 2 · Leeds 12 5 4 3 20 · FC Köln - Mainz 05 2:1. */
function isResult(line: Token[]): boolean {
	const numbers = line.filter(({ text }) => /^\d/.test(text)).length;
	const words = line.filter(({ isWord }) => isWord);
	const lower = words.filter(({ casing }) => casing === 'lower').length;
	return numbers >= 2 && words.length > 0 && words.length <= numbers * 3 && lower <= 1 && line.length <= 30;
}
