import { readFileSync } from 'node:fs';
import { VectorTile } from '@mapbox/vector-tile';
import { PbfReader } from 'pbf';
import { PMTiles, type Source } from 'pmtiles';

const FOLDER = new URL('../../static/basemap/', import.meta.url);

interface BasemapAbout {
	archive: string;
	attribution: Record<string, string>;
	layers: Record<string, { minzoom: number; maxzoom: number; fields: Record<string, string> }>;
}

export function readAbout(): BasemapAbout {
	return JSON.parse(readFileSync(new URL('basemap.json', FOLDER), 'utf8'));
}

/** The archive as a source of tiles, with its bytes; nothing is fetched. */
export function openArchive(onRead: (offset: number, length: number) => void = () => {}) {
	const { archive } = readAbout();
	const bytes = new Uint8Array(readFileSync(new URL(archive, FOLDER)));
	const source: Source = {
		getKey() {
			return archive;
		},
		async getBytes(offset, length) {
			onRead(offset, length);
			return { data: bytes.slice(offset, offset + length).buffer };
		},
	};
	return { bytes, tiles: new PMTiles(source) };
}

/** The decoded tile, or null where the archive has none. */
export async function decodeTile(tiles: PMTiles, z: number, x: number, y: number) {
	const tile = await tiles.getZxy(z, x, y);
	return tile ? new VectorTile(new PbfReader(new Uint8Array(tile.data))) : null;
}
