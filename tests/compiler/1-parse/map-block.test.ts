import { describe, expect, test, vi } from 'vitest';
import { formatProblem } from '#lib/story/index.ts';
import { parseDocument } from '../../../src/lib/compiler/1-parse/parse-document';
import { storyWith } from '../fixture-world';

const parse = (map: string) => parseDocument('x/de.md', storyWith(map), 'de');
const block = (map: string) => {
	const { steps, problems } = parse(map);
	expect(problems.map(formatProblem)).toEqual([]);
	return steps[0]!.map!;
};
const names = (refs: { value: object[] } | undefined) =>
	refs?.value.map((ref) => ('name' in ref ? ref.name : ref));

describe('a map block', () => {
	test('takes one place without brackets, and names that YAML 1.1 would take for something else', () => {
		expect(names(block('focus: Peking\n').focus)).toEqual(['Peking']);
		expect(names(block('focus: [NO, yes, "Georgia, US"]\n').focus)).toEqual(['NO', 'yes', 'Georgia, US']);
	});

	test('tells an empty list from none', () => {
		expect(block('show: []\nfocus: A\n').show?.value).toEqual([]);
		expect(block('focus: A\n').show).toBeUndefined();
	});

	test('knows where every value stands, however deep', () => {
		const { focus, highlight } = block('focus:\n  - A\n  - B\nhighlight:\n    "C": {style: hatch}\n');
		expect(focus?.value[1]?.at).toEqual({ file: 'x/de.md', line: 10, column: 5 });
		expect(highlight?.value[0]?.place.at).toEqual({ file: 'x/de.md', line: 12, column: 5 });
	});

	test('takes one route, several, and one with a label', () => {
		const stops = (map: string) => block(map).route?.value.map((route) => names({ value: route.stops }));
		expect(stops('route: [A, B, C]\n')).toEqual([['A', 'B', 'C']]);
		expect(stops('route: [[A, B], [C, D]]\n')).toEqual([
			['A', 'B'],
			['C', 'D'],
		]);
		expect(stops('route: {stops: [A, B], label: x}\n')).toEqual([['A', 'B']]);
		expect(stops('route: [A, {name: B, lat: 1, lon: 2}]\n')?.[0]).toHaveLength(2);
	});

	test('takes one border, several, and one with a label', () => {
		const borders = (map: string) =>
			block(map).border?.value.map(({ label, between }) => [...names({ value: between })!, label]);
		expect(borders('border: [A, B]\n')).toEqual([['A', 'B', undefined]]);
		expect(borders('border: [[A, B], {between: [C, D], label: x}]\n')).toEqual([
			['A', 'B', undefined],
			['C', 'D', 'x'],
		]);
	});

	test('takes a highlight as a name, a list, a style, or a style and a label', () => {
		const styles = (map: string) => block(map).highlight?.value.map(({ style, label }) => [style, label]);
		expect(styles('highlight: A\n')).toEqual([['fill', undefined]]);
		expect(styles('highlight: [A, B]\n')).toHaveLength(2);
		expect(styles('highlight:\n  - A: outline\n  - B\n  - C: {style: hatch, label: x}\n')).toEqual([
			['outline', undefined],
			['fill', undefined],
			['hatch', 'x'],
		]);
		expect(styles('highlight: {A: mention, B: {style: hatch, label: x}}\n')).toEqual([
			['mention', undefined],
			['hatch', 'x'],
		]);
	});

	test('may be empty', () => {
		expect(block('')).toEqual({});
	});

	test('in a file with Windows line ends has its values where the author sees them', () => {
		const { problems } = parseDocument(
			'x/de.md',
			storyWith('focus: A\nzoom: x\n').replaceAll('\n', '\r\n'),
			'de',
		);
		expect(problems.map(formatProblem)).toEqual([
			'x/de.md:9:7 type-wrong: "zoom" must be a number; it is "x". For example: "zoom: 4".',
		]);
	});
});

describe('a day', () => {
	test.each([
		['2024-05-16', { from: '2024-05-16' }],
		['2024-05-16/2024-05-17', { from: '2024-05-16', to: '2024-05-17' }],
		['2024-05-16 evening', { from: '2024-05-16', part: 'evening' }],
		['"2024-05-16"', { from: '2024-05-16' }],
		['2024-05-16/2024-05-16', { from: '2024-05-16' }],
	])('%s is read as it is written', (when, expected) => {
		expect(block(`when: ${when}\n`).when?.value).toEqual(expected);
	});

	test.each([
		'2024',
		'16.5.2024',
		'2024-13-01',
		'2024-02-30',
		'2024-05-17/2024-05-16',
		'2024-05-16 evning',
		'2024-05-16/',
	])('%s is refused', (when) => {
		expect(parse(`when: ${when}\n`).problems).toHaveLength(1);
	});
});

describe('a file', () => {
	test('without front matter is read from its first line', () => {
		const { steps, problems } = parseDocument('x/de.md', '## A\n\nText.\n', 'de');
		expect(steps[0]?.at.line).toBe(1);
		expect(problems.map(({ code }) => code)).toEqual(['title-missing']);
	});

	test('gives notes to the presenter and drops other comments', () => {
		const { steps } = parseDocument(
			'x/de.md',
			storyWith('focus: A\n', '<!-- note: one -->\n\nText <!-- note: two --> <!-- none -->.'),
			'de',
		);
		expect(steps[0]?.note).toBe('one\n\ntwo');
	});

	test('that never closes its front matter is told so once', () => {
		const { problems } = parseDocument('x/de.md', '---\ntitle: A\n\n## B\n\nText.\n', 'de');
		expect(problems.map(({ code }) => code)).toEqual(['front-matter-unclosed']);
	});

	test('whose YAML holds more than one document, or values of other programs, says so and prints nothing', () => {
		const printed = ['log', 'warn', 'error', 'info', 'debug'] as const;
		const spies = printed.map((name) => vi.spyOn(console, name).mockReturnValue(undefined));
		const emitted = vi.spyOn(process, 'emitWarning').mockReturnValue(undefined);
		for (const map of [
			'focus: A\n---\nshow: B\n',
			'focus: !!js/function A\n',
			'focus: !point A\n',
			'%X\n---\n',
		])
			expect(parse(map).problems.map(({ code }) => code)).toEqual(['yaml-invalid']);
		for (const spy of [...spies, emitted]) expect(spy).not.toHaveBeenCalled();
		vi.restoreAllMocks();
	});

	test('of any content is read without an exception', () => {
		const nasty = [
			'',
			'---',
			'---\n---',
			'```map',
			'```map\n&a [*a]\n```',
			'## \n',
			'---\n? [a]\n---\n## A',
			'```map\n- a\n```',
			'---\n- a\n---',
			'```map\nfocus: *b\n```',
			'```map\nfocus: &a [*a]\n```',
			'## A\n```map\nfocus: !!binary x\n```',
		];
		for (const text of nasty) expect(() => parseDocument('x/de.md', text, 'de')).not.toThrow();
	});
});
