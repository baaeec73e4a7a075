import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { zxyToTileId } from 'pmtiles';

const HEADER_BYTES = 127;
/** The first read of our reader is this long (`ARCHIVE_HEAD` in the runtime); header and root directory must fit into it. */
const FIRST_READ = 1024;
/** Tiles up to here are in the root directory, so that a story's first view asks for no other. */
const ROOT_ZOOM = 3;
/** Of a SHA-256: enough to tell that a tile has changed. */
const DIGEST_DIGITS = 16;
const ENTRIES_PER_LEAF = 512;
const UNPACKED = 1;
const GZIP = 2;
/** What the header calls the tiles, and how they are packed beyond what is in them. */
const FORMATS = {
	mvt: { type: 1, packing: GZIP, pack: (data) => gzipSync(data, { level: 9 }) },
	webp: { type: 4, packing: UNPACKED, pack: (data) => data },
};

/**
 * A PMTiles v3 archive (specification: github.com/protomaps/PMTiles, spec/v3). `tiles` are `{ z, x, y, data }` with
 * uncompressed data.
 * Equal tiles are stored once. Returns the bytes, a SHA-256 of what is in the tiles before compression (zlib's output differs
 * between versions of Node), the same for each zoom, and the largest tile in compressed bytes.
 */
export function writePmtiles(tiles, { metadata, minZoom, maxZoom, format = 'mvt' }) {
	const { pack } = FORMATS[format];
	const sorted = tiles
		.map((tile) => ({ ...tile, id: zxyToTileId(tile.z, tile.x, tile.y) }))
		.sort((a, b) => a.id - b.id);
	const digest = createHash('sha256');
	const stored = new Map();
	const contents = [];
	const entries = [];
	let length = 0;
	let largest = 0;
	const digests = new Map();
	for (const { z, id, data } of sorted) {
		const key = createHash('sha256').update(data).digest('hex');
		if (!digests.has(z)) digests.set(z, createHash('sha256'));
		for (const sum of [digest, digests.get(z)]) sum.update(`${id}:${key};`);
		if (!stored.has(key)) {
			const zipped = pack(data);
			stored.set(key, { offset: length, length: zipped.length });
			contents.push(zipped);
			length += zipped.length;
			largest = Math.max(largest, zipped.length);
		}
		const place = stored.get(key);
		const last = entries.at(-1);
		if (last && last.offset === place.offset && last.id + last.run === id) last.run += 1;
		else entries.push({ id, ...place, run: 1 });
	}
	const { root, leaves } = directories(entries);
	const json = gzipSync(JSON.stringify(metadata), { level: 9 });
	const sections = [root, json, leaves, Buffer.concat(contents)];
	const head = header(sections, {
		minZoom,
		maxZoom,
		format,
		addressed: sorted.length,
		entries: entries.length,
		contents: contents.length,
	});
	return {
		bytes: Buffer.concat([head, ...sections]),
		digest: digest.digest('hex'),
		digests: Object.fromEntries(
			[...digests].map(([z, sum]) => [z, sum.digest('hex').slice(0, DIGEST_DIGITS)]),
		),
		largest,
		entries: sorted.length,
	};
}

function directories(entries) {
	const firstInLeaves = zxyToTileId(ROOT_ZOOM + 1, 0, 0);
	const top = entries.filter(({ id }) => id < firstInLeaves);
	const leaves = [];
	const pointers = [];
	let offset = 0;
	for (let start = top.length; start < entries.length; start += ENTRIES_PER_LEAF) {
		const leaf = directory(entries.slice(start, start + ENTRIES_PER_LEAF));
		pointers.push({ id: entries[start].id, offset, length: leaf.length, run: 0 });
		leaves.push(leaf);
		offset += leaf.length;
	}
	const root = directory([...top, ...pointers]);
	if (HEADER_BYTES + root.length > FIRST_READ)
		throw new Error(
			`The root directory has ${root.length} bytes, too many for a first read of ${FIRST_READ}.`,
		);
	return { root, leaves: Buffer.concat(leaves) };
}

function directory(entries) {
	const numbers = [entries.length];
	entries.forEach((entry, i) => numbers.push(entry.id - (i ? entries[i - 1].id : 0)));
	entries.forEach((entry) => numbers.push(entry.run));
	entries.forEach((entry) => numbers.push(entry.length));
	entries.forEach((entry, i) => {
		const follows = i > 0 && entry.offset === entries[i - 1].offset + entries[i - 1].length;
		numbers.push(follows ? 0 : entry.offset + 1);
	});
	return gzipSync(Buffer.from(numbers.flatMap(varint)), { level: 9 });
}

function varint(value) {
	const bytes = [];
	let rest = value;
	while (rest >= 128) {
		bytes.push((rest % 128) | 128);
		rest = Math.floor(rest / 128);
	}
	return [...bytes, rest];
}

function header(sections, counts) {
	const head = Buffer.alloc(HEADER_BYTES);
	head.write('PMTiles', 0, 'latin1');
	head.writeUInt8(3, 7);
	let offset = HEADER_BYTES;
	sections.forEach((section, i) => {
		head.writeBigUInt64LE(BigInt(offset), 8 + i * 16);
		head.writeBigUInt64LE(BigInt(section.length), 16 + i * 16);
		offset += section.length;
	});
	[counts.addressed, counts.entries, counts.contents].forEach((count, i) =>
		head.writeBigUInt64LE(BigInt(count), 72 + i * 8),
	);
	const { type, packing } = FORMATS[counts.format];
	[1, GZIP, packing, type, counts.minZoom, counts.maxZoom].forEach((value, i) =>
		head.writeUInt8(value, 96 + i),
	);
	[-180, -85.0511287, 180, 85.0511287].forEach((degrees, i) =>
		head.writeInt32LE(Math.round(degrees * 1e7), 102 + i * 4),
	);
	head.writeUInt8(2, 118);
	[15, 30].forEach((degrees, i) => head.writeInt32LE(degrees * 1e7, 119 + i * 4));
	return head;
}
