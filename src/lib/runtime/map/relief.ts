import { openArchive } from './archive';
import type { MapLibreMap } from './maplibre';
import type { Palette } from './palette';
import { reliefPaint } from './relief-paint';

/** Id of the relief's source and of its layer. */
export const RELIEF = 'relief';

/** The relief lies on the land, below towns, waters, borders and all that stories draw. */
const BELOW = 'urban';

/** How long a picture waits for the relief the first time, ms; a host that takes longer is spared it. */
const PATIENCE = 10_000;

/** CSS px that a tile is drawn in, twice its own: a soft tint needs no more, and a first view takes half the bytes. */
const TILE_SIZE = 1024;

const FADE_IN = 600;

/** The relief comes when the map has come to rest for the first time. Whatever befalls it, the map is whole without it. */
export class Relief {
	readonly #map: MapLibreMap;
	readonly #archive: string | undefined;
	#state: 'none' | 'coming' | 'there' = 'none';
	#patience: ReturnType<typeof setTimeout> | undefined;

	/** @param archive absolute address; none where the reader saves data */
	constructor(map: MapLibreMap, archive: string | undefined) {
		this.#map = map;
		this.#archive = archive;
	}

	/** @returns whether the picture is to change: the map rests anew when the relief is there, or given up */
	begin(palette: Palette, reducedMotion: boolean): boolean {
		clearTimeout(this.#patience);
		if (this.#state === 'coming') this.#state = 'there';
		const paint = reliefPaint(palette);
		if (!this.#archive || this.#state !== 'none' || !paint) return false;
		this.#state = 'coming';
		openArchive(this.#archive, { whole: false });
		this.#map.addSource(RELIEF, { type: 'raster', url: `pmtiles://${this.#archive}`, tileSize: TILE_SIZE });
		this.#map.addLayer(
			{
				id: RELIEF,
				type: 'raster',
				source: RELIEF,
				maxzoom: 6,
				paint: { ...paint, 'raster-fade-duration': reducedMotion ? 0 : FADE_IN },
			},
			BELOW,
		);
		this.#patience = setTimeout(() => this.#giveUp(), PATIENCE);
		return true;
	}

	repaint(palette: Palette): void {
		if (!this.#map.getLayer(RELIEF)) return;
		const paint = reliefPaint(palette);
		this.#map.setLayoutProperty(RELIEF, 'visibility', paint ? 'visible' : 'none');
		for (const [property, value] of Object.entries(paint ?? {}))
			this.#map.setPaintProperty(RELIEF, property as never, value as never);
	}

	destroy(): void {
		clearTimeout(this.#patience);
	}

	#giveUp(): void {
		this.#map.removeLayer(RELIEF);
		this.#map.removeSource(RELIEF);
	}
}
