import { readFileSync } from 'node:fs';
import type { Page, Route } from 'playwright/test';

const { archive } = JSON.parse(readFileSync('static/basemap/basemap.json', 'utf8')) as { archive: string };

/** The world in the box, as it should be served. */
export const ARCHIVE = readFileSync(`static/basemap/${archive}`);

/** Bytes of the archive that hold its head; what comes after are tiles. */
export const HEAD = 16_384;

/** Answers all requests for the archive in place of the host; `null` lets the host answer itself. */
export async function hostArchive(
	page: Page,
	answer: (from: number, to: number) => Parameters<Route['fulfill']>[0] | 'abort' | null,
): Promise<{ requests: number }> {
	const count = { requests: 0 };
	await page.route('**/world-*.pmtiles', async (route) => {
		count.requests++;
		const [, from, to] = /^bytes=(\d+)-(\d+)$/.exec(route.request().headers().range ?? '') ?? [];
		const what = answer(Number(from), Number(to) + 1);
		if (what === 'abort') await route.abort();
		else if (what) await route.fulfill(what);
		else await route.continue();
	});
	return count;
}

/** The answer of a host with ranges that serves these bytes. */
export function rangeOf(bytes: Buffer, from: number, to: number): Parameters<Route['fulfill']>[0] {
	if (from >= bytes.length)
		return { status: 416, headers: { 'content-range': `bytes */${bytes.length}` }, body: '' };
	const end = Math.min(to, bytes.length);
	return {
		status: 206,
		headers: {
			'content-type': 'application/vnd.pmtiles',
			'content-range': `bytes ${from}-${end - 1}/${bytes.length}`,
		},
		body: bytes.subarray(from, end),
	};
}
