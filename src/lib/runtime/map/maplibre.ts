import { addProtocol, Map as MapLibreMap, setWorkerUrl } from 'maplibre-gl';
import maplibreStyles from 'maplibre-gl/dist/maplibre-gl.css?url';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import { loadFromArchive } from './archive';

export type {
	ExpressionSpecification,
	GeoJSONSource,
	LayerSpecification,
	SourceSpecification,
	StyleSpecification,
} from 'maplibre-gl';
export { MapLibreMap };

/** A feature of a vector source, as MapLibre keeps state of it. */
export interface FeatureId {
	source: string;
	sourceLayer: string;
	id: string | number;
}

let prepared: Promise<void> | undefined;

/**
 * The only door to MapLibre: loads its stylesheet and worker, and teaches it to read PMTiles archives.
 * The stylesheet comes as a link, since an imported one would block the text from being painted. A map that nobody
 * drags is drawn rightly without it, so it is waited for, but not insisted on.
 */
export function prepareMapLibre(): Promise<void> {
	prepared ??= new Promise((resolve) => {
		setWorkerUrl(workerUrl);
		addProtocol('pmtiles', loadFromArchive);
		const link = document.createElement('link');
		link.rel = 'stylesheet';
		link.href = maplibreStyles;
		link.onload = () => resolve();
		link.onerror = () => resolve();
		document.head.append(link);
	});
	return prepared;
}
