import type { ImageFacts } from '#lib/compiler/index.ts';

type Header = Pick<ImageFacts, 'width' | 'height' | 'cut'> & { orientation?: number };

/** How the files of a format begin; the first that fits. Those that no story takes over are known by name, to say so. */
const SIGNATURES: readonly [format: string, begins: RegExp][] = [
	['jpeg', /^\xff\xd8\xff/],
	['png', /^\x89PNG\r\n/],
	['webp', /^RIFF[^]{4}WEBP/],
	['gif', /^GIF8[79]a/],
	['avif', /^[^]{4}ftypavi[fs]/],
	['heic', /^[^]{4}ftyp(hei[cfmsx]|hev[cmsx]|mif1|msf1)/],
	['tiff', /^(II\*\0|MM\0\*)/],
	['bmp', /^BM[^]{4}\0\0\0\0/],
	['jpeg xl', /^(\xff\n|[^]{4}JXL )/],
	['pdf', /^%PDF-/],
	['svg', /^(\xef\xbb\xbf)?\s*(<\?xml[^]*?)?(<!--[^]*?-->\s*|<!DOCTYPE[^>]*>\s*)*<svg[\s>]/i],
];

const READERS: Record<string, (bytes: Buffer) => Header> = { jpeg: readJpeg, png: readPng, webp: readWebp };

/**
 * What the head of an image file says of it, and whether its end is there. Nothing is decoded: that takes longer, and a
 * story asks for it often.
 */
export function readImageHeader(bytes: Buffer): ImageFacts {
	const head = bytes.subarray(0, 1024).toString('latin1');
	const [format] = SIGNATURES.find(([, begins]) => begins.test(head)) ?? [];
	const none: Header = { width: 0, height: 0 };
	const { orientation = 1, width, height, cut } = (format && READERS[format]?.(bytes)) || none;
	const isTurned = orientation >= 5 && orientation <= 8;
	const size = isTurned ? { width: height, height: width } : { width, height };
	return { bytes: bytes.length, ...(format && { format }), ...size, ...(cut && { cut }) };
}

/** ISO/IEC 10918-1, B.1.1: segments up to the frame header, then the scan, then the marker that ends the image. */
function readJpeg(bytes: Buffer): Header {
	let orientation: number | undefined;
	for (let at = 2; at + 9 < bytes.length;) {
		if (bytes[at] !== 0xff) break;
		const marker = bytes[at + 1]!;
		if (marker === 0xff) {
			at++;
			continue;
		}
		if (marker === 0xe1 && bytes.toString('latin1', at + 4, at + 10) === 'Exif\0\0')
			orientation ??= readOrientation(bytes.subarray(at + 10));
		const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
		if (isFrame) {
			const cut = bytes.lastIndexOf(Buffer.from([0xff, 0xd9])) < at;
			return { width: bytes.readUInt16BE(at + 7), height: bytes.readUInt16BE(at + 5), cut, orientation };
		}
		at += 2 + bytes.readUInt16BE(at + 2);
	}
	return { width: 0, height: 0, cut: true };
}

/** PNG, third edition, 5.6: `IHDR` comes first, `IEND` last. */
function readPng(bytes: Buffer): Header {
	if (bytes.length < 33) return { width: 0, height: 0, cut: true };
	const exif = chunksOf(bytes, 8, (at) => bytes.readUInt32BE(at), 4, 12).find(({ name }) => name === 'eXIf');
	return {
		width: bytes.readUInt32BE(16),
		height: bytes.readUInt32BE(20),
		cut: bytes.lastIndexOf('IEND') < 33,
		orientation: exif && readOrientation(bytes.subarray(exif.at + 8)),
	};
}

/** RFC 9649: the first chunk is `VP8 `, `VP8L` or `VP8X`, each with the size in another place. */
function readWebp(bytes: Buffer): Header {
	if (bytes.length < 30) return { width: 0, height: 0, cut: true };
	const cut = bytes.readUInt32LE(4) + 8 > bytes.length;
	switch (bytes.toString('latin1', 12, 16)) {
		case 'VP8 ':
			return { width: bytes.readUInt16LE(26) & 0x3fff, height: bytes.readUInt16LE(28) & 0x3fff, cut };
		case 'VP8L': {
			const bits = bytes.readUInt32LE(21);
			return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1, cut };
		}
		case 'VP8X': {
			const length = (at: number) => (bytes.readUInt32LE(at + 4) + 1) & ~1;
			const exif = chunksOf(bytes, 12, length, 0, 8).find(({ name }) => name === 'EXIF');
			const orientation = exif && readOrientation(bytes.subarray(exif.at + 8));
			return { width: bytes.readUIntLE(24, 3) + 1, height: bytes.readUIntLE(27, 3) + 1, cut, orientation };
		}
		default:
			return { width: 0, height: 0, cut };
	}
}

/**
 * The chunks of a file, by their four letters.
 *
 * @param length of what a chunk holds, bytes
 * @param nameAt where in a chunk its name stands
 * @param around how many bytes a chunk has besides what it holds
 */
function chunksOf(
	bytes: Buffer,
	start: number,
	length: (at: number) => number,
	nameAt: number,
	around: number,
): { name: string; at: number }[] {
	const chunks: { name: string; at: number }[] = [];
	for (let at = start; at + 8 <= bytes.length; at += length(at) + around)
		chunks.push({ name: bytes.toString('latin1', at + nameAt, at + nameAt + 4), at });
	return chunks;
}

/** How a camera was held: tag 0x0112 of the first directory (Exif 2.32, 4.6.4), 1 to 8; 5 to 8 lie on their side. */
function readOrientation(exif: Buffer): number | undefined {
	const tiff = exif.toString('latin1', 0, 6) === 'Exif\0\0' ? exif.subarray(6) : exif;
	if (tiff.length < 8) return undefined;
	const isLittle = tiff.toString('latin1', 0, 2) === 'II';
	const short = (at: number) => (isLittle ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
	const start = isLittle ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4);
	if (start + 2 > tiff.length) return undefined;
	for (let n = 0, at = start + 2; n < short(start) && at + 12 <= tiff.length; n++, at += 12)
		if (short(at) === 0x0112) return short(at + 8);
	return undefined;
}
