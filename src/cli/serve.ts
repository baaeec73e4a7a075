import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, resolve, sep } from 'node:path';
import sirv from 'sirv';

/** Only this machine can ask: the server is for reading, testing and measuring one's own site. */
const LOOPBACK = '127.0.0.1';

/** Vite puts a digest of the content into every name below this folder, so that a file there never changes. */
const HASHED = /\/_app\/immutable\//;

/** The only ranges that sirv answers as RFC 9110 asks; any other is ignored, which that RFC allows. */
const SIMPLE_RANGE = /^bytes=\d+-\d*$/;

export interface ServeOptions {
	/** 0 takes any free port. */
	port: number;
	/** The built site. */
	dir: string;
	/** The folder of the host below which the site lies, `/some/folder/`; outside of it there is nothing. */
	base?: string;
}

export interface Served {
	/** Address of the front page, with a trailing slash. */
	url: string;
	close: () => Promise<void>;
}

/**
 * Serves a built site on loopback, as a good static host would: precompressed files, byte ranges, hashed
 * files cached for ever, `404.html` with status 404. A page asked for without its trailing slash is
 * redirected, because its relative links would lead astray. Rejects with the system's error if the port is taken.
 */
export async function serve({ port, dir, base = '/' }: ServeOptions): Promise<Served> {
	const server = createServer(below(base, siteListener(dir, base)));
	await new Promise<void>((resolved, rejected) => {
		server.once('error', rejected);
		server.listen(port, LOOPBACK, resolved);
	});
	const { port: taken } = server.address() as AddressInfo;
	return {
		url: `http://${LOOPBACK}:${taken}${base}`,
		close: () =>
			new Promise((resolved, rejected) => {
				server.close((error) => (error ? rejected(error) : resolved()));
				server.closeAllConnections();
			}),
	};
}

/** Gives a listener the addresses below a folder of the host, as if it were the root. */
function below(base: string, listener: RequestListener): RequestListener {
	if (base === '/') return listener;
	return (request, response) => {
		const address = request.url ?? '/';
		if (!address.startsWith(base)) {
			response.writeHead(404, { 'Content-Type': 'text/plain' }).end(`Outside of ${base}\n`);
			return;
		}
		request.url = address.slice(base.length - 1);
		listener(request, response);
	};
}

/** The answer to each request; apart from {@link serve} so that a benchmark can stand between. */
export function siteListener(dir: string, base = '/'): RequestListener {
	const root = resolve(dir);
	const files = sirv(root, {
		// Looks a file up at every request: a build may replace the folder while the server runs.
		dev: true,
		etag: true,
		gzip: true,
		brotli: true,
		setHeaders(response, pathname) {
			if (HASHED.test(pathname)) response.setHeader('Cache-Control', 'public, max-age=31536000, immutable');
			if (pathname.endsWith('.pmtiles')) response.setHeader('Content-Type', 'application/vnd.pmtiles');
		},
	});

	return (request, response) => {
		if (request.method !== 'GET' && request.method !== 'HEAD') {
			response.writeHead(405, { Allow: 'GET, HEAD' }).end();
			return;
		}
		const target = slashTarget(root, request.url ?? '/');
		if (target !== null) {
			response.writeHead(308, { Location: base + target.slice(1), 'Cache-Control': 'no-store' }).end();
			return;
		}
		if (request.headers.range && !SIMPLE_RANGE.test(request.headers.range)) delete request.headers.range;
		files(request, response, () => void notFound(root, request, response));
	};
}

/** Where a page lives that was asked for without its trailing slash; `null` when the address needs no change. */
function slashTarget(root: string, address: string): string | null {
	// One slash only at the start: `//host` in a Location would name another host.
	const { pathname, search } = new URL(address.replace(/^[/\\]+/, '/'), 'http://site');
	if (pathname.endsWith('/')) return null;
	const folder = join(root, decoded(pathname));
	if (!folder.startsWith(root + sep) || !existsSync(join(folder, 'index.html'))) return null;
	return `${pathname}/${search}`;
}

function decoded(pathname: string): string {
	try {
		return decodeURIComponent(pathname);
	} catch {
		// A stray `%` names no file, which the 404 page then says.
		return pathname;
	}
}

async function notFound(root: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
	const page = await readFile(join(root, '404.html')).catch(() => null);
	const body = page ?? Buffer.from('Not found\n');
	response.writeHead(404, {
		'Content-Type': page ? 'text/html;charset=utf-8' : 'text/plain;charset=utf-8',
		'Content-Length': body.length,
		'Cache-Control': 'no-store',
	});
	response.end(request.method === 'HEAD' ? undefined : body);
}
