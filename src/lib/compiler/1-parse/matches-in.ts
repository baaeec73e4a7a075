import type { Text } from 'mdast';
import type { At } from '../draft';

/** What a pattern finds in the Markdown of a text, where it is not escaped, and where that stands. */
export function matchesIn(
	{ position }: Text,
	pattern: RegExp,
	text: string,
	file: string,
): { match: RegExpMatchArray; at: At }[] {
	const [start, end] = [position?.start.offset, position?.end.offset];
	if (start === undefined || end === undefined) return [];
	const source = text.slice(start, end);
	return [...source.matchAll(pattern)]
		.filter(({ index }) => source.charAt(index - 1) !== '\\')
		.map((match) => {
			const before = text.slice(0, start + match.index);
			const line = before.split('\n').length;
			return { match, at: { file, line, column: before.length - before.lastIndexOf('\n') } };
		});
}
