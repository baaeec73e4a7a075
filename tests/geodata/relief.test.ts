import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { digestsOf, onMap, openRelief, readAbout } from './archive.js';

const { bytes, tiles } = openRelief();

/** Alpha and grey of a tile, row by row. */
async function pixels(z: number, x: number, y: number) {
	const tile = await tiles.getZxy(z, x, y);
	const { data, info } = await sharp(Buffer.from(tile!.data))
		.ensureAlpha()
		.raw()
		.toBuffer({ resolveWithObject: true });
	return {
		size: info.width,
		at(u: number, v: number) {
			const i = 4 * (Math.floor(v * info.height) * info.width + Math.floor(u * info.width));
			return { green: data[i + 1]!, alpha: data[i + 3]! };
		},
	};
}

describe('the relief archive', () => {
	it('holds pictures of 512 px for zoom 0 to 4, and ships what its recipe noted', async () => {
		const { archive, digests } = readAbout().relief;
		expect(await tiles.getHeader()).toMatchObject({
			tileType: 4,
			tileCompression: 1,
			minZoom: 0,
			maxZoom: 4,
		});
		expect((await pixels(0, 0, 0)).size).toBe(512);
		expect(archive).toMatch(/^relief-[0-9a-f]{8}\.pmtiles$/);
		expect(await digestsOf(tiles, 4)).toEqual(digests);
	});

	it('is small', () => {
		expect(bytes.length).toBeLessThan(2e6);
	});

	it.each([
		['the Pacific', -140, 10],
		['the Caspian Sea', 51, 41],
		['the South Atlantic', -20, -30],
		['the pole', 0, -84.9],
	])('is clear over %s', async (_, lon, lat) => {
		expect((await pixels(0, 0, 0)).at(...onMap(lon, lat)).alpha).toBe(0);
	});

	it('shades land, and a plain hardly', async () => {
		const world = await pixels(0, 0, 0);
		const plain = world.at(...onMap(72, 60));
		expect(plain.alpha).toBeGreaterThan(240);
		expect(Math.abs(plain.green - 0.75 * 255)).toBeLessThan(8);
		expect(world.at(...onMap(86, 27.2)).green).toBeLessThan(plain.green - 15);
	});

	it('has no seam at 180°', async () => {
		const west = await pixels(3, 0, 2);
		const east = await pixels(3, 7, 2);
		const rows = Array.from({ length: 256 }, (_, row) => (row + 0.5) / 256);
		const onLand = rows.filter((v) => west.at(0, v).alpha > 128 && east.at(0.999, v).alpha > 128);
		const step = (one: typeof west, u: number, other: typeof west, w: number) =>
			onLand.reduce((sum, v) => sum + Math.abs(one.at(u, v).green - other.at(w, v).green), 0);
		expect(onLand.length).toBeGreaterThan(15);
		const beside = step(east, 0.997, east, 0.999) + step(west, 0, west, 0.002);
		expect(step(east, 0.999, west, 0)).toBeLessThan(beside);
	});
});
