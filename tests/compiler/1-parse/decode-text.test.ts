import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeText } from '../../../src/lib/compiler/1-parse/decode-text';

const utf8 = (text: string) => new TextEncoder().encode(text);

describe('the text of a file', () => {
	test('is what was written, whatever it is, without its byte order mark', () => {
		const text = fc.string({ unit: 'grapheme' }).filter((written) => !/[\0\uFEFF]/.test(written));
		fc.assert(
			fc.property(text, (written) => {
				expect(decodeText(utf8(`\uFEFF${written}`))).toBe(written);
			}),
		);
	});

	test.each([
		['in the first line', Buffer.from('K\xf6ln', 'latin1'), 1, 2],
		['behind letters of several bytes', Buffer.concat([utf8('北京 𝒳 '), Buffer.from([0xe4])]), 1, 7],
		['in a later line', Buffer.concat([utf8('a\r\nü '), Buffer.from([0xfc, 0x0a])]), 2, 3],
		['at the cut off end', utf8('a\n€').subarray(0, 4), 2, 1],
	])('that is no UTF-8 %s is told by line and column', (_where, bytes, line, column) => {
		expect(decodeText(bytes)).toMatchObject({ line, column, guess: expect.stringContaining('1252') });
	});

	test.each([
		['little-endian with a mark', Buffer.from('\uFEFFab', 'utf16le')],
		['big-endian with a mark', Buffer.from([0xfe, 0xff, 0, 0x61])],
		['without a mark', Buffer.from('ab', 'utf16le')],
	])('in UTF-16, %s, is recognised', (_name, bytes) => {
		expect(decodeText(bytes)).toMatchObject({ line: 1, guess: expect.stringContaining('UTF-16') });
	});
});
