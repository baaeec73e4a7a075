import { readVarint } from 'pmtiles';

/** Where in an archive some bytes are. */
export interface Section {
	offset: number;
	length: number;
}

/** Where the tiles of `run` ids from `id` on are, all the same; a further directory where `run` is 0. */
export interface Entry extends Section {
	id: number;
	run: number;
}

/**
 * An unpacked directory of PMTiles 3: the count of its entries, then their ids as differences, runs, lengths and offsets (0:
 * behind the one before), all as varints.
 *
 * @throws {RangeError} where the bytes are none
 */
export function decodeEntries(bytes: Buffer): Entry[] {
	const position = { buf: bytes, pos: 0 };
	const varint = () => {
		const value = readVarint(position);
		if (position.pos > bytes.length) throw new RangeError('The directory ends too early.');
		return value;
	};
	const count = varint();
	if (count > bytes.length) throw new RangeError('The directory is too short.');
	const column = () => Array.from({ length: count }, varint);
	const [ids, runs, lengths, offsets] = [column(), column(), column(), column()];
	const entries: Entry[] = [];
	let id = 0;
	for (let i = 0; i < count; i++) {
		id += ids[i]!;
		const before = entries[i - 1];
		const offset = offsets[i] === 0 && before ? before.offset + before.length : offsets[i]! - 1;
		entries.push({ id, run: runs[i]!, length: lengths[i]!, offset });
	}
	return entries;
}
