import type { Insets, Rect, Screen } from '#lib/geo/index.ts';
import type { FeatureId, MapLibreMap } from './maplibre';
import { NAME_LAYERS } from './style';

type Strip = [[left: number, top: number], [right: number, bottom: number]];

/** Takes away the names that a card, a bar or the frame would cut; MapLibre knows where it has set them. */
export class CutNames {
	readonly #map: MapLibreMap;
	#cut = new Map<string, FeatureId>();

	constructor(map: MapLibreMap) {
		this.#map = map;
	}

	/**
	 * @param covered what a picture in the page covers
	 * @returns whether anything changed
	 */
	trim({ width, height }: Screen, { left, top, right, bottom }: Insets, covered?: Rect): boolean {
		const strips: Strip[] = [
			...(covered
				? [
						[
							[covered.left, covered.top],
							[covered.right, covered.bottom],
						] as Strip,
					]
				: []),
			[
				[0, 0],
				[left + 1, height],
			],
			[
				[0, 0],
				[width, top + 1],
			],
			[
				[width - right - 1, 0],
				[width, height],
			],
			[
				[0, height - bottom - 1],
				[width, height],
			],
		];
		const cut = new Map<string, FeatureId>();
		if (!this.#map.getLayer(NAME_LAYERS[0]!)) return false; // names of another basemap know nothing of `cut`
		for (const strip of strips) {
			for (const { source, sourceLayer, id } of this.#map.queryRenderedFeatures(strip, {
				layers: NAME_LAYERS,
			})) {
				if (id !== undefined && sourceLayer) cut.set(`${sourceLayer} ${id}`, { source, sourceLayer, id });
			}
		}
		const added = [...cut].filter(([key]) => !this.#cut.has(key));
		const removed = [...this.#cut].filter(([key]) => !cut.has(key));
		for (const [, feature] of added) this.#map.setFeatureState(feature, { cut: true });
		for (const [, feature] of removed) this.#map.removeFeatureState(feature, 'cut');
		this.#cut = cut;
		return added.length + removed.length > 0;
	}

	/** Gives all names back. */
	clear(): void {
		for (const feature of this.#cut.values()) this.#map.removeFeatureState(feature, 'cut');
		this.#cut.clear();
	}
}
