import type { Problem } from '#lib/story/index.ts';
import type { Candidate } from '#lib/gazetteer/index.ts';
import type { At } from './draft';

/** Every problem that a story can have: its code, what is wrong, and what to write instead. */
export const problems = {
	blockTwice: (at: At) =>
		error(at, 'map-twice', 'This step has a second map block.', 'Join the two: a step has one map.'),
	blockMisplaced: (at: At) =>
		error(
			at,
			'map-misplaced',
			'This map block stands inside a list, a quotation or a footnote.',
			'Put it at the left margin, between paragraphs.',
		),
	borderNone: (at: At, a: string, b: string) =>
		error(
			at,
			'border-none',
			`${quote(a)} and ${quote(b)} have no border in common.`,
			'Name two neighbours on land.',
		),
	commentUnclosed: (at: At) =>
		error(
			at,
			'comment-unclosed',
			'This comment is never closed, so the rest of the text is part of it.',
			'Close it with "-->".',
		),
	coordinatesBare: (at: At, received: string) =>
		error(
			at,
			'coordinates-bare',
			`${quote(received)} does not say which number is the latitude.`,
			'Write the name of a place, or "{name: …, lat: …, lon: …}".',
		),
	dateInvalid: (at: At, received: string, why: string, hint: string) =>
		error(at, 'date-invalid', `${quote(received)} ${why}.`, hint),
	datelineWithoutWhen: (at: At) =>
		warning(
			at,
			'dateline-without-when',
			'A dateline without a day is not shown.',
			'Add "when: 2024-05-16" to this map block.',
		),
	fenceUnclosed: (at: At, fence: string) =>
		error(
			at,
			'fence-unclosed',
			`The block that begins with ${quote(fence)} is never closed.`,
			`Write ${quote(/^[`~]+/.exec(fence)?.[0] ?? '```')} on a line of its own where it ends.`,
		),
	focusMissing: (at: At) =>
		error(
			at,
			'focus-missing',
			'No step of this story names a place, so there is nothing to show on the map.',
			'Add a map block with "focus: …" to the first step.',
		),
	frontMatterUnclosed: (at: At) =>
		error(
			at,
			'front-matter-unclosed',
			'The front matter is never closed.',
			'Write "---" on a line of its own where it ends.',
		),
	headingLevel: (at: At) =>
		error(
			at,
			'heading-level',
			'A heading with one "#" is the title of the page.',
			'Put the title into the front matter, and write "##" for a step.',
		),
	headingEmpty: (at: At) =>
		error(
			at,
			'heading-empty',
			'This step has a heading without words.',
			'Name the step: its name stands in the progress rail and in its address.',
		),
	highlightPoint: (at: At, name: string, kind: string) =>
		error(
			at,
			'highlight-point',
			`${quote(name)} is a ${kind}, which has no area to highlight.`,
			`Mark it with "show: ${name}", or highlight the province or country around it.`,
		),
	htmlUnsupported: (at: At, received: string) =>
		error(
			at,
			'html-unsupported',
			`HTML such as ${quote(received)} is not taken over.`,
			'Write Markdown instead; only comments may stand between "<" and ">".',
		),
	idDuplicate: (at: At, id: string) =>
		error(
			at,
			'id-duplicate',
			`Another step already has the id ${quote(id)}.`,
			'Give each step an id of its own.',
		),
	idInTranslation: (at: At, original: string) =>
		error(
			at,
			'id-in-translation',
			'A translation has the ids of its original, so that links work in all languages.',
			`Write the id in ${original}.`,
		),
	idInvalid: (at: At, received: string, better: string) =>
		error(
			at,
			'id-invalid',
			`The id ${quote(received)} holds more than small letters, digits and hyphens.`,
			`Write ${quote(better)}.`,
		),
	imageUnsupported: (at: At) =>
		error(
			at,
			'image-unsupported',
			'Pictures in the text are not supported yet.',
			'Take it out, or link to it.',
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
	labelUntranslated: (at: At, label: string, original: string) =>
		warning(
			at,
			'label-untranslated',
			`The label ${quote(label)} comes from ${original} and stays in its language.`,
			'Write the key that holds it again in this step, with a label of its own.',
		),
	linkUnsafe: (at: At, received: string) =>
		error(
			at,
			'link-unsafe',
			`A link to ${quote(received)} is not taken over.`,
			'Links begin with https:, http:, mailto: or place:, or lead to "#step" or a page of this site.',
		),
	notSupported: (at: At, key: string) =>
		error(
			at,
			`${key}-unsupported`,
			`${quote(key)} is not supported yet.`,
			'Take it out, so that nobody waits for what is not drawn.',
		),
	placeAmbiguous: (at: At, name: string, candidates: Candidate[]) =>
		error(
			at,
			'place-ambiguous',
			`${quote(name)} may be ${oneOf(candidates.slice(0, 5).map(({ name, description }) => `${name} (${description})`))}.`,
			`Write ${oneOf(candidates.slice(0, 5).map(({ write }) => quote(write)))}.`,
		),
	placeUnknown: (at: At, name: string, near: Candidate[]) =>
		error(
			at,
			'place-unknown',
			`No place ${quote(name)}.`,
			near.length
				? `Did you mean ${oneOf(near.map(nearMiss))}?`
				: 'Write it as an atlas does, or say where it is: "{name: …, lat: …, lon: …}".',
		),
	rangeWrong: (at: At, key: string, received: string, [from, to]: [number, number], hint?: string) =>
		error(at, 'value-range', `${quote(key)} must be between ${from} and ${to}; it is ${received}.`, hint),
	stepsMissing: (at: At) =>
		error(at, 'steps-missing', 'The story has no steps.', 'Begin each step with a heading: "## Berlin".'),
	titleMissing: (at: At, hasFrontMatter: boolean) =>
		error(
			at,
			'title-missing',
			'The story has no title.',
			hasFrontMatter
				? 'Write "title: …" between the two lines of "---".'
				: 'Begin the file with a line of "---", then "title: …", then another line of "---".',
		),
	translatesChain: (at: At, lang: string, original: string) =>
		error(at, 'translates-chain', `"${lang}" is a translation itself.`, `Write "translates: ${original}".`),
	translatesMissing: (at: At, others: string[]) =>
		warning(
			at,
			'translates-missing',
			`This file says no "translates", and neither does ${others.join(', ')}: their maps may drift apart.`,
			'Write "translates: …" in all files but the original.',
		),
	translatesUnknown: (at: At, lang: string, others: string[]) =>
		error(
			at,
			'translates-unknown',
			`There is no file "${lang}.md" beside this one.`,
			others.length
				? `There is ${others.map((other) => `"${other}.md"`).join(', ')}.`
				: 'A translation needs its original in the same folder.',
		),
	translationSteps: (
		at: At,
		count: number,
		original: { file: string; count: number },
		lonely: string,
		lonelyIn: string,
	) =>
		error(
			at,
			'translation-steps',
			`This file has ${steps(count)}, its original ${original.file} has ${original.count}; ${quote(lonely)} in ${lonelyIn} has no partner.`,
			'Give every heading of the original one heading here, in the same order.',
		),
	typeWrong: (at: At, key: string, expected: string, received: string, example: string) =>
		error(
			at,
			'type-wrong',
			`${quote(key)} must be ${expected}; it is ${received === '' ? 'empty' : quote(received)}.`,
			`For example: "${example}".`,
		),
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
	yamlInvalid: (at: At, where: string, why: string, hint?: string) =>
		error(at, 'yaml-invalid', `${where} cannot be read: ${why}.`, hint),
};

function error(at: At, code: string, message: string, hint?: string): Problem {
	return { code, severity: 'error', ...at, message, hint };
}

function warning(at: At, code: string, message: string, hint?: string): Problem {
	return { ...error(at, code, message, hint), severity: 'warning' };
}

function nearMiss({ name, description, write }: Candidate): string {
	const exact = write === name ? '' : `, ${quote(write)}`;
	return `${quote(name)} (${description}${exact})`;
}

function steps(count: number): string {
	return count === 1 ? '1 step' : `${count} steps`;
}

function quote(text: string): string {
	return `"${text}"`;
}

function oneOf(items: string[]): string {
	return items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} or ${items.at(-1)}`;
}
