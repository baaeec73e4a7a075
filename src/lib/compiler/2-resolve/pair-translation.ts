import type { Problem } from '#lib/story/index.ts';
import type { At, Draft, DraftStep, FrontMatter, MapBlock, PlaceRef } from '../draft';
import { problems } from '../problems';

/**
 * Gives each step of a translation the map block of the original's step at the same place in the order. Keys that the
 * translation writes win; words (`short`, `describe`) are never inherited, for they are in another language.
 *
 * @returns the translation, with map blocks and front matter completed
 */
export function pairTranslation(
	translation: Draft,
	original: Draft,
	report: (problem: Problem) => void,
): Draft {
	const file = fileName(original.file);
	if (isWhole(translation) && isWhole(original)) checkCount(translation, original, report);
	const pair = (step: DraftStep, partner: DraftStep | undefined): DraftStep => {
		if (step.map?.id) report(problems.idInTranslation(step.map.id.at, file));
		const map = inherit(step.map, partner?.map);
		for (const { key, label } of labelsIn(partner?.map, step.map))
			report(problems.labelUntranslated(step.at, key, label, file));
		return { ...step, map };
	};
	warnOfFront(translation, original, report);
	return {
		...translation,
		front: inheritFront(translation.front, original.front),
		cover: pair(translation.cover, original.cover),
		steps: translation.steps.map((step, index) => pair(step, original.steps[index])),
	};
}

/** A block or comment that is never closed may have swallowed headings: then nobody should count them. */
function isWhole({ problems: found, steps }: Draft): boolean {
	return (
		steps.length > 0 && !found.some(({ code }) => code === 'fence-unclosed' || code === 'comment-unclosed')
	);
}

function checkCount(translation: Draft, original: Draft, report: (problem: Problem) => void): void {
	const [count, wanted] = [translation.steps.length, original.steps.length];
	if (count === wanted) return;
	const extra = translation.steps[wanted];
	const missing = original.steps[count];
	const at: At = extra?.at ?? translation.front.translates?.at ?? translation.cover.at;
	const lonely = (extra ?? missing)?.heading ?? '';
	const lonelyIn = fileName((extra ? translation : original).file);
	report(
		problems.translationSteps(at, count, { file: fileName(original.file), count: wanted }, lonely, lonelyIn),
	);
}

function inherit(own: MapBlock | undefined, original: MapBlock | undefined): MapBlock | undefined {
	if (!original) return own;
	const { short: _short, describe: _describe, id: _id, ...inherited } = original;
	return { ...inherited, ...own };
}

function inheritFront(own: FrontMatter, original: FrontMatter): FrontMatter {
	const { title: _title, description: _description, translates: _translates, ...inherited } = original;
	return { ...inherited, ...own };
}

/** Words of the original's that a step takes over, one of each key: labels, and names of its author's own points. */
function labelsIn(original: MapBlock = {}, own: MapBlock = {}): { key: string; label: string }[] {
	const { focus, show, dateline, highlight, route, border, data } = original;
	const pointIn = (refs: PlaceRef[]) => refs.find((ref) => 'point' in ref)?.label;
	const labelIn = (drawn: { label?: string }[]) => drawn.find(({ label }) => label)?.label;
	const labels: [keyof MapBlock, string | undefined][] = [
		['focus', pointIn(focus?.value ?? [])],
		['show', pointIn(show?.value ?? [])],
		['dateline', dateline && pointIn([dateline.value])],
		['highlight', labelIn(highlight?.value ?? [])],
		['route', labelIn(route?.value ?? []) ?? pointIn((route?.value ?? []).flatMap(({ stops }) => stops))],
		['border', labelIn(border?.value ?? [])],
		['data', labelIn(data?.value ?? [])],
	];
	return labels.flatMap(([key, label]) => (label && own[key] === undefined ? [{ key, label }] : []));
}

function warnOfFront(translation: Draft, original: Draft, report: (problem: Problem) => void): void {
	const at = translation.front.translates?.at ?? translation.cover.at;
	const file = fileName(original.file);
	if (original.front.description && !translation.front.description)
		report(problems.descriptionUntranslated(at, file));
	if (original.front.sources?.value.length && !translation.front.sources)
		report(problems.sourcesUntranslated(at, file));
}

function fileName(path: string): string {
	return path.slice(path.lastIndexOf('/') + 1);
}
