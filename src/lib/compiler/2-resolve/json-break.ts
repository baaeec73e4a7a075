/** Where a text stops being JSON. */
export interface JsonBreak {
	/** From 1. */
	line: number;
	/** What stands there; absent where the text ends too early. */
	found?: string;
}

const TOKEN =
	// eslint-disable-next-line no-control-regex -- JSON allows none of them in texts
	/[ \t\r\n]*(?:([{}[\],:])|("(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?|true|false|null)(?![\w.]))/y;

/** What may come next: a value, a value or the end of an empty list, a key, a colon, or a comma or the end. */
type Awaited = 'value' | 'first value' | 'key' | 'first key' | 'colon' | 'comma' | 'nothing';

/**
 * Finds the place at which a text that is no JSON (RFC 8259) breaks. What `JSON.parse` says of it differs between
 * engines and versions, and often has no place.
 */
export function findJsonBreak(text: string): JsonBreak {
	const open: ('{' | '[')[] = [];
	let awaited: Awaited = 'value';
	let end = 0;
	const afterValue = (): Awaited => (open.length ? 'comma' : 'nothing');
	for (;;) {
		TOKEN.lastIndex = end;
		const match = TOKEN.exec(text);
		const next = match && step(match[1], match[2]);
		if (!next) return describe(text, end);
		awaited = next;
		end = TOKEN.lastIndex;
	}

	function step(sign: string | undefined, value: string | undefined): Awaited | undefined {
		const takesValue = awaited === 'value' || awaited === 'first value';
		const takesKey = awaited === 'key' || awaited === 'first key';
		if (value !== undefined) {
			if (takesKey) return value.startsWith('"') ? 'colon' : undefined;
			return takesValue ? afterValue() : undefined;
		}
		if (sign === '{' || sign === '[') {
			if (!takesValue) return undefined;
			open.push(sign);
			return sign === '{' ? 'first key' : 'first value';
		}
		if (sign === ':') return awaited === 'colon' ? 'value' : undefined;
		if (sign === ',') return awaited === 'comma' ? (open.at(-1) === '{' ? 'key' : 'value') : undefined;
		const isEmpty = awaited === (sign === '}' ? 'first key' : 'first value');
		if (open.at(-1) !== (sign === '}' ? '{' : '[') || !(isEmpty || awaited === 'comma')) return undefined;
		open.pop();
		return afterValue();
	}
}

function describe(text: string, end: number): JsonBreak {
	const at = end + /^[ \t\r\n]*/.exec(text.slice(end))![0].length;
	const found = /^(?:[\p{L}\p{N}_.+-]+|\S)/u.exec(text.slice(at, at + 24))?.[0];
	const before = text.slice(0, found === undefined ? text.trimEnd().length : at);
	return { line: before.split('\n').length, found };
}
