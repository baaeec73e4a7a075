import { readFileSync } from 'node:fs';

const MAGIC = 0x950412de;

/** Messages of a GNU gettext `.mo` file (GNU gettext manual, "The Format of GNU MO Files"), little-endian. */
export function readMo(path) {
	const bytes = readFileSync(path);
	if (bytes.readUInt32LE(0) !== MAGIC) throw new Error(`${path}: not a little-endian .mo file`);
	const count = bytes.readUInt32LE(8);
	const originals = bytes.readUInt32LE(12);
	const translations = bytes.readUInt32LE(16);
	const text = (table, index) => {
		const length = bytes.readUInt32LE(table + index * 8);
		const offset = bytes.readUInt32LE(table + index * 8 + 4);
		return bytes.toString('utf8', offset, offset + length);
	};
	const messages = new Map();
	for (let index = 0; index < count; index++) messages.set(text(originals, index), text(translations, index));
	return messages;
}
