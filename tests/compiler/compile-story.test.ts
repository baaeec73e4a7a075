import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatProblem } from '#lib/story/index.ts';
import { compile, storyWith } from './fixture-world';

const FRAGMENTS = [
	...[
		'---\n',
		'title: T\n',
		'translates: de\n',
		'## A\n',
		'## \n',
		'# B\n',
		'```map\n',
		'```\n',
		'\n',
		'  ',
		'- ',
	],
	...[
		'focus: ',
		'show: ',
		'highlight: ',
		'route: ',
		'border: ',
		'center: ',
		'when: ',
		'dateline: ',
		'data: ',
		'zoom: ',
		'id: ',
	],
	...[
		'Peking',
		'Habrin',
		'Georgia',
		'Südpazifik',
		'[',
		']',
		'{',
		'}',
		', ',
		': ',
		'fill',
		'lat: 1',
		'45.8',
		'"',
		'&a ',
		'*a',
	],
	...[
		'<!-- note: x',
		' -->',
		'<b>',
		'[x](place:',
		')',
		'[^1]',
		'[^1]: y\n',
		'![',
		'](x.jpg "a | b")',
		'](#a)',
		'```js\n',
		'2024-05-16',
		'/',
		' evening\n',
		'\t',
		'| a |\n',
	],
];

describe('the compiler', () => {
	test('throws at nothing that an author can write, and every problem has a place and a hint of what is wrong', () => {
		const text = fc.array(fc.constantFrom(...FRAGMENTS), { maxLength: 40 }).map((parts) => parts.join(''));
		fc.assert(
			fc.property(text, text, (block, prose) => {
				for (const de of [block + prose, storyWith(`${block}\n`, prose)])
					for (const found of compile({ de, en: prose }).problems) {
						expect(found.line).toBeGreaterThan(0);
						expect(found.column).toBeGreaterThan(0);
						expect(formatProblem(found)).not.toMatch(/undefined|NaN|\[object/);
					}
			}),
			{ numRuns: 300 },
		);
	});

	test('gives nothing for a language that is not there', () => {
		expect(compile({ de: storyWith('focus: Peking\n') }, 'fr')).toEqual({
			shapes: {},
			images: [],
			problems: [],
		});
	});

	test('lists all problems at once, in the order of the file', () => {
		const { problems: found } = compile({ de: storyWith('zoom: x\nfokus: A\n', '[x](place:Habrin)') });
		expect(found.map(({ code }) => code)).toEqual(['type-wrong', 'key-unknown', 'place-unknown']);
	});
});
