import { FetchSource, type RangeResponse } from 'pmtiles';
import { ARCHIVE_HEAD } from './archive-head';

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
