import { gzipSync } from 'node:zlib';
import type { VectorTile } from '@mapbox/vector-tile';
import { describe, expect, it } from 'vitest';
import { ARCHIVE_HEAD } from '../../src/lib/runtime/map/archive-head.js';
import { decodeTile, digestsOf, openArchive, readAbout } from './archive.js';

const { bytes, tiles } = openArchive();
const about = readAbout();

const LAYERS = [
	'land',
	'lakes',
	'rivers',
	'borders',
	'country_labels',
	'province_labels',
	'places',
	'water_labels',
];

async function tilesOfZoom(z: number) {
	const found = [];
	for (let x = 0; x < 2 ** z; x++)
		for (let y = 0; y < 2 ** z; y++) {
			const tile = await decodeTile(tiles, z, x, y);
			if (tile) found.push({ x, y, tile });
		}
	return found;
}

async function propertiesIn(z: number, layer: string) {
	const all = await tilesOfZoom(z);
	return all.flatMap(({ tile }) => {
		const content = tile.layers[layer];
		return content ? Array.from({ length: content.length }, (_, i) => content.feature(i).properties) : [];
	});
}

function landOf(tile: VectorTile) {
	const land = tile.layers.land!;
	return { extent: land.extent, feature: land.feature(0) };
}

describe('the basemap archive', () => {
	it('is small enough to be served from anywhere', () => {
		expect(bytes.length).toBeLessThan(8e6);
	});

	it('holds the tiles that its recipe noted', async () => {
		expect(await digestsOf(tiles, 6)).toEqual(about.digests);
	});

	it('describes the layers that its tiles have', () => {
		expect(Object.keys(about.layers)).toEqual(LAYERS);
		expect(about.archive).toMatch(/^world-[0-9a-f]{8}\.pmtiles$/);
	});

	it('decodes at every tile of zoom 0 to 3', async () => {
		for (let z = 0; z <= 3; z++) {
			const all = await tilesOfZoom(z);
			expect(all.length).toBeGreaterThan(0);
			for (const { tile } of all) {
				expect(Object.keys(tile.layers).filter((layer) => !LAYERS.includes(layer))).toEqual([]);
				for (const layer of Object.values(tile.layers))
					for (let i = 0; i < layer.length; i++)
						expect(layer.feature(i).loadGeometry().length).toBeGreaterThan(0);
			}
		}
	});

	it('keeps every tile below 40 kB and the whole globe of a first view below 78 kB', async () => {
		let largest = 0;
		let globe = 0;
		for (let z = 0; z <= 6; z++)
			for (let x = 0; x < 2 ** z; x++)
				for (let y = 0; y < 2 ** z; y++) {
					const tile = await tiles.getZxy(z, x, y);
					if (!tile) continue;
					const size = gzipSync(new Uint8Array(tile.data), { level: 9 }).length;
					largest = Math.max(largest, size);
					if (z === 2) globe += size;
				}
		expect(largest).toBeLessThan(40e3);
		expect(globe).toBeLessThan(78e3);
	});

	it('is a PMTiles archive of version 3 with vector tiles of zoom 0 to 6', async () => {
		const header = await tiles.getHeader();
		expect(header).toMatchObject({ specVersion: 3, minZoom: 0, maxZoom: 6, tileType: 1, tileCompression: 2 });
	});

	it('tells the tiles of zoom 0 to 3 in its first bytes, and the others from further directories', async () => {
		const read: number[][] = [];
		const { tiles: watched } = openArchive((offset, length) => read.push([offset, length]));
		const { tileDataOffset } = await watched.getHeader();
		for (const [z, x, y] of [
			[2, 3, 1],
			[3, 6, 3],
		] as const)
			expect(await watched.getZxy(z, x, y)).toBeDefined();
		expect(read[0]![0]).toBe(0);
		expect(read.slice(1).every(([offset]) => offset! >= tileDataOffset)).toBe(true);
		for (const [z, x, y] of [
			[4, 13, 6],
			[6, 53, 24],
		] as const)
			expect(await watched.getZxy(z, x, y)).toBeDefined();
		const { rootDirectoryOffset, rootDirectoryLength } = await watched.getHeader();
		expect(rootDirectoryOffset + rootDirectoryLength).toBeLessThanOrEqual(ARCHIVE_HEAD);
	});

	it('draws land to the south pole without a gap', async () => {
		for (const x of [0, 1, 2, 3]) {
			const tile = await decodeTile(tiles, 2, x, 3);
			const { extent, feature } = landOf(tile!);
			const lowest = feature
				.loadGeometry()
				.flat()
				.filter((point) => point.y >= extent);
			expect(Math.min(...lowest.map((point) => point.x))).toBeLessThanOrEqual(0);
			expect(Math.max(...lowest.map((point) => point.x))).toBeGreaterThanOrEqual(extent);
		}
	});

	it('draws no land edge along the date line in Chukotka', async () => {
		const { extent, feature } = landOf((await decodeTile(tiles, 4, 15, 3))!);
		for (const ring of feature.loadGeometry())
			ring.forEach(({ x, y }, i) => {
				const along = i > 0 && x === extent && ring[i - 1]!.x === extent;
				expect(along, `land runs along the tile's edge at ${y}`).toBe(false);
			});
	});

	it('cuts land farther outside of its tile than half of the shore that is drawn around it', async () => {
		// Half the width of the style's widest shore, px, in tiles of 512 px.
		for (const [z, halfShore] of [
			[2, 7],
			[3, 8],
			[4, 9],
		] as const) {
			const reaches = (await tilesOfZoom(z)).flatMap(({ tile }) => {
				if (!tile.layers.land) return [];
				const { extent, feature } = landOf(tile);
				const points = feature.loadGeometry().flat();
				return points.map(({ x, y }) => (Math.max(-x, x - extent, -y, y - extent) / extent) * 512);
			});
			expect(reaches.reduce((most, reach) => Math.max(most, reach))).toBeGreaterThan(halfShore);
		}
	});

	it('labels capitals of the world first and Harbin from zoom 4', async () => {
		const early = await propertiesIn(2, 'places');
		expect(early.map(({ name_de, name }) => name_de ?? name)).toEqual(
			expect.arrayContaining(['Peking', 'Moskau', 'Washington', 'Berlin']),
		);
		expect(early.every(({ rank }) => rank === 0)).toBe(true);
		const later = await propertiesIn(4, 'places');
		expect(later.map(({ id }) => id)).toContain('geonames:2037013');
	});

	it('draws province lines from zoom 3 and marks disputed lines at all zooms', async () => {
		const kindsAt = async (z: number) => new Set((await propertiesIn(z, 'borders')).map(({ kind }) => kind));
		expect(await kindsAt(2)).toEqual(new Set(['international', 'disputed']));
		expect(await kindsAt(3)).toEqual(new Set(['international', 'disputed', 'province']));
	});

	it('gives river labels the angle of their line', async () => {
		const waters = await propertiesIn(4, 'water_labels');
		const amur = waters.filter(({ name }) => name === 'Amur');
		expect(amur).toHaveLength(4);
		for (const { angle } of amur) expect(Math.abs(Number(angle))).toBeLessThanOrEqual(90);
	});
});
