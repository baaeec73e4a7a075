import type { At } from '../draft';
import { error, oneOf, quote, warning } from './tell';

/** Of front matter and map block as YAML, and of the kinds of values. */
export const ofValues = {
	frontMatterUnclosed: (at: At) =>
		error(
			at,
			'front-matter-unclosed',
			'The front matter is never closed.',
			'Write "---" on a line of its own where it ends.',
		),
	keyDuplicate: (at: At, key: string, firstLine: number) =>
		error(
			at,
			'key-duplicate',
			`${quote(key)} is written twice, first in line ${firstLine}.`,
			'Keep one of them.',
		),
	keyMissing: (at: At, key: string, where: string) =>
		error(at, 'key-missing', `${where} has no ${quote(key)}.`, `Add "${key}: …".`),
	keyUnknown: (at: At, key: string, near: string | undefined, known: readonly string[], where: string) =>
		error(
			at,
			'key-unknown',
			`${where} has no key ${quote(key)}.`,
			near ? `Did you mean ${quote(near)}?` : `It may have ${known.join(', ')}.`,
		),
	titleMissing: (at: At, hasFrontMatter: boolean) =>
		error(
			at,
			'title-missing',
			'The story has no title.',
			hasFrontMatter
				? 'Write "title: …" between the two lines of "---".'
				: 'Begin the file with a line of "---", then "title: …", then another line of "---".',
		),
	typeWrong: (at: At, key: string, expected: string, received: string, example: string) =>
		error(
			at,
			'type-wrong',
			`${quote(key)} must be ${expected}; it is ${received === '' ? 'empty' : quote(received)}.`,
			`For example: "${example}".`,
		),
	rangeWrong: (at: At, key: string, received: string, [from, to]: [number, number], hint?: string) =>
		error(at, 'value-range', `${quote(key)} must be between ${from} and ${to}; it is ${received}.`, hint),
	valueUnknown: (
		at: At,
		key: string,
		received: string,
		allowed: readonly string[],
		near: string | undefined,
	) =>
		error(
			at,
			'value-unknown',
			`${quote(key)} may be ${oneOf([...allowed])}; it is ${quote(received)}.`,
			near ? `Did you mean ${quote(near)}?` : undefined,
		),
	worldviewIncomplete: (at: At, code: string, missing: string) =>
		warning(
			at,
			'worldview-incomplete',
			`The worldview ${quote(code)} leaves out ${missing}.`,
			'Ask a lawyer whether you may publish this map there, or bring a basemap of your own: "basemap: …".',
		),
	yamlInvalid: (at: At, where: string, why: string, hint?: string) =>
		error(at, 'yaml-invalid', `${where} cannot be read: ${why}.`, hint),
};
