import { addProtocol, LngLat, Map as MapLibreMap, setWorkerUrl } from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import { loadFromArchive } from './archive';

export type {
	ExpressionSpecification,
	GeoJSONSource,
	LayerSpecification,
	SourceSpecification,
	StyleSpecification,
	VectorTileSource,
} from 'maplibre-gl';
export { LngLat, MapLibreMap };

/** Puts a camera right that may not be taken. */
export type TransformConstrain = NonNullable<Parameters<MapLibreMap['setTransformConstrain']>[0]>;

/** A feature of a vector source, as MapLibre keeps state of it. */
export interface FeatureId {
	source: string;
	sourceLayer: string;
	id: string | number;
}

/**
 * The only door to MapLibre: sets its worker up, and teaches it to read PMTiles archives. Its stylesheet (10 KB) is for
 * controls and popups, of which we have none; the few rules that its canvas needs are in `base.css`.
 */
export function prepareMapLibre(): void {
	setWorkerUrl(workerUrl);
	addProtocol('pmtiles', loadFromArchive);
}
