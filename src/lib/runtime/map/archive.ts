import { PMTiles, Protocol, type RangeResponse, type Source } from 'pmtiles';
import { ARCHIVE_HEAD } from './archive-head';
import { savesData } from './saves-data';

/**
 * The largest archive that is taken as a whole from a host which cannot send parts of it, bytes. The world in the box
 * has 5 million: as much as a few photographs, and fetched once.
 */
const WHOLE_MAX = 8_000_000;

/** After this time without an answer a request counts as failed, so that no picture waits for it, ms. */
const SILENCE = 20_000;

/** Chromium on Windows hands out wrong bytes from its cache of parts (github.com/protomaps/PMTiles/issues/442). */
const CACHE: RequestCache | undefined =
	/Windows/.test(navigator.userAgent) && /Chrome/.test(navigator.userAgent) ? 'no-store' : undefined;

/** Reads the parts of an archive, and says in words what is wrong with an answer that is none. */
export class ArchiveSource implements Source {
	readonly #address: string;
	readonly #wholeMax: number;
	#whole: ArrayBuffer | undefined;
	/** Where the parts begin that have come. */
	readonly #come = new Set<number>();
	/** Parts that were asked for before they were wanted, by where they begin; `undefined` is one that did not come. */
	readonly #ahead = new Map<number, Promise<ArrayBuffer | undefined>>();

	/** @param wholeMax the most bytes that are taken at once from a host which cannot send parts */
	constructor(address: string, wholeMax = WHOLE_MAX) {
		this.#address = address;
		this.#wholeMax = wholeMax;
	}

	getKey(): string {
		return this.#address;
	}

	/** @throws {Error} where the host has no such part; the network's own error where it cannot be reached */
	async getBytes(offset: number, length: number, signal?: AbortSignal): Promise<RangeResponse> {
		const fetched = this.#ahead.get(offset);
		const ahead = fetched && (await fetched);
		signal?.throwIfAborted();
		const data = ahead ? part(ahead, 0, length) : await this.#read(offset, length, { signal });
		this.#come.add(offset);
		return { data };
	}

	/** Whether a part is there, or was: then a cache in front of us most likely has it. */
	has(offset: number): boolean {
		return !!this.#whole || this.#come.has(offset) || this.#ahead.has(offset);
	}

	/**
	 * Fetches a part before it is wanted, after all else that is, and keeps it, since not every browser's cache keeps
	 * parts. Who wants it meanwhile waits for it; nobody's giving up ends it.
	 *
	 * @returns whether it came: what did not is forgotten
	 */
	async fetchAhead(offset: number, length: number): Promise<boolean> {
		const fetched = this.#read(offset, length, { priority: 'low' }).catch(() => {
			this.#ahead.delete(offset);
			return undefined;
		});
		this.#ahead.set(offset, fetched);
		return !!(await fetched);
	}

	async #read(offset: number, length: number, asking: Asking): Promise<ArrayBuffer> {
		const { signal, priority, cache = CACHE } = asking;
		if (this.#whole) return part(this.#whole, offset, length);
		const wanted = offset === 0 ? Math.min(length, ARCHIVE_HEAD) : length;
		const headers = { range: `bytes=${offset}-${offset + wanted - 1}` };
		const response = await answer(this.#address, { headers, cache, priority }, signal);
		if (response.status === 416) throw new Error(cutOff(offset));
		if (!response.ok) throw new Error(`The host answered ${response.status}.`);
		if (response.headers.get('content-type')?.startsWith('text/html'))
			throw new Error('The host answered with a page instead of the archive.');
		if (response.status === 206) {
			const bytes = await response.arrayBuffer();
			// A browser's cache may hold less than the part, where an earlier request was given up amid its answer.
			const isShort = offset > 0 && bytes.byteLength < length;
			if (isShort && cache !== 'reload') return this.#read(offset, length, { ...asking, cache: 'reload' });
			return part(bytes, 0, length, offset);
		}
		this.#whole = await wholeBody(response, this.#wholeMax);
		return part(this.#whole, offset, length);
	}
}

interface Asking {
	signal?: AbortSignal | undefined;
	priority?: RequestPriority;
	cache?: RequestCache | undefined;
}

/** @throws {Error} where the host stays silent */
async function answer(address: string, init: RequestInit, signal?: AbortSignal): Promise<Response> {
	const end = new AbortController();
	const silence = setTimeout(() => end.abort(new Error('The host does not answer.')), SILENCE);
	signal?.addEventListener('abort', () => end.abort(signal.reason), { signal: end.signal });
	try {
		return await fetch(address, { ...init, signal: end.signal });
	} finally {
		clearTimeout(silence);
	}
}

/** The first bytes of an archive are asked for without knowing how long it is, so there less may come. */
function part(bytes: ArrayBuffer, from: number, length: number, offset = from): ArrayBuffer {
	const data = bytes.slice(from, from + length);
	if (offset > 0 && data.byteLength < length) throw new Error(cutOff(offset + data.byteLength));
	return data;
}

function cutOff(end: number): string {
	return `The archive is cut off before byte ${end}.`;
}

/** The body of a host that knows no ranges, unless it is too much for what it gives or the reader saves data. */
async function wholeBody(response: Response, max: number): Promise<ArrayBuffer> {
	const announced = Number(response.headers.get('content-length') ?? 0);
	if (savesData() || !announced || announced > max) {
		await response.body?.cancel();
		const size = announced ? `${announced} bytes` : 'of unknown size';
		throw new Error(`The host sends no parts of the archive, and the whole is too much: ${size}.`);
	}
	return response.arrayBuffer();
}

const protocol = new Protocol();
const sources = new Map<string, ArchiveSource>();

/** MapLibre's loader for addresses that begin with `pmtiles://`. */
export const loadFromArchive = protocol.tile;

/**
 * Opens an archive anew, so that what once failed is asked for again; a whole that has been fetched is kept.
 *
 * @param options.whole whether it is worth being fetched as a whole from a host that cannot send parts of it
 */
export function openArchive(address: string, { whole = true } = {}): void {
	const source = sources.get(address) ?? new ArchiveSource(address, whole ? WHOLE_MAX : 0);
	sources.set(address, source);
	protocol.add(new PMTiles(source));
}

/** An archive that has been opened. */
export function openedArchive(address: string): PMTiles | undefined {
	return protocol.get(address);
}

/** What an archive of somebody else's says of its makers, HTML; empty where it says nothing. */
export async function archiveAttribution(url: string): Promise<string> {
	try {
		const about = (await protocol.get(url.replace(/^pmtiles:\/\//, ''))?.getMetadata()) as {
			attribution?: unknown;
		};
		return typeof about?.attribution === 'string' ? about.attribution : '';
	} catch {
		return '';
	}
}
