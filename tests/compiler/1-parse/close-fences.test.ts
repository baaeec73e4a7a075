import { describe, expect, test } from 'vitest';
import { closeFences } from '../../../src/lib/compiler/1-parse/close-fences';

const lines = (...all: string[]) => all.join('\n');

describe('a fence', () => {
	test('that is closed is left alone', () => {
		const text = lines('```map', 'focus: Kyiv', '```', '', '~~~', '```', '~~~');
		expect(closeFences(text)).toEqual({ text, open: [] });
	});

	test('that is never closed ends at the first blank line, and every line keeps its number', () => {
		const { text, open } = closeFences(lines('A', '```map', 'focus: Kyiv', '', 'Text.'));
		expect(text).toBe(lines('A', '```map', 'focus: Kyiv', '```', 'Text.'));
		expect(open).toEqual([{ line: 2, text: '```map' }]);
	});

	test('of a map is not closed by the fence of the next block', () => {
		const { text, open } = closeFences(
			lines('```map', 'focus: Kyiv', '', '## Next', '```map', 'focus: Lviv', '```'),
		);
		expect(text).toBe(lines('```map', 'focus: Kyiv', '```', '## Next', '```map', 'focus: Lviv', '```'));
		expect(open).toHaveLength(1);
	});

	test('that runs into the next heading is told by its own first line', () => {
		const { text, open } = closeFences(lines('```map', 'focus: Kyiv', '## Next'));
		expect(text).toBe(lines('', 'focus: Kyiv', '## Next'));
		expect(open).toEqual([{ line: 1, text: '```map' }]);
	});

	test('inside a list or a quotation is a fence, too', () => {
		expect(closeFences(lines('- ```js', '  code', '  ```', '> ~~~', '> x', '> ~~~')).open).toEqual([]);
	});

	test('of other code may hold headings', () => {
		expect(closeFences(lines('```md', '## A heading', '```')).open).toEqual([]);
	});
});
