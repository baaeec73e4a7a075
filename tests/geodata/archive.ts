import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { VectorTile } from '@mapbox/vector-tile';
import { PbfReader } from 'pbf';
import { PMTiles, tileIdToZxy, zxyToTileId, type Source } from 'pmtiles';

const FOLDER = new URL('../../static/basemap/', import.meta.url);

interface BasemapAbout {
	archive: string;
	/** Of the uncompressed tiles, by zoom. */
	digests: Record<string, string>;
	relief: { archive: string; plain: number; digests: Record<string, string> };
	attribution: Record<string, string>;
	layers: Record<string, { minzoom: number; maxzoom: number; fields: Record<string, string> }>;
}

export function readAbout(): BasemapAbout {
	return JSON.parse(readFileSync(new URL('basemap.json', FOLDER), 'utf8'));
}

/** The archive as a source of tiles, with its bytes; nothing is fetched. */
export function openArchive(onRead: (offset: number, length: number) => void = () => {}) {
	return open(readAbout().archive, onRead);
}

export function openRelief() {
	return open(readAbout().relief.archive);
}

function open(archive: string, onRead: (offset: number, length: number) => void = () => {}) {
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

/** As the recipe's `writePmtiles` takes them: of the ids of a zoom's tiles and what is in them. */
export async function digestsOf(tiles: PMTiles, maxZoom: number): Promise<Record<string, string>> {
	const digests: Record<string, string> = {};
	for (let z = 0; z <= maxZoom; z++) {
		const digest = createHash('sha256');
		for (let i = 0; i < 4 ** z; i++) {
			const [, x, y] = tileIdToZxy((4 ** z - 1) / 3 + i);
			const tile = await tiles.getZxy(z, x, y);
			if (!tile) continue;
			const key = createHash('sha256').update(new Uint8Array(tile.data)).digest('hex');
			digest.update(`${zxyToTileId(z, x, y)}:${key};`);
		}
		digests[z] = digest.digest('hex').slice(0, 16);
	}
	return digests;
}

/** The decoded tile, or null where the archive has none. */
export async function decodeTile(tiles: PMTiles, z: number, x: number, y: number) {
	const tile = await tiles.getZxy(z, x, y);
	return tile ? new VectorTile(new PbfReader(new Uint8Array(tile.data))) : null;
}

/** Where a place lies in the tile of zoom 0, 0…1. */
export function onMap(lon: number, lat: number) {
	const v = 0.5 - Math.asinh(Math.tan((lat * Math.PI) / 180)) / (2 * Math.PI);
	return [lon / 360 + 0.5, v] as const;
}
