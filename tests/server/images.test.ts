import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { StoryImage } from '#lib/compiler/index.ts';
import { readImageHeader } from '../../src/lib/server/image-header';
import { brokenImages, makeCopy } from '../../src/lib/server/images';

const WIDTH = 90;
const HEIGHT = 60;

/** Red at the left, blue at the right. */
function picture() {
	const pixels = Buffer.alloc(WIDTH * HEIGHT * 3);
	for (let at = 0; at < WIDTH * HEIGHT; at++) pixels[at * 3 + (at % WIDTH < WIDTH / 2 ? 0 : 2)] = 255;
	return sharp(pixels, { raw: { width: WIDTH, height: HEIGHT, channels: 3 } });
}

const FORMATS = ['jpeg', 'png', 'webp'] as const;
const ORIENTATIONS = [1, 2, 3, 4, 5, 6, 7, 8];

let folder: string;
beforeAll(() => {
	folder = mkdtempSync(join(tmpdir(), 'dateline-images-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('the head of an image file', () => {
	test.each(FORMATS.flatMap((format) => ORIENTATIONS.map((orientation) => [format, orientation] as const)))(
		'tells format and size of a %s, held as orientation %d says',
		async (format, orientation) => {
			const bytes = await picture().withMetadata({ orientation }).toFormat(format).toBuffer();
			const turned = await sharp(bytes).autoOrient().toBuffer({ resolveWithObject: true });
			const { width, height } = turned.info;
			expect(readImageHeader(bytes)).toEqual({ bytes: bytes.length, format, width, height });
		},
	);

	test.each([
		['jpeg', { progressive: true }],
		['webp', { lossless: true }],
		['png', { palette: true }],
	] as const)('tells the size of a %s with %o', async (format, options) => {
		const bytes = await picture().toFormat(format, options).toBuffer();
		expect(readImageHeader(bytes)).toMatchObject({ format, width: WIDTH, height: HEIGHT });
	});

	test.each(FORMATS)('tells wherever a %s is cut off', async (format) => {
		const bytes = await picture().withMetadata({ orientation: 6 }).toFormat(format).toBuffer();
		for (let length = 16; length < bytes.length - 4; length++)
			expect(readImageHeader(bytes.subarray(0, length))).toMatchObject({ format, cut: true });
	});

	test.each(['gif', 'tiff', 'avif'] as const)('knows a %s by name', async (format) => {
		const bytes = await picture().toFormat(format).toBuffer();
		expect(readImageHeader(bytes).format).toBe(format);
	});

	test.each([
		['<svg xmlns="http://www.w3.org/2000/svg"/>', 'svg'],
		['\uFEFF<?xml version="1.0"?>\n<!-- made by hand -->\n<svg>', 'svg'],
		['<html><svg></svg></html>', undefined],
		['No image.', undefined],
		['', undefined],
	])('of %s is that of %s', (text, format) => {
		expect(readImageHeader(Buffer.from(text)).format).toBe(format);
	});
});

describe('a copy of an image', () => {
	const imageAt = (path: string): StoryImage => ({ path, slug: 'x', widths: [60], width: 60, height: 40 });

	async function copyOf(name: string, bytes: Buffer, width = 60): Promise<Buffer> {
		const path = join(folder, name);
		writeFileSync(path, bytes);
		return makeCopy(path, width);
	}

	test('is a WebP of the wanted width, without metadata', async () => {
		const exif = { IFD0: { Copyright: 'Ada' }, IFD3: { GPSLatitude: '51/1 30/1 0/1' } };
		const original = await picture().withExif(exif).jpeg().toBuffer();
		expect((await sharp(original).metadata()).exif).toBeDefined();
		const copy = await copyOf('gps.jpg', original);
		const { format, width, height, exif: left, icc } = await sharp(copy).metadata();
		expect({ format, width, height, left, icc }).toEqual({
			format: 'webp',
			width: 60,
			height: 40,
			left: undefined,
			icc: undefined,
		});
	});

	test('stands upright, however the camera was held', async () => {
		const copy = await copyOf(
			'held.jpg',
			await picture().withMetadata({ orientation: 6 }).jpeg().toBuffer(),
			40,
		);
		const { data, info } = await sharp(copy).raw().toBuffer({ resolveWithObject: true });
		expect([info.width, info.height]).toEqual([40, 60]);
		// What was left is on top now: red, then blue.
		const top = info.channels * 20;
		const bottom = info.channels * (40 * 59 + 20);
		expect(data[top]).toBeGreaterThan(200);
		expect(data[bottom + 2]).toBeGreaterThan(200);
	});

	test('is never wider than the original', async () => {
		const copy = await copyOf('small.png', await picture().png().toBuffer(), 480);
		expect((await sharp(copy).metadata()).width).toBe(WIDTH);
	});

	test('of a chart keeps every pixel where that costs nothing', async () => {
		const copy = await copyOf('chart.png', await picture().png().toBuffer(), WIDTH);
		expect(await sharp(copy).removeAlpha().raw().toBuffer()).toEqual(await picture().raw().toBuffer());
	});

	test('cannot be made of an image that is broken behind its head, and the check says so, too', async () => {
		const whole = await sharp(Buffer.alloc(300 * 300 * 3, 7), {
			raw: { width: 300, height: 300, channels: 3 },
		})
			.png({ compressionLevel: 0 })
			.toBuffer();
		whole.fill(0xee, 2000, whole.length - 2000);
		expect(readImageHeader(whole)).toMatchObject({ format: 'png', width: 300 });
		expect(readImageHeader(whole).cut).toBeUndefined();
		await expect(copyOf('broken.png', whole)).rejects.toThrow(
			/broken\.png:1:1 image-broken: "broken\.png" cannot be read/,
		);
		const path = join(folder, 'broken.png');
		const problems = await brokenImages([{ images: [imageAt(path)], shapes: {}, problems: [] }]);
		expect(problems).toMatchObject([{ code: 'image-broken', severity: 'error', file: path }]);
	});
});
