import { wrapLongitude, type Screen } from '#lib/geo/index.ts';
import type { Bbox, LonLat } from '#lib/story/index.ts';
import { boxLine } from '../world/place-view';
import type { WorldView } from '../world/view-address';
import { openArchive } from './archive';
import { offerIcons, repaintIcons } from './icons';
import { MapLibreMap, prepareMapLibre, type GeoJSONSource, type StyleSpecification } from './maplibre';
import { mapFonts, unquoted, type Palette } from './palette';
import { Relief, RELIEF } from './relief';
import type { StorySource } from './story-layers';
import { mapStyle } from './style';
import { spareSky } from './unseen-sky';

/** How far a panel reaches over the map, px. */
export interface Inset {
	left: number;
	top: number;
}

export interface WorldMapOptions {
	container: HTMLElement;
	/** Absolute address of the PMTiles archive. */
	archive: string;
	/** The same of the relief's archive, if it is wanted. */
	relief?: string | undefined;
	/** What screen readers call the map. */
	name: string;
	view: WorldView;
	palette: Palette;
	inset: Inset;
	reducedMotion: boolean;
	onState: (state: 'moving' | 'idle') => void;
	onMove: (center: LonLat, zoom: number) => void;
	/** The map cannot be drawn, and never will be. */
	onFailure: (message: string) => void;
}

/** The basemap alone, in the reader's hands: without a story, all of it comes from `mapStyle`. */
export class WorldMap {
	readonly #map: MapLibreMap;
	readonly #options: WorldMapOptions;
	readonly #stop = new AbortController();
	#view: WorldView;
	#palette: Palette;
	#worldSeen = false;
	readonly #relief: Relief;

	/** @throws {Error} where this browser cannot draw it */
	constructor(options: WorldMapOptions) {
		this.#options = options;
		this.#view = options.view;
		this.#palette = options.palette;
		prepareMapLibre();
		openArchive(options.archive);
		const { container, view, reducedMotion, name } = options;
		this.#map = new MapLibreMap({
			container,
			style: this.#style(),
			center: view.center,
			zoom: view.zoom,
			minZoom: -2,
			maxZoom: 10,
			attributionControl: false,
			fadeDuration: reducedMotion ? 0 : 200,
			locale: { 'Map.Title': name },
			pixelRatio: Math.min(2, devicePixelRatio),
		});
		spareSky(this.#map);
		this.#relief = new Relief(this.#map, options.relief);
		this.#map.jumpTo({ center: view.center, zoom: view.zoom, padding: this.#padding(options.inset) });
		this.#listen();
	}

	get screen(): Screen {
		const { clientWidth, clientHeight } = this.#options.container;
		return { width: clientWidth, height: clientHeight };
	}

	/** Brings the map to another view: by a flight where the reader asked for a place, else at once. */
	show(
		view: WorldView,
		{ inset, palette, fly = false }: { inset: Inset; palette: Palette; fly?: boolean },
	): void {
		const before = this.#view;
		const isRepainted =
			palette !== this.#palette || view.lang !== before.lang || view.projection !== before.projection;
		this.#view = view;
		this.#palette = palette;
		this.#options.onState('moving');
		if (isRepainted) this.#restyle();
		const target = { center: view.center, zoom: view.zoom, padding: this.#padding(inset) };
		if (fly) this.#map.flyTo({ ...target, maxDuration: 2200 });
		else this.#map.jumpTo(target);
		this.#map.triggerRepaint();
	}

	/** Marks a place: a dot with its name, and how far it reaches. */
	mark(place: { name: string; at: LonLat; bbox?: Bbox } | undefined): void {
		const point = place && { type: 'Point' as const, coordinates: [place.at.lon, place.at.lat] };
		const line = place?.bbox && { type: 'LineString' as const, coordinates: boxLine(place.bbox) };
		this.#draw('story-marks', point, { label: place?.name, side: 'right' });
		this.#draw('story-lines', line, { weight: 'line', meaning: 1 });
	}

	resize(): void {
		this.#map.resize();
	}

	destroy(): void {
		this.#stop.abort();
		this.#relief.destroy();
		this.#map.remove();
	}

	#draw(
		source: StorySource,
		geometry: GeoJSON.Geometry | undefined,
		properties: GeoJSON.GeoJsonProperties,
	): void {
		const features = geometry ? [{ type: 'Feature' as const, geometry, properties }] : [];
		void this.#map.getSource<GeoJSONSource>(source)?.setData({ type: 'FeatureCollection', features });
	}

	#style(): StyleSpecification {
		const { archive } = this.#options;
		const { lang, projection } = this.#view;
		return {
			...mapStyle({ palette: this.#palette, lang, archive, fade: 0, names: true }),
			projection: { type: projection === 'globe' ? 'globe' : 'mercator' },
		};
	}

	/** What is marked stays: only what differs is set. */
	#restyle(): void {
		const { layers, projection } = this.#style();
		this.#map.setProjection(projection!);
		for (const { id, paint, layout } of layers.map((layer) => ({ paint: {}, layout: {}, ...layer }))) {
			for (const [property, value] of Object.entries(paint))
				this.#map.setPaintProperty(id, property as never, value as never);
			for (const [property, value] of Object.entries(layout))
				this.#map.setLayoutProperty(id, property as never, value as never);
		}
		this.#relief.repaint(this.#palette);
		repaintIcons(this.#map, this.#palette);
	}

	#listen(): void {
		const { onState, onMove, onFailure } = this.#options;
		const map = this.#map;
		const { signal } = this.#stop;
		offerIcons(map, () => this.#palette);
		map.once('style.load', () => {
			document.fonts.addEventListener('loadingdone', this.#redrawLetters, { signal });
		});
		map.on('movestart', () => onState('moving'));
		map.on('move', () => {
			const { lng, lat } = map.getCenter();
			onMove({ lon: wrapLongitude(lng), lat }, map.getZoom());
		});
		map.on('idle', () => this.#onIdle());
		map.on('sourcedata', ({ sourceId, sourceDataType }) => {
			if (sourceId === 'world' && sourceDataType === 'metadata') this.#worldSeen = true;
		});
		map.on('error', (event) => {
			const { sourceId } = event as { sourceId?: string };
			if (sourceId === RELIEF) return;
			if (sourceId === 'world' && !this.#worldSeen) onFailure(event.error.message);
			else console.warn(`Map: ${event.error.message}`);
		});
		const onLost = () => onFailure('The graphics context was lost.');
		map.getCanvas().addEventListener('webglcontextlost', onLost, { signal });
	}

	/** Names whose face is still on its way are drawn anew when it is there; only then the picture is done. */
	#onIdle(): void {
		if (document.fonts.status === 'loading') {
			void document.fonts.ready.then(() => this.#stop.signal.aborted || this.#map.triggerRepaint());
			return;
		}
		if (!this.#worldSeen || this.#map.isMoving()) return;
		if (!this.#relief.begin(this.#palette, this.#options.reducedMotion)) this.#options.onState('idle');
	}

	#redrawLetters = ({ fontfaces }: FontFaceSetLoadEvent): void => {
		const onMap = Object.values(mapFonts(this.#palette)).flat();
		if (fontfaces.some(({ family }) => onMap.includes(unquoted(family)))) this.#map.setGlyphs(null);
	};

	#padding({ left, top }: Inset) {
		return { left, top, right: 0, bottom: 0 };
	}
}
