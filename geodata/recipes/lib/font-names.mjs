const HEAD_BYTES = 12;
const ENTRY_BYTES = 16;
const RECORD_BYTES = 12;
const WINDOWS = 3;
const WINDOWS_UNICODE = 1;
const ENGLISH = 0x409;
/** Ids in the `name` table (OpenType specification) that say who made a font and under what licence: never rewritten. */
const COPYRIGHT = 0;
const TRADEMARK = 7;

/**
 * The font (SFNT) with its own names changed: each pair of `renames` says what to replace by what in all names but
 * copyright and trademark. Of the names in several languages and encodings the English in Unicode are kept.
 */
export function renameFont(sfnt, renames = []) {
	const tables = readTables(sfnt);
	const names = readNames(tables.get('name')).map(({ id, text }) => ({
		id,
		text:
			id === COPYRIGHT || id === TRADEMARK
				? text
				: renames.reduce((renamed, [from, to]) => renamed.replaceAll(from, to), text),
	}));
	tables.set('name', writeNames(names));
	return writeTables(sfnt.readUInt32BE(0), tables);
}

/** The font's statement of copyright, with its reserved names. */
export function copyrightOf(sfnt) {
	return readNames(readTables(sfnt).get('name')).find(({ id }) => id === COPYRIGHT).text;
}

function readTables(sfnt) {
	const count = sfnt.readUInt16BE(4);
	return new Map(
		Array.from({ length: count }, (_, i) => {
			const entry = HEAD_BYTES + i * ENTRY_BYTES;
			const start = sfnt.readUInt32BE(entry + 8);
			return [
				sfnt.toString('latin1', entry, entry + 4),
				sfnt.subarray(start, start + sfnt.readUInt32BE(entry + 12)),
			];
		}),
	);
}

function readNames(table) {
	const texts = table.readUInt16BE(4);
	return Array.from({ length: table.readUInt16BE(2) }, (_, i) => {
		const at = 6 + i * RECORD_BYTES;
		const [platform, encoding, language, id, length, offset] = [0, 2, 4, 6, 8, 10].map((field) =>
			table.readUInt16BE(at + field),
		);
		const start = texts + offset;
		const wanted = platform === WINDOWS && encoding === WINDOWS_UNICODE && language === ENGLISH;
		return wanted && { id, text: utf16(table.subarray(start, start + length)) };
	}).filter(Boolean);
}

function utf16(bigEndian) {
	return Buffer.from(bigEndian).swap16().toString('utf16le');
}

function writeNames(names) {
	const texts = names.map(({ text }) => Buffer.from(text, 'utf16le').swap16());
	const head = Buffer.alloc(6 + names.length * RECORD_BYTES);
	head.writeUInt16BE(names.length, 2);
	head.writeUInt16BE(head.length, 4);
	let offset = 0;
	names.forEach(({ id }, i) => {
		const fields = [WINDOWS, WINDOWS_UNICODE, ENGLISH, id, texts[i].length, offset];
		fields.forEach((value, field) => head.writeUInt16BE(value, 6 + i * RECORD_BYTES + field * 2));
		offset += texts[i].length;
	});
	return Buffer.concat([head, ...texts]);
}

/** Checksums are left at 0: woff2 computes them anew. */
function writeTables(flavour, tables) {
	const sorted = [...tables].sort(([a], [b]) => (a < b ? -1 : 1));
	const head = Buffer.alloc(HEAD_BYTES + sorted.length * ENTRY_BYTES);
	const largest = 2 ** Math.floor(Math.log2(sorted.length));
	head.writeUInt32BE(flavour, 0);
	head.writeUInt16BE(sorted.length, 4);
	head.writeUInt16BE(largest * ENTRY_BYTES, 6);
	head.writeUInt16BE(Math.log2(largest), 8);
	head.writeUInt16BE((sorted.length - largest) * ENTRY_BYTES, 10);
	const parts = [head];
	let offset = head.length;
	sorted.forEach(([tag, data], i) => {
		const entry = HEAD_BYTES + i * ENTRY_BYTES;
		head.write(tag, entry, 'latin1');
		head.writeUInt32BE(offset, entry + 8);
		head.writeUInt32BE(data.length, entry + 12);
		const padding = Buffer.alloc(-data.length & 3);
		parts.push(data, padding);
		offset += data.length + padding.length;
	});
	return Buffer.concat(parts);
}
