import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { worldFaults } from '#lib/server/basemap.ts';
import { writeArchive } from '../geodata/write-archive';

const tiles = [0, 1, 2, 3, 4].flatMap((z) =>
	Array.from({ length: 2 ** z }, (_, x) => ({ z, x, y: 0, data: Buffer.from(`tile ${z}/${x % 3}`) })),
);
const { bytes, digest } = await writeArchive(tiles);
const NAME = `world-${digest.slice(0, 8)}.pmtiles`;

/** A folder of the world in which the archive has these bytes, or is not there. */
function faultsOf(
	archive: Uint8Array | string | null,
	about: string = JSON.stringify({ archive: NAME }),
): string[] {
	const folder = mkdtempSync(join(tmpdir(), 'dateline-'));
	writeFileSync(join(folder, 'basemap.json'), about);
	if (archive !== null) writeFileSync(join(folder, NAME), archive);
	return worldFaults(folder).map((fault) => fault.replaceAll(folder, 'static/basemap'));
}

/** The bytes with others from a place on; a place below 0 counts from the end. */
function withBytes(at: number, ...others: number[]): Buffer {
	const copy = Buffer.from(bytes);
	copy.set(others, at < 0 ? copy.length + at : at);
	return copy;
}

const PATH = `static/basemap/${NAME}`;
const STILLS = 'Until it is mended readers see still maps.';
const CURE = `Bring it back, git checkout ${PATH}, or build the world anew: npm run geodata`;

describe('the archives of the world in the box', () => {
	it('are in order as they were built', () => {
		expect(worldFaults()).toEqual([]);
		expect(faultsOf(bytes)).toEqual([]);
	});

	it.each([
		['is not there', null, `is not there, though static/basemap/basemap.json names it`],
		['is empty', '', 'is empty'],
		['is something else', '<!doctype html>', 'is no PMTiles archive'],
		['is of another version', withBytes(7, 2), 'is a PMTiles archive of version 2; version 3 can be read'],
		[
			'is cut off in its head',
			bytes.subarray(0, 60),
			'is cut off: it has 60 bytes, and its head alone has 127',
		],
		['is cut off in mid-file', bytes.subarray(0, 500), `is cut off: it has 500 of ${bytes.length} bytes`],
		[
			'has lost its last byte',
			bytes.subarray(0, -1),
			`is cut off: it has ${bytes.length - 1} of ${bytes.length} bytes`,
		],
		['goes on behind its end', Buffer.concat([bytes, Buffer.alloc(3)]), 'has 3 bytes behind its end'],
		['has a broken directory', withBytes(127, 0, 0, 0, 0), 'has a directory that cannot be read'],
		['has a broken tile', withBytes(-8, 0, 0, 0, 0), 'holds a tile that cannot be unpacked'],
	])('are told of when one %s, with what to do', (_, archive, what) => {
		expect(faultsOf(archive)).toEqual([`${PATH} ${what}. ${STILLS} ${CURE}`]);
	});

	it('are told of when Git LFS has not fetched one', () => {
		expect(faultsOf('version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 3767123\n')).toEqual([
			`${PATH} is only the pointer that Git LFS puts in place of a file. ${STILLS} Fetch it: git lfs pull`,
		]);
	});

	it('are told of when one holds other tiles than its name says', async () => {
		const other = await writeArchive([{ z: 0, x: 0, y: 0, data: Buffer.from('other') }]);
		expect(faultsOf(other.bytes)).toEqual([
			`${PATH} holds other tiles than the digest in its name says. ${STILLS} ${CURE}`,
		]);
	});

	it('are all looked at, wherever they are named', () => {
		const about = JSON.stringify({ archive: NAME, relief: { archive: 'relief-00000000.pmtiles' } });
		expect(faultsOf(bytes, about)).toEqual([expect.stringContaining('relief-00000000.pmtiles is not there')]);
	});

	it('are told of when nothing names them', () => {
		expect(faultsOf(bytes, '{}')).toEqual([
			expect.stringContaining('static/basemap/basemap.json names no archive.'),
		]);
		expect(faultsOf(bytes, '{')).toEqual([
			expect.stringContaining('static/basemap/basemap.json cannot be read'),
		]);
	});
});
