import { createHash } from 'node:crypto';
import { closeSync, existsSync, openSync, readFileSync, readSync, statSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { bytesToHeader, Compression, TileType } from 'pmtiles';
import { decodeEntries, type Entry, type Section } from './archive-entries';

/** Header of PMTiles 3 (github.com/protomaps/PMTiles, spec/v3), bytes. */
const HEADER = 127;

/** What the header of an archive says of its parts. */
interface Head {
	root: Section;
	metadata: Section;
	leaves: Section;
	tiles: Section;
	/** Of directories and metadata, and of tiles. */
	packed: { inside: Compression; tiles: Compression };
	tileType: TileType;
}

/** What is wrong with an archive, so that it could not be read; says it in words that follow "it". */
class Damage extends Error {}

/**
 * Why a PMTiles archive cannot be read, in words that follow "it"; `null` if its head and directory are in order and it has
 * all its bytes. Reads nothing of its tiles, and so takes a millisecond whatever its size.
 */
export function archiveFault(path: string): string | null {
	return faultOf(() => void headOf(path));
}

/**
 * The same for an archive of our own, whose name ends in eight digits of the SHA-256 of what is in its tiles: each is
 * unpacked and counted, some 0.1 s for 4 MB. The digest is that of `writePmtiles` in `geodata/recipes/lib`.
 */
export function contentFault(path: string): string | null {
	return faultOf(() => {
		const head = headOf(path);
		const bytes = readFileSync(path);
		const end = Math.max(...sectionsOf(head).map(({ offset, length }) => offset + length));
		if (bytes.length > end) throw new Damage(`has ${bytes.length - end} bytes behind its end`);
		const named = /-([\da-f]{8})\.pmtiles$/.exec(path)?.[1];
		if (named && digestOf(bytes, head) !== named)
			throw new Damage('holds other tiles than the digest in its name says');
	});
}

/** Names of the layers of an archive with vector tiles, `null` for one with pictures. @throws if it is damaged */
export function archiveLayers(path: string): string[] | null {
	const { metadata, packed, tileType } = headOf(path);
	if (tileType !== TileType.Mvt) return null;
	const bytes = read(path, metadata.offset, metadata.length);
	const about = JSON.parse(unpack(bytes, packed.inside).toString('utf8')) as {
		vector_layers?: { id: string }[];
	};
	return (about.vector_layers ?? []).map(({ id }) => id);
}

function faultOf(check: () => void): string | null {
	try {
		check();
		return null;
	} catch (error) {
		if (error instanceof Damage) return error.message;
		return `cannot be read (${error instanceof Error ? error.message : String(error)})`;
	}
}

/** @throws {Damage} where the file is no archive, or less than one */
function headOf(path: string): Head {
	if (!existsSync(path)) throw new Damage('is not there');
	const { bytes, size } = firstBytes(path);
	if (size === 0) throw new Damage('is empty');
	if (bytes.toString('latin1').startsWith('version https://git-lfs'))
		throw new Damage('is only the pointer that Git LFS puts in place of a file');
	if (bytes.toString('latin1', 0, 7) !== 'PMTiles') throw new Damage('is no PMTiles archive');
	if (bytes[7] !== 3) throw new Damage(`is a PMTiles archive of version ${bytes[7]}; version 3 can be read`);
	if (size < HEADER) throw new Damage(`is cut off: it has ${size} bytes, and its head alone has ${HEADER}`);
	const header = bytesToHeader(new Uint8Array(bytes).buffer);
	const head: Head = {
		root: { offset: header.rootDirectoryOffset, length: header.rootDirectoryLength },
		metadata: { offset: header.jsonMetadataOffset, length: header.jsonMetadataLength },
		leaves: { offset: header.leafDirectoryOffset, length: header.leafDirectoryLength ?? 0 },
		tiles: { offset: header.tileDataOffset, length: header.tileDataLength ?? 0 },
		packed: { inside: header.internalCompression, tiles: header.tileCompression },
		tileType: header.tileType,
	};
	const end = Math.max(...sectionsOf(head).map(({ offset, length }) => offset + length));
	if (size < end) throw new Damage(`is cut off: it has ${size} of ${end} bytes`);
	const root = entriesOf(read(path, head.root.offset, head.root.length), head.packed.inside);
	if (!root.length) throw new Damage('has an empty directory');
	return head;
}

function sectionsOf({ root, metadata, leaves, tiles }: Head): Section[] {
	return [root, metadata, leaves, tiles];
}

function firstBytes(path: string): { bytes: Buffer; size: number } {
	return { bytes: read(path, 0, HEADER), size: statSync(path).size };
}

function read(path: string, offset: number, length: number): Buffer {
	const file = openSync(path, 'r');
	try {
		const bytes = Buffer.alloc(length);
		readSync(file, bytes, 0, length, offset);
		return bytes;
	} finally {
		closeSync(file);
	}
}

function unpack(bytes: Buffer, packing: Compression): Buffer {
	return packing === Compression.Gzip ? gunzipSync(bytes) : bytes;
}

/** @throws {Damage} where the bytes are no directory */
function entriesOf(bytes: Buffer, packing: Compression): Entry[] {
	try {
		return decodeEntries(unpack(bytes, packing));
	} catch {
		throw new Damage('has a directory that cannot be read');
	}
}

/** Eight digits of the SHA-256 of `id:SHA-256 of the tile;` for every tile, in the order of their ids. */
function digestOf(bytes: Buffer, head: Head): string {
	const { root, leaves, tiles, packed } = head;
	const slice = ({ offset, length }: Section, from = 0) =>
		bytes.subarray(from + offset, from + offset + length);
	const flat = (entries: Entry[]): Entry[] =>
		entries.flatMap((entry) =>
			entry.run ? [entry] : flat(entriesOf(slice(entry, leaves.offset), packed.inside)),
		);
	const digest = createHash('sha256');
	for (const entry of flat(entriesOf(slice(root), packed.inside))) {
		const key = createHash('sha256')
			.update(contentOf(slice(entry, tiles.offset), packed.tiles))
			.digest('hex');
		for (let i = 0; i < entry.run; i++) digest.update(`${entry.id + i}:${key};`);
	}
	return digest.digest('hex').slice(0, 8);
}

/** @throws {Damage} where a tile cannot be unpacked */
function contentOf(bytes: Buffer, packing: Compression): Buffer {
	try {
		return unpack(bytes, packing);
	} catch {
		throw new Damage('holds a tile that cannot be unpacked');
	}
}
