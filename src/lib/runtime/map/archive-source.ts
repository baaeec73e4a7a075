import { FetchSource, type RangeResponse } from 'pmtiles';

/** Header and root directory of our archive fit into these bytes; `writePmtiles` of the recipe sees to it. */
export const ARCHIVE_HEAD = 1024;

/** The archive, read without the 15 KB of other tiles that a PMTiles reader fetches along with its head. */
export class ArchiveSource extends FetchSource {
	override getBytes(
		offset: number,
		length: number,
		signal?: AbortSignal,
		etag?: string,
	): Promise<RangeResponse> {
		return super.getBytes(offset, offset === 0 ? Math.min(length, ARCHIVE_HEAD) : length, signal, etag);
	}
}
