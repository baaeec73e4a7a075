import { isAlias, isScalar, visit, type Document, type Scalar, type YAMLError } from 'yaml';

/** What is wrong with a text that is no YAML, in words for people who have never heard of scalars and mappings. */
export interface Explanation {
	/** Where the mistake was made, which is not always where the parser stumbles. */
	offset: number;
	why: string;
	hint?: string;
}

const IN_QUOTES = 'Put the whole value in quotes.';
const AT_THE_MARGIN = 'Begin every key at the left margin, and the items of a list under each other.';

/** Explains the first error of a document; `undefined` if there is none. */
export function explainYaml(document: Document, text: string): Explanation | undefined {
	const [first] = [...document.errors, ...document.warnings];
	if (first) return explain(first, document, text);
	let unknown: number | undefined;
	visit(document, {
		Alias: (_key, alias) => {
			if (isAlias(alias) && !alias.resolve(document)) unknown ??= alias.range?.[0];
		},
	});
	return unknown === undefined ? undefined : cannotBegin(unknown, '*');
}

function explain({ code, message, pos: [offset] }: YAMLError, document: Document, text: string): Explanation {
	const rest = text.slice(offset);
	const sign = rest.charAt(0);
	switch (code) {
		case 'MULTIPLE_DOCS':
			return { offset, why: 'a second document begins here', hint: 'Take out the line of "---".' };
		case 'TAG_RESOLVE_FAILED':
			return { offset, why: `"${/^\S*/.exec(rest)?.[0]}" is no type of value here`, hint: 'Take it out.' };
		case 'TAB_AS_INDENT':
			return { offset, why: 'a tab stands where only spaces may', hint: 'Indent with spaces.' };
		case 'BAD_INDENT':
			return neverClosed(offset, text) ?? { offset, why: oddIndent, hint: AT_THE_MARGIN };
		case 'BLOCK_AS_IMPLICIT_KEY':
			return twoKeys(offset, text);
		case 'MULTILINE_IMPLICIT_KEY':
			return withoutColon(offset, text);
		case 'BLOCK_IN_FLOW':
			return { offset, why: 'a comma is missing before this', hint: 'Part the entries with commas.' };
		case 'BAD_SCALAR_START':
		case 'BAD_ALIAS':
			return cannotBegin(offset, sign);
		case 'BAD_DQ_ESCAPE':
			return {
				offset,
				why: `"${rest.slice(0, 2)}" has no meaning in double quotes`,
				hint: 'Put the text in single quotes, or write the backslash twice.',
			};
		case 'MISSING_CHAR':
			return missingSign(message, offset, document, text);
		case 'UNEXPECTED_TOKEN':
			return unexpected(message, offset, text);
		default:
			return { offset, why: message.replace(/\.$/, '') };
	}
}

const oddIndent = 'this line does not begin where the lines before it do';

function cannotBegin(offset: number, sign: string): Explanation {
	return { offset, why: `a value cannot begin with "${sign}"`, hint: IN_QUOTES };
}

/** The bracket that is open where the parser gives up. */
function neverClosed(before: number, text: string): Explanation | undefined {
	let closed = 0;
	for (let offset = before - 1; offset >= 0; offset--) {
		const sign = text.charAt(offset);
		if (sign === ']' || sign === '}') closed++;
		if (sign !== '[' && sign !== '{') continue;
		if (closed-- > 0) continue;
		const hint = `Close it with "${sign === '[' ? ']' : '}'}".`;
		return { offset, why: `the bracket "${sign}" that begins here is never closed`, hint };
	}
	return undefined;
}

/** `title: China: a visit`, or a key that is indented under the value before it. */
function twoKeys(offset: number, text: string): Explanation {
	const line = lineFrom(offset, text);
	if (/:(\s|$)/.test(line))
		return {
			offset,
			why: 'a value holds a second colon',
			hint: 'Put text that holds a colon in quotes.',
		};
	const isNext = text.charAt(offset - 1) === '\n';
	const next = isNext ? offset : offset + line.length + 1;
	const indent = /^[ \t]*/.exec(text.slice(next))![0].length;
	return { offset: next + indent, why: oddIndent, hint: AT_THE_MARGIN };
}

/** `focus Beijing`, `focus:Beijing`. */
function withoutColon(offset: number, text: string): Explanation {
	const line = lineFrom(offset, text).trim();
	const isTight = /^[\w-]+:\S/.test(line);
	return {
		offset,
		why: isTight ? `"${line}" has no space after its colon` : `"${line}" has no colon`,
		hint: 'Write the key, a colon, a space and the value: "focus: Berlin".',
	};
}

function missingSign(message: string, offset: number, document: Document, text: string): Explanation {
	if (message.includes('quote')) {
		const start = lastQuoted(document, offset) ?? offset;
		return {
			offset: start,
			why: 'the quote that begins here is never closed',
			hint: `Write another ${text.charAt(start)} where it ends.`,
		};
	}
	if (message.includes('between flow'))
		return { offset, why: 'a comma is missing before this', hint: 'Part the entries with commas.' };
	return withoutColon(offset, text);
}

/** An unclosed quote swallows all that follows: it is the last of the document. */
function lastQuoted(document: Document, before: number): number | undefined {
	let start: number | undefined;
	visit(document, {
		Scalar: (_key, node: Scalar) => {
			const isQuoted = isScalar(node) && /^QUOTE/.test(node.type ?? '');
			const at = node.range?.[0];
			if (isQuoted && at !== undefined && at < before) start = at;
		},
	});
	return start;
}

function unexpected(message: string, offset: number, text: string): Explanation {
	const sign = text.charAt(offset);
	const before = text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset);
	if (/flow-(seq|map)-end/.test(message))
		return { offset, why: `the bracket "${sign}" closes nothing`, hint: 'Take it out, or open it before.' };
	if (message.includes(', in flow'))
		return { offset, why: 'nothing stands before this comma', hint: 'Take the comma out.' };
	if (message.includes('on same line with key'))
		return {
			offset,
			why: 'a list with hyphens begins in the line of its key',
			hint: 'Begin it in the next line, or write it in brackets: "focus: [Berlin, Warsaw]".',
		};
	if (message.startsWith('Not a YAML token'))
		return {
			offset,
			why: 'after "|" or ">" the text begins in the next line',
			hint: `Break the line here, or put the whole value in quotes.`,
		};
	if (before.trim() === '') return { offset, why: oddIndent, hint: AT_THE_MARGIN };
	return {
		offset,
		why: 'something follows the quote that ends here',
		hint: `Put the whole value in one pair of quotes, and use the other kind of quotes inside it.`,
	};
}

function lineFrom(offset: number, text: string): string {
	const end = text.indexOf('\n', offset);
	return text.slice(offset, end < 0 ? undefined : end);
}
