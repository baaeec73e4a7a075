import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

const bytes = Uint8Array.from({ length: 1000 }, (_, index) => index % 256);

let reader: { userAgent: string; connection?: { saveData: boolean } };

beforeEach(() => {
	vi.resetModules();
	reader = { userAgent: 'Firefox' };
	vi.stubGlobal('navigator', reader);
});

afterEach(() => {
	vi.unstubAllGlobals();
	vi.useRealTimers();
});

/** A source whose host answers so; `asked` holds what was asked for. */
async function sourceAt(answer: (range: string) => Response | Promise<Response>) {
	const asked: RequestInit[] = [];
	vi.stubGlobal('fetch', (_: string, init: RequestInit) => {
		asked.push(init);
		return new Promise((resolve, reject) => {
			init.signal!.addEventListener('abort', () => reject(init.signal!.reason as Error));
			void Promise.resolve(answer((init.headers as { range: string }).range)).then(resolve, reject);
		});
	});
	const { ArchiveSource } = await import('#lib/runtime/map/archive.ts');
	return { source: new ArchiveSource('http://site/world.pmtiles'), asked };
}

const wholeFile = () => new Response(bytes, { headers: { 'content-length': '1000' } });

describe('a part of the archive', () => {
	it('is what the host sends of it', async () => {
		const { source } = await sourceAt((range) => {
			expect(range).toBe('bytes=100-199');
			return new Response(bytes.slice(100, 200), { status: 206 });
		});
		expect(new Uint8Array((await source.getBytes(100, 100)).data)).toEqual(bytes.slice(100, 200));
	});

	it('may be short at the head of a small archive, and nowhere else', async () => {
		const { source } = await sourceAt(() => new Response(bytes, { status: 206 }));
		expect((await source.getBytes(0, 16384)).data.byteLength).toBe(1000);
		await expect(source.getBytes(100, 2000)).rejects.toThrow('The archive is cut off before byte 1100.');
	});

	it('beyond the end says that the archive is cut off', async () => {
		const { source } = await sourceAt(() => new Response(null, { status: 416 }));
		await expect(source.getBytes(5000, 100)).rejects.toThrow('The archive is cut off before byte 5000.');
	});

	it('is not a page that the host sends for every address', async () => {
		const { source } = await sourceAt(
			() => new Response('<h1>Hello</h1>', { headers: { 'content-type': 'text/html; charset=utf-8' } }),
		);
		await expect(source.getBytes(0, 100)).rejects.toThrow('a page instead of the archive');
	});

	it('comes out of the whole where the host knows no ranges, which is fetched once', async () => {
		const { source, asked } = await sourceAt(wholeFile);
		expect((await source.getBytes(0, 16384)).data.byteLength).toBe(1000);
		expect(new Uint8Array((await source.getBytes(300, 7)).data)).toEqual(bytes.slice(300, 307));
		await expect(source.getBytes(900, 200)).rejects.toThrow('cut off');
		expect(asked).toHaveLength(1);
	});

	it('is not had at the price of a whole that is too large, of unknown size, or for a reader who saves data', async () => {
		const large = await sourceAt(() => new Response(bytes, { headers: { 'content-length': '9000000' } }));
		await expect(large.source.getBytes(0, 100)).rejects.toThrow('too much: 9000000 bytes');
		const unknown = await sourceAt(() => new Response(bytes));
		await expect(unknown.source.getBytes(0, 100)).rejects.toThrow('too much: of unknown size');
		reader.connection = { saveData: true };
		const saving = await sourceAt(wholeFile);
		await expect(saving.source.getBytes(0, 100)).rejects.toThrow('too much: 1000 bytes');
	});

	it('has failed when the host stays silent', async () => {
		vi.useFakeTimers();
		const { source } = await sourceAt(() => new Promise<Response>(() => undefined));
		const failure = expect(source.getBytes(0, 100)).rejects.toThrow('The host does not answer.');
		await vi.advanceTimersByTimeAsync(20_000);
		await failure;
	});

	it('is no longer asked for when nobody wants it', async () => {
		const { source } = await sourceAt(() => new Promise<Response>(() => undefined));
		const wanted = new AbortController();
		const failure = expect(source.getBytes(0, 100, wanted.signal)).rejects.toThrow('gone past');
		wanted.abort(new Error('gone past'));
		await failure;
	});

	it('is not taken from the cache of Chromium on Windows', async () => {
		reader.userAgent = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/140.0.0.0';
		const { source, asked } = await sourceAt(wholeFile);
		await source.getBytes(0, 100);
		expect(asked[0]!.cache).toBe('no-store');
	});
});

describe('a part that was fetched before it was wanted', () => {
	const partOf = (range: string) => {
		const [from, to] = range.match(/\d+/g)!.map(Number);
		return new Response(bytes.slice(from!, to! + 1), { status: 206 });
	};

	it('is not asked for again, and comes as often as it is wanted', async () => {
		const { source, asked } = await sourceAt(partOf);
		expect(await source.fetchAhead(100, 50)).toBe(true);
		const first = (await source.getBytes(100, 50)).data;
		structuredClone(first, { transfer: [first] }); // as MapLibre hands it to its worker
		expect(new Uint8Array((await source.getBytes(100, 50)).data)).toEqual(bytes.slice(100, 150));
		expect(asked).toHaveLength(1);
		expect(asked[0]!.priority).toBe('low');
	});

	it('is waited for by who wants it meanwhile, and comes also after they have given up', async () => {
		let send = () => {};
		const { source, asked } = await sourceAt(async (range) => {
			await new Promise<void>((resolve) => (send = resolve));
			return partOf(range);
		});
		const ahead = source.fetchAhead(100, 50);
		const reader = new AbortController();
		const wanted = source.getBytes(100, 50, reader.signal);
		reader.abort();
		send();
		expect(await ahead).toBe(true);
		await wanted.catch(() => undefined);
		expect(new Uint8Array((await source.getBytes(100, 50)).data)).toEqual(bytes.slice(100, 150));
		expect(asked).toHaveLength(1);
	});

	it('is asked for anew where it did not come, by those who wait for it, too', async () => {
		let isBroken = true;
		const { source, asked } = await sourceAt((range) =>
			isBroken ? new Response('', { status: 503 }) : partOf(range),
		);
		const ahead = source.fetchAhead(100, 50);
		const wanted = source.getBytes(100, 50);
		isBroken = false;
		expect(await ahead).toBe(false);
		expect(new Uint8Array((await wanted).data)).toEqual(bytes.slice(100, 150));
		expect(source.has(300)).toBe(false);
		expect(source.has(100)).toBe(true);
		expect(asked).toHaveLength(2);
	});
});
