import type { FindOptions, Gazetteer, Place } from '#lib/gazetteer/index.ts';
import type { DraftStep, NamedRef, PlaceRef } from '../draft';

/** The places that a story names beyond doubt, without those of this very name. */
export type StoryContext = (name: string) => readonly Place[];

/**
 * Gathers what the map blocks of a story name beyond doubt. It settles names that several places share, the same way
 * everywhere in the story: beside "Atlanta", or after "Georgia, US", Georgia is the state.
 */
export function storyContext(steps: readonly DraftStep[], gazetteer: Gazetteer): StoryContext {
	const found = new Map<string, Place>();
	for (const { ref, prefer } of steps.flatMap(namedIn)) {
		const { name, lang } = ref;
		const answer = gazetteer.find(name, { lang, prefer });
		if (answer.kind === 'place') found.set(name, answer.place);
	}
	const named = [...found];
	return (name) => named.filter(([other]) => other !== name).map(([, place]) => place);
}

function namedIn({ map = {} }: DraftStep): { ref: NamedRef; prefer: FindOptions['prefer'] }[] {
	const { focus, show, highlight, route, border, dateline } = map;
	const points = [
		...(focus?.value ?? []),
		...(show?.value ?? []),
		...(route?.value ?? []).flatMap(({ stops }) => stops),
		...(dateline ? [dateline.value] : []),
	];
	const areas = [
		...(highlight?.value ?? []).map(({ place }) => place),
		...(border?.value ?? []).flatMap(({ between }) => between),
	];
	return [
		...points.filter(isNamed).map((ref) => ({ ref, prefer: 'point' as const })),
		...areas.filter(isNamed).map((ref) => ({ ref, prefer: 'area' as const })),
	];
}

function isNamed(ref: PlaceRef): ref is NamedRef {
	return 'name' in ref;
}
