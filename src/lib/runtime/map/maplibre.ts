import { addProtocol, Map as MapLibreMap, setWorkerUrl } from 'maplibre-gl';
import maplibreStyles from 'maplibre-gl/dist/maplibre-gl.css?url';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import { PMTiles, Protocol } from 'pmtiles';
import { ArchiveSource } from './archive-source';

export type {
	ExpressionSpecification,
	GeoJSONSource,
	LayerSpecification,
	SourceSpecification,
	StyleSpecification,
} from 'maplibre-gl';
export { MapLibreMap };

let prepared: Promise<void> | undefined;
const archives = new Protocol();

/**
 * The only door to MapLibre: loads its stylesheet and worker, and teaches it to read the PMTiles archive.
 * The stylesheet comes as a link, since an imported one would block the text from being painted.
 */
export function prepareMapLibre(archive: string): Promise<void> {
	if (!archives.get(archive)) archives.add(new PMTiles(new ArchiveSource(archive)));
	prepared ??= new Promise((resolve, reject) => {
		setWorkerUrl(workerUrl);
		addProtocol('pmtiles', archives.tile);
		const link = document.createElement('link');
		link.rel = 'stylesheet';
		link.href = maplibreStyles;
		link.onload = () => resolve();
		link.onerror = () => reject(new Error(`The map's stylesheet did not load: ${maplibreStyles}`));
		document.head.append(link);
	});
	return prepared;
}
