import type { At } from '../draft';
import { error, quote, warning } from './tell';

/** Of a translation and its original. */
export const ofTranslations = {
	idInTranslation: (at: At, original: string) =>
		error(
			at,
			'id-in-translation',
			'A translation has the ids of its original, so that links work in all languages.',
			`Write the id in ${original}.`,
		),
	labelUntranslated: (at: At, key: string, label: string, original: string) =>
		warning(
			at,
			'label-untranslated',
			`${quote(label)} in "${key}" comes from ${original} and stays in its language.`,
			`Write "${key}: …" again in the map block of this step, with its words in the language of this file.`,
		),
	descriptionUntranslated: (at: At, original: string) =>
		warning(
			at,
			'label-untranslated',
			`${original} has a "description", and this translation has none.`,
			'Write "description: …" here, too: it stands on the front page and in search results.',
		),
	sourcesUntranslated: (at: At, original: string) =>
		warning(
			at,
			'label-untranslated',
			`The sources come from ${original} and stay in its language.`,
			'Write "sources: …" here, too.',
		),
	translatesChain: (at: At, lang: string, original: string | undefined) =>
		error(
			at,
			'translates-chain',
			`"${lang}" is a translation itself.`,
			original ? `Write "translates: ${original}".` : 'Write the language of the original.',
		),
	translatesCircle: (at: At, lang: string, other: string) =>
		error(
			at,
			'translates-chain',
			`"${other}" is a translation of "${lang}" in turn.`,
			`One of the two must be the original: take "translates" out of ${lang}.md or out of ${other}.md.`,
		),
	translatesItself: (at: At, lang: string) =>
		error(
			at,
			'translates-chain',
			`This file is "${lang}" itself.`,
			'Write the language of the original; the original has no "translates".',
		),
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
};

function steps(count: number): string {
	return count === 1 ? '1 step' : `${count} steps`;
}
