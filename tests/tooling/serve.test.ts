import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request, type IncomingHttpHeaders, type RequestOptions } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serve, type Served } from '../../src/cli/serve.ts';

const PAGE = '<!doctype html><title>Harbin</title>' + '<p>Songhua</p>'.repeat(50);
const ARCHIVE = Buffer.from(Array.from({ length: 1000 }, (_, index) => index % 251));

let dir: string;
let site: Served;

beforeAll(async () => {
	dir = await mkdtemp(join(tmpdir(), 'dateline-serve-'));
	await write('index.html', 'front');
	await write('de/china/index.html', PAGE);
	await write('de/china/index.html.gz', gzipSync(PAGE));
	await write('de/china/index.html.br', brotliCompressSync(PAGE));
	await write('_app/immutable/entry/start.4f2a.js', 'export {}');
	await write('basemap/world.pmtiles', ARCHIVE);
	await write('404.html', 'no such page');
	await writeFile(join(dir, '..', 'dateline-outside.txt'), 'secret');
	site = await serve({ port: 0, dir });
});

afterAll(async () => {
	await site?.close();
	await rm(dir, { recursive: true, force: true });
	await rm(join(dir, '..', 'dateline-outside.txt'), { force: true });
});

describe('addresses', () => {
	it('serves a page at its address with the trailing slash', async () => {
		const { status, headers, text } = await ask('/de/china/');
		expect(status).toBe(200);
		expect(headers['content-type']).toBe('text/html;charset=utf-8');
		expect(text).toBe(PAGE);
	});

	it('redirects to the slash, so that relative links do not lead astray, and keeps the query', async () => {
		const { status, headers } = await ask('/de/china?theme=dark');
		expect(status).toBe(308);
		expect(headers.location).toBe('/de/china/?theme=dark');
	});

	it('never redirects to another host', async () => {
		const { headers } = await ask('//de/china');
		expect(headers.location).toBe('/de/china/');
	});

	it('answers an unknown address with the 404 page and status 404', async () => {
		const { status, headers, text } = await ask('/de/nowhere/');
		expect(status).toBe(404);
		expect(headers['content-type']).toContain('text/html');
		expect(text).toBe('no such page');
	});

	it.each(['/../dateline-outside.txt', '/%2e%2e/dateline-outside.txt', '/%', '/..%2fdateline-outside.txt'])(
		'answers %s with 404, since nothing outside the folder is served',
		async (path) => {
			expect((await ask(path)).status).toBe(404);
		},
	);

	it('refuses to be written to', async () => {
		expect((await ask('/de/china/', { method: 'POST' })).status).toBe(405);
	});

	it('listens on loopback only', () => {
		expect(new URL(site.url).hostname).toBe('127.0.0.1');
	});

	it('tells when the port is taken', async () => {
		const port = Number(new URL(site.url).port);
		await expect(serve({ port, dir })).rejects.toMatchObject({ code: 'EADDRINUSE' });
	});
});

describe('compression', () => {
	it('sends the gzip file to a browser that takes gzip', async () => {
		const { headers, body } = await ask('/de/china/', { headers: { 'Accept-Encoding': 'gzip' } });
		expect(headers).toMatchObject({ 'content-encoding': 'gzip', vary: 'Accept-Encoding' });
		expect(gunzipSync(body).toString()).toBe(PAGE);
	});

	it('prefers brotli where the browser takes both', async () => {
		const { headers } = await ask('/de/china/', { headers: { 'Accept-Encoding': 'gzip, deflate, br' } });
		expect(headers['content-encoding']).toBe('br');
	});

	it('sends the plain file to a browser that takes neither', async () => {
		expect((await ask('/de/china/')).headers['content-encoding']).toBeUndefined();
	});
});

describe('ranges', () => {
	it('sends the asked bytes of a tile archive with status 206', async () => {
		const { status, headers, body } = await ask('/basemap/world.pmtiles', {
			headers: { Range: 'bytes=100-199', 'Accept-Encoding': 'gzip' },
		});
		expect(status).toBe(206);
		expect(headers).toMatchObject({
			'content-range': 'bytes 100-199/1000',
			'content-type': 'application/vnd.pmtiles',
		});
		expect(body).toEqual(ARCHIVE.subarray(100, 200));
	});

	it('answers a range beyond the end with 416', async () => {
		const { status } = await ask('/basemap/world.pmtiles', { headers: { Range: 'bytes=2000-2100' } });
		expect(status).toBe(416);
	});

	it('sends the whole file for a kind of range that it does not know', async () => {
		const { status, body } = await ask('/basemap/world.pmtiles', { headers: { Range: 'bytes=-10' } });
		expect(status).toBe(200);
		expect(body).toEqual(ARCHIVE);
	});
});

describe('caching', () => {
	it('lets a file with a digest in its name be kept for ever', async () => {
		const { headers } = await ask('/_app/immutable/entry/start.4f2a.js');
		expect(headers['cache-control']).toBe('public, max-age=31536000, immutable');
	});

	it('has a page asked for again each time, and says when it has not changed', async () => {
		const { headers } = await ask('/de/china/');
		expect(headers['cache-control']).toBe('no-cache');
		const again = await ask('/de/china/', { headers: { 'If-None-Match': headers.etag ?? '' } });
		expect(again.status).toBe(304);
	});

	it('sees a file that a new build has put there', async () => {
		await write('new/index.html', 'new');
		expect((await ask('/new/')).text).toBe('new');
	});
});

async function write(name: string, content: string | Buffer): Promise<void> {
	const file = join(dir, name);
	await mkdir(join(file, '..'), { recursive: true });
	await writeFile(file, content);
}

interface Answer {
	status: number;
	headers: IncomingHttpHeaders;
	body: Buffer;
	text: string;
}

/** Not `fetch`: that tidies addresses, follows redirects and unpacks bodies before one can look. */
function ask(path: string, options: RequestOptions = {}): Promise<Answer> {
	const { hostname, port } = new URL(site.url);
	return new Promise((resolve, reject) => {
		const outgoing = request({ hostname, port, path, ...options }, (response) => {
			const chunks: Buffer[] = [];
			response.on('data', (chunk: Buffer) => chunks.push(chunk));
			response.on('end', () => {
				const body = Buffer.concat(chunks);
				resolve({ status: response.statusCode ?? 0, headers: response.headers, body, text: body.toString() });
			});
		});
		outgoing.on('error', reject);
		outgoing.end();
	});
}
