import { fold } from '../fold';

/** How a word is written: `Berlin`, `BERLIN`, `berlin`; digits and signs are `none`. */
export type Casing = 'lower' | 'initial' | 'upper' | 'none';

/** A word, a number or a sign of the text. */
export interface Token {
	/** UTF-16 offsets into the text. */
	start: number;
	end: number;
	text: string;
	isWord: boolean;
	isHan: boolean;
	casing: Casing;
	/** What stands between the token before and this one: '' where nothing does. */
	gap: string;
	/** Whether a capital letter means nothing here, since every sentence begins with one. */
	startsSentence: boolean;
}

/** Han characters, initials with full stops (U.S.), abbreviated words of names, numbers, words, any other sign. */
const TOKEN =
	/[\p{Script=Han}〇]+|(?:\p{L}\.){2,}|(?:St|Ste|Mt|Ft|Mr|Mrs|Ms|Dr|Prof|Gen|Gov|Sen|Rep|Col|Lt|Sgt|Capt|Adm|Rev|Jr)\.|\d[\d.,:]*\d|\d|(?:(?!\p{Script=Han})[\p{L}\p{M}])+(?:['’ʼ`](?!s(?![\p{L}]))[\p{L}\p{M}]+)*|['’]s(?!\p{L})|[^\s]/giu;

const ENDS_SENTENCE = /[.!?:;…"”“«»•]/u;

/** A line shorter than this ends where its writer ended it: it is a heading or a row, not a wrapped line. */
const WRAPPED = 55;

export function tokenise(text: string, offset = 0): Token[] {
	const tokens: Token[] = [];
	let last = 0;
	let lineStart = 0;
	for (const match of text.matchAll(TOKEN)) {
		const [written] = match;
		const gap = text.slice(last, match.index);
		const previous = tokens.at(-1);
		const newLine = gap.includes('\n');
		const endsBefore =
			!previous ||
			/\n\s*\n/.test(gap) ||
			(newLine && last - lineStart < WRAPPED) ||
			(ENDS_SENTENCE.test(previous.text) &&
				previous.text.length === 1 &&
				(gap !== '' || /["“«]/.test(previous.text)));
		if (newLine) lineStart = match.index;
		const code = written.codePointAt(0)!;
		const isWord = isLetter(code, written);
		tokens.push({
			start: offset + match.index,
			end: offset + match.index + written.length,
			text: written,
			isWord: isWord && !/^['’]/.test(written),
			isHan: isWord && isHanCode(code),
			casing: isWord ? casingOf(written) : 'none',
			gap,
			startsSentence: endsBefore || (previous.startsSentence && !previous.isWord),
		});
		last = match.index + written.length;
	}
	return tokens;
}

function isLetter(code: number, written: string): boolean {
	if (code < 128) return (code | 32) >= 97 && (code | 32) <= 122;
	return /^\p{L}/u.test(written);
}

function isHanCode(code: number): boolean {
	return code >= 0x2e80 && /\p{Script=Han}/u.test(String.fromCodePoint(code));
}

function casingOf(word: string): Casing {
	const first = word[0]!;
	if (first === first.toLowerCase()) return 'lower';
	if (word.length > 1 && word === word.toUpperCase()) return 'upper';
	return 'initial';
}

const folded = new Map<string, string>();

/** Texts repeat their words: each is folded once. */
export function foldWord(word: string): string {
	let known = folded.get(word);
	if (known === undefined) {
		if (folded.size > 50_000) folded.clear();
		known = fold(word);
		folded.set(word, known);
	}
	return known;
}
