import { gzipSync } from 'node:zlib';
import { classifyRings, type VectorTile } from '@mapbox/vector-tile';
import { describe, expect, it } from 'vitest';
import { ARCHIVE_HEAD } from '../../src/lib/runtime/map/archive-head.js';
import { decodeTile, digestsOf, onMap, openArchive, openRelief, readAbout } from './archive.js';

const { bytes, tiles } = openArchive();
const about = readAbout();

const LAYERS = [
	'land',
	'urban',
	'lakes',
	'rivers',
	'borders',
	'countries',
	'provinces',
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

function isIn(ring: { x: number; y: number }[], [px, py]: readonly [number, number]) {
	return ring.reduce((inside, a, i) => {
		const b = ring[i === 0 ? ring.length - 1 : i - 1]!;
		const crosses = a.y > py !== b.y > py && px < ((b.x - a.x) * (py - a.y)) / (b.y - a.y) + a.x;
		return crosses ? !inside : inside;
	}, false);
}

describe('the basemap archive', () => {
	it('is small enough to be served from anywhere, and with the relief below 16 MB', () => {
		expect(bytes.length).toBeLessThan(6e6);
		expect(bytes.length + openRelief().bytes.length).toBeLessThan(16e6);
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

	it.each([
		['Beijing and Harbin', 121, 43, 4.7],
		['Beijing', 116.4, 39.9, 6],
	])('shows %s at 1280×800 from less than 80 kB', async (_, lon, lat, zoom) => {
		const z = Math.floor(zoom);
		const [x, y] = onMap(lon, lat);
		const reach = (px: number) => px / 2 / 512 / 2 ** zoom;
		const along = (middle: number, half: number) => {
			const [from, to] = [middle - half, middle + half].map((at) => Math.floor(at * 2 ** z)) as [
				number,
				number,
			];
			return Array.from({ length: to - from + 1 }, (_, i) => from + i);
		};
		let size = 0;
		for (const column of along(x, reach(1280)))
			for (const row of along(y, reach(800))) {
				const tile = await tiles.getZxy(z, column, row);
				if (tile) size += gzipSync(new Uint8Array(tile.data), { level: 9 }).length;
			}
		expect(size).toBeLessThan(80e3);
	});

	it.each([
		['Hokkaido', 142.9, 43.4, 1],
		['Honshu', 140.5, 39.5, 1],
		['Sri Lanka', 80.7, 7.5, 1],
		['Iceland', -18.5, 64.9, 1],
		['Tasmania', 146.6, -42, 1],
		['Cuba', -78.5, 21.6, 1],
		['Bougainville', 155.3, -6.2, 3],
		['Taiwan', 121, 23.8, 1],
		['Chukotka beyond 180°', -177.5, 67, 1],
		['Vancouver Island', -125.5, 49.6, 2],
	])('has land at %s in all zooms', async (_, lon, lat, from) => {
		const [u, v] = onMap(lon, lat);
		for (let z = from; z <= 6; z++) {
			const [x, y] = [Math.floor(u * 2 ** z), Math.floor(v * 2 ** z)];
			const { extent, feature } = landOf((await decodeTile(tiles, z, x, y))!);
			const at = [(u * 2 ** z - x) * extent, (v * 2 ** z - y) * extent] as const;
			const land = classifyRings(feature.loadGeometry());
			expect(
				land.some(([outer, ...holes]) => isIn(outer!, at) && !holes.some((hole) => isIn(hole, at))),
				`zoom ${z}`,
			).toBe(true);
		}
	});

	it('decodes in a sample of zooms 4 to 6, where no country or province is wider than its tile and its margins', async () => {
		for (let i = 0; i < 200; i++) {
			const z = 4 + (i % 3);
			const tile = await decodeTile(tiles, z, (i * 37) % 2 ** z, (i * 53) % 2 ** z);
			for (const layer of Object.values(tile?.layers ?? {}))
				for (let n = 0; n < layer.length; n++)
					for (const { x, y } of layer.feature(n).loadGeometry().flat())
						expect(Math.max(-x, x - layer.extent, -y, y - layer.extent)).toBeLessThan(layer.extent / 8);
		}
	});

	it('gives countries from zoom 4 and provinces from zoom 5 by their codes', async () => {
		expect(await propertiesIn(3, 'countries')).toEqual([]);
		const countries = (await propertiesIn(4, 'countries')).map(({ code }) => code);
		expect(countries).toEqual(expect.arrayContaining(['CN', 'RU', 'TW', 'EH', 'XK', 'FJ']));
		expect(await propertiesIn(4, 'provinces')).toEqual([]);
		expect(await propertiesIn(5, 'provinces')).toContainEqual({ code: 'CN-HL', country: 'CN' });
	});

	it('marks lines in dispute by their ids', async () => {
		const ids = (await propertiesIn(4, 'borders')).map(({ id }) => id);
		expect(ids).toEqual(expect.arrayContaining(['crimea', 'kosovo-serbia', 'arunachal-pradesh', undefined]));
	});

	it('names rivers and seas without what tells them apart in a list', async () => {
		const names = (await propertiesIn(4, 'water_labels')).flatMap((properties) => Object.values(properties));
		expect(names).toContain('Лена');
		expect(names.filter((name) => String(name).includes('('))).toEqual([]);
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
		const kindsAt = async (z: number) => {
			const borders = await propertiesIn(z, 'borders');
			return new Set(borders.filter(({ CN, IN, RU }) => !CN && !IN && !RU).map(({ kind }) => kind));
		};
		expect(await kindsAt(2)).toEqual(new Set(['international', 'disputed']));
		expect(await kindsAt(3)).toEqual(new Set(['international', 'disputed', 'province']));
	});

	it('has the lines that a worldview draws as borders between countries at all zooms', async () => {
		const lines = await propertiesIn(1, 'borders');
		expect(lines).toContainEqual({ kind: 'province', RU: 'international' });
	});

	it('gives river labels the angle of their line', async () => {
		const waters = await propertiesIn(4, 'water_labels');
		const amur = waters.filter(({ name }) => name === 'Amur');
		expect(amur).toHaveLength(4);
		for (const { angle } of amur) expect(Math.abs(Number(angle))).toBeLessThanOrEqual(90);
	});
});
