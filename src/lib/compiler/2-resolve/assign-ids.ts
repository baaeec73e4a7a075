import type { Draft, DraftStep } from '../draft';
import { problems } from '../problems';
import type { Problem } from '#lib/story/index.ts';

/** The id of what stands before the first heading. */
export const COVER_ID = 'cover';

const GERMAN: Record<string, string> = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss' };

/** The ids of a story's steps, in order: written ones, else slugs of the headings, made distinct with a number. */
export function assignIds(original: Draft, report: (problem: Problem) => void): string[] {
	const taken = new Set([COVER_ID]);
	for (const { map } of original.steps) {
		if (!map?.id) continue;
		if (taken.has(map.id.value)) report(problems.idDuplicate(map.id.at, map.id.value));
		taken.add(map.id.value);
	}
	return original.steps.map((step, index) => step.map?.id?.value ?? freeSlug(step, index, taken));
}

function freeSlug({ heading }: DraftStep, index: number, taken: Set<string>): string {
	const slug = slugify(heading) || `step-${index + 1}`;
	let id = slug;
	for (let n = 2; taken.has(id); n++) id = `${slug}-${n}`;
	taken.add(id);
	return id;
}

/** `Die Erklärung: Folgen` → `die-erklaerung-folgen`. Letters of all scripts stay; accents go. */
export function slugify(text: string): string {
	return text
		.toLowerCase()
		.normalize('NFC')
		.replace(/[äöüß]/g, (letter) => GERMAN[letter] ?? letter)
		.normalize('NFKD')
		.replace(/[\u0300-\u036f'’]/g, '')
		.normalize('NFC')
		.replace(/[^\p{L}\p{N}]+/gu, '-')
		.replace(/^-|-$/g, '');
}
