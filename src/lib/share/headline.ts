import type { SetLine, Type, Typesetter } from './typesetter';

/** Px. */
export interface Block {
	lines: SetLine[];
	size: number;
	leading: number;
}

export interface Room {
	width: number;
	height: number;
	/** Px; type is as large as the room allows. */
	largest: number;
	smallest: number;
}

/** Large type stands closer. */
const leadingOf = (size: number) => (size > 72 ? 0.97 : size > 48 ? 1.04 : 1.12);

/**
 * A headline in lines of about the same length, as large as its room allows and never cut: what is too long even in the
 * smallest type is broken within words, and runs on below the room. `null` where the faces lack a letter.
 */
export function setHeadline(
	text: string,
	room: Room,
	typeset: Typesetter,
	type: Omit<Type, 'size'>,
): Block | null {
	const words = text.trim().split(/\s+/);
	if (typeset(words.join(' '), { ...type, size: room.largest }) === null) return null;
	for (let size = room.largest; ; size -= 2) {
		const measure = (line: string) => typeset(line, { ...type, size })?.width ?? 0;
		const leading = size * leadingOf(size);
		const last = size <= room.smallest;
		const pieces = last ? words.flatMap((word) => broken(word, room.width, measure)) : words;
		const lines = balanced(pieces, room.width, measure);
		const fits = lines.every((line) => measure(line) <= room.width) && lines.length * leading <= room.height;
		if (fits || last) return { lines: lines.map((line) => typeset(line, { ...type, size })!), size, leading };
	}
}

/** As few lines as the width allows, and among these the ones whose longest is shortest. */
function balanced(words: string[], width: number, measure: (line: string) => number): string[] {
	const lines = filled(words, width, measure);
	let low = 0;
	let high = width;
	let best = lines;
	for (let i = 0; i < 8; i++) {
		const middle = (low + high) / 2;
		const tried = filled(words, middle, measure);
		if (tried.length <= lines.length && tried.every((line) => measure(line) <= middle)) {
			best = tried;
			high = middle;
		} else low = middle;
	}
	return best;
}

function filled(words: string[], width: number, measure: (line: string) => number): string[] {
	const lines: string[] = [];
	for (const word of words) {
		const longer = lines.length ? `${lines.at(-1)} ${word}` : word;
		if (lines.length && measure(longer) <= width) lines[lines.length - 1] = longer;
		else lines.push(word);
	}
	return lines;
}

/** The pieces of a word that is longer than a line; all but the last end in a hyphen. */
function broken(word: string, width: number, measure: (line: string) => number): string[] {
	if (measure(word) <= width) return [word];
	const letters = [...word];
	let count = letters.length - 1;
	while (count > 1 && measure(`${letters.slice(0, count).join('')}-`) > width) count--;
	return [`${letters.slice(0, count).join('')}-`, ...broken(letters.slice(count).join(''), width, measure)];
}
