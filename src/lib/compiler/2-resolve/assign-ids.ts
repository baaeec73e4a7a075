import type { Draft, DraftStep } from '../draft';
import { problems } from '../problems';
import { slugify } from '../slug';
import type { Problem } from '#lib/story/index.ts';

/** The id of what stands before the first heading. */
export const COVER_ID = 'cover';

/** Ids that the page has besides those of the steps; `app` holds them all. */
const OF_THE_PAGE = [COVER_ID, 'text', 'sources', 'app'];

/** The ids of a story's steps, in order: written ones, else slugs of the headings, made distinct with a number. */
export function assignIds(original: Draft, report: (problem: Problem) => void): string[] {
	const taken = new Set(OF_THE_PAGE.flatMap(idsWith));
	for (const { map } of original.steps) {
		if (!map?.id) continue;
		const { value, at } = map.id;
		if (OF_THE_PAGE.includes(value)) report(problems.idReserved(at, value));
		else if (!isFree(value, taken)) report(problems.idDuplicate(at, value));
		take(value, taken);
	}
	return original.steps.map((step, index) => step.map?.id?.value ?? freeSlug(step, index, taken));
}

function freeSlug({ heading }: DraftStep, index: number, taken: Set<string>): string {
	const slug = slugify(heading) || `step-${index + 1}`;
	let id = slug;
	for (let n = 2; !isFree(id, taken); n++) id = `${slug}-${n}`;
	take(id, taken);
	return id;
}

/** The ids that a step's id brings into the page: its own, and its heading's. */
function idsWith(id: string): string[] {
	return [id, `${id}-heading`];
}

function isFree(id: string, taken: Set<string>): boolean {
	return !idsWith(id).some((used) => taken.has(used));
}

function take(id: string, taken: Set<string>): void {
	for (const used of idsWith(id)) taken.add(used);
}
