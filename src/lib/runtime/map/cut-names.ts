import type { Insets, Rect, Screen } from '#lib/geo/index.ts';
import type { FeatureId, MapLibreMap } from './maplibre';
import { NAME_LAYERS } from './style';

/** A rectangle of the screen, px. */
type Strip = [[number, number], [number, number]];

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
		return this.#cutIn([
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
		]);
	}

	/** Takes away only those below a card; where the reader moves the map, names may reach over its frame. */
	trimBelowCard({ width, height }: Screen, { left, right }: Insets): void {
		const strips: Strip[] = [
			[
				[0, 0],
				[left, height],
			],
			[
				[width - right, 0],
				[width, height],
			],
		];
		this.#cutIn(strips.filter(([[from], [to]]) => to > from));
	}

	#cutIn(strips: Strip[]): boolean {
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
}
