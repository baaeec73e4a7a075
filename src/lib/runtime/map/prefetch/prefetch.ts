import { findTile, zxyToTileId, type Header, type PMTiles } from 'pmtiles';
import { frame, type Insets, type Screen } from '#lib/geo/index.ts';
import type { View } from '#lib/story/index.ts';
import { openedArchive, type ArchiveSource } from '../archive';
import { affordable, type Part } from './affordable';
import { coveringTiles, type Tile } from './covering-tiles';
import { firstSign } from './first-sign';

/** Parts that are asked for at a time: what a reader's next move has to wait for at most. */
const AT_ONCE = 4;

/** Bytes fetched before they were wanted, by all maps of this visit. */
let visit = 0;

/**
 * Fetches the tiles that a view at rest will need, as far as the budget goes, once the reader has given a sign of reading.
 * What does not come is nobody's loss: it is asked for again when it is wanted.
 *
 * @param address of the archive, absolute
 * @param isResting false as soon as the map moves: then nothing more is asked for
 */
export async function prefetch(
	{ view, insets }: { view: View; insets: Insets },
	screen: Screen,
	address: string,
	isResting: () => boolean,
): Promise<void> {
	await firstSign();
	const archive = openedArchive(address);
	if (!archive || !isResting() || document.hidden || !navigator.onLine) return;
	const source = archive.source as ArchiveSource;
	let step = 0;
	/** @returns whether all that was worth it has come */
	const fetchParts = async (parts: Part[]): Promise<boolean> => {
		const wanted = affordable(parts, (offset) => source.has(offset), { step, visit });
		for (let i = 0; i < wanted.length; i += AT_ONCE) {
			if (!isResting()) return false;
			const some = wanted.slice(i, i + AT_ONCE);
			const bytes = some.reduce((sum, { length }) => sum + length, 0);
			step += bytes;
			visit += bytes;
			const came = await Promise.all(some.map(({ offset, length }) => source.fetchAhead(offset, length)));
			if (came.includes(false)) return false;
		}
		return true;
	};
	try {
		const header = await archive.getHeader();
		const tiles = coveringTiles(frame(view, screen, insets), screen, header.maxZoom);
		const { parts, leaves } = await locate(archive, header, tiles);
		if (!leaves.length) await fetchParts(parts);
		else if (await fetchParts(leaves)) await fetchParts((await locate(archive, header, tiles)).parts);
	} catch {
		// The archive's own reader tells of what is wrong with it when the map asks.
	}
}

/**
 * Where tiles lie in the archive, as its directories say that are there, and which are still to be read.
 *
 * @throws {Error} where a directory makes no sense
 */
async function locate(
	archive: PMTiles,
	header: Header,
	tiles: Tile[],
): Promise<{ parts: Part[]; leaves: Part[] }> {
	const source = archive.source as ArchiveSource;
	const parts: Part[] = [];
	const leaves: Part[] = [];
	for (const { z, x, y } of tiles) {
		const id = zxyToTileId(z, x, y);
		let at: Part = { offset: header.rootDirectoryOffset, length: header.rootDirectoryLength };
		for (let depth = 0; depth < 3; depth++) {
			const directory = await archive.cache.getDirectory(source, at.offset, at.length, header);
			const entry = findTile(directory, id);
			if (!entry) break;
			if (entry.runLength > 0) {
				parts.push({ offset: header.tileDataOffset + entry.offset, length: entry.length });
				break;
			}
			at = { offset: header.leafDirectoryOffset + entry.offset, length: entry.length };
			if (!source.has(at.offset)) {
				leaves.push(at);
				break;
			}
		}
	}
	return { parts, leaves };
}
