/** Bytes that are no UTF-8. */
export interface BrokenText {
	/** Of the first byte that is none, from 1. */
	line: number;
	/** From 1, in UTF-16 code units. */
	column: number;
	/** What the bytes look like, `UTF-16`. */
	guess: string;
}

const LINE_FEED = 0x0a;

/** The text of a file without its byte order mark, or the place where it stops being UTF-8. */
export function decodeText(source: string | Uint8Array): string | BrokenText {
	if (typeof source === 'string') return source.replace(/^\uFEFF/, '');
	const [first, second] = source;
	if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff))
		return { line: 1, column: 1, guess: 'UTF-16' };
	const text = decode(source);
	if (text === undefined) return findBreak(source);
	const zero = text.indexOf('\0');
	if (zero < 0) return text;
	const before = text.slice(0, zero);
	const guess = 'UTF-16, or no text at all';
	return { line: before.split('\n').length, column: zero - before.lastIndexOf('\n'), guess };
}

function findBreak(bytes: Uint8Array): BrokenText {
	let line = 1;
	for (let start = 0; ; line++) {
		const end = bytes.indexOf(LINE_FEED, start);
		const row = bytes.subarray(start, end < 0 ? undefined : end);
		if (decode(row) === undefined || end < 0)
			return {
				line,
				column: validBeginning(row).length + 1,
				guess: 'Windows-1252 or another older encoding',
			};
		start = end + 1;
	}
}

/** What of a line is UTF-8, up to the first byte that is none. */
function validBeginning(row: Uint8Array): string {
	let valid = '';
	for (let length = 1; length <= row.length; length++) {
		const text = decode(row.subarray(0, length));
		if (text !== undefined) valid = text;
		else if (decode(row.subarray(0, length), true) === undefined) break;
	}
	return valid;
}

/** @param stream the last character may be cut off */
function decode(bytes: Uint8Array, stream = false): string | undefined {
	try {
		return new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream });
	} catch {
		return undefined;
	}
}
