import type { LayerSpecification, SourceSpecification } from './maplibre';
import type { Palette } from './palette';
import { STORY_SOURCES, storyLayers } from './story-layers';

/** A map that follows the scrolling draws each step apart from its neighbours, so that one can dissolve into the other. */
export type Slot = 0 | 1;

/** Id of a layer or source of the story in a slot. */
export function inSlot<Id extends string>(id: Id, slot: Slot): Id | `${Id}~` {
	return slot === 0 ? id : `${id}~`;
}

/** The story's layers, once for each slot. */
export function slottedLayers(palette: Palette, slots: readonly Slot[]): ReturnType<typeof storyLayers> {
	const { ground, labels } = storyLayers(palette);
	const all = (layers: LayerSpecification[]) =>
		slots.flatMap((slot) => layers.map((layer) => layerInSlot(layer, slot)));
	return { ground: all(ground), labels: all(labels) };
}

/** Their sources, empty. */
export function slottedSources(slots: readonly Slot[]): Record<string, SourceSpecification> {
	return Object.fromEntries(
		slots.flatMap((slot) =>
			Object.entries(STORY_SOURCES).map(([id, source]) => [inSlot(id, slot), { ...source }]),
		),
	);
}

function layerInSlot(layer: LayerSpecification, slot: Slot): LayerSpecification {
	if (slot === 0 || !('source' in layer)) return layer;
	return {
		...layer,
		id: inSlot(layer.id, slot),
		source: inSlot(String(layer.source), slot),
	} as LayerSpecification;
}
