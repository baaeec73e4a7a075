import { join } from 'node:path';
import { findBrowser } from '../../tests/browser/find-browser.mjs';
import { openBench, type Visit } from './bench-page';
import { ensureBuild } from './ensure-build';

const FLAGSHIP = '/de/two-days-in-china/';
const RUNS = 3;
const projectDir = join(import.meta.dirname, '..', '..');

/**
 * The peers as they were measured at 1280×800 on one two-core machine in one go: headless Chromium, software
 * WebGL, gzip on loopback, the same six-step story, medians of 3. Times compare only with a run on a like machine.
 */
const PEERS = [
	{ name: 'maplibre-storymap', load: 252, idle: 797, lcp: 1148, cls: 0, long: 933 },
	{ name: 'mapbox template', load: 288, idle: 833, lcp: 844, cls: 0, long: 631 },
	{ name: 'StoryMapJS', load: 85, idle: 106, lcp: 712, cls: 0, long: 72 },
	{ name: 'leaflet-storymaps', load: 122, idle: 1010, lcp: 984, cls: 0, long: 81 },
	{ name: 'EOX storytelling', load: 1388, idle: 1935, lcp: 1520, cls: 0, long: 728 },
];

interface Figures {
	textReadable: number;
	untilLoad: number;
	untilIdle: number;
	relief: number;
	blockingScript: number;
	lcp: number;
	cls: number;
	longTasks: number;
	load: number;
	mapIdle: number;
}

try {
	ensureBuild(projectDir);
	const bench = await openBench(join(projectDir, 'build'), findBrowser());
	try {
		const visits: Visit[] = [];
		for (let run = 0; run < RUNS; run++) visits.push(await bench.visit(FLAGSHIP));
		print(visits);
	} finally {
		await bench.close();
	}
} catch (error) {
	console.error(`\n${error instanceof Error ? error.message : String(error)}\n`);
	process.exitCode = 1;
}

/** Sizes in KB of 1,000 bytes, times in ms. What never happened is NaN. */
function figures({ transfers, renderBlocking, load, mapIdle, lcp, cls, longTasks }: Visit): Figures {
	const kilobytes = (wanted: (transfer: Visit['transfers'][number]) => boolean) =>
		transfers.filter(wanted).reduce((sum, { bytes }) => sum + bytes, 0) / 1000;
	const blocks = (path: string) => renderBlocking.includes(path);
	return {
		textReadable: kilobytes(
			({ type, path }) => type === 'text/html' || (type === 'text/css' && blocks(path)),
		),
		untilLoad: kilobytes(({ at }) => at <= load),
		untilIdle: mapIdle === null ? NaN : kilobytes(({ at, path }) => at <= mapIdle && !isRelief(path)),
		relief: kilobytes(({ path }) => isRelief(path)),
		blockingScript: kilobytes(({ type, path }) => /javascript/.test(type) && blocks(path)),
		lcp,
		cls,
		longTasks,
		load,
		mapIdle: mapIdle ?? NaN,
	};
}

/** The relief arrives last and has a budget of its own. */
function isRelief(path: string): boolean {
	return /relief|hillshade/.test(path);
}

function print(visits: Visit[]): void {
	const runs = visits.map(figures);
	const of = (key: keyof Figures) => median(runs.map((run) => run[key]));

	console.log(`\n${FLAGSHIP} at 1280×800, empty cache, gzip on loopback, median of ${RUNS} visits\n`);
	table([
		['', 'measured', 'budget', ''],
		budget('HTML + render-blocking CSS', of('textReadable'), 60, 'KB'),
		budget('bytes until load', of('untilLoad'), 150, 'KB'),
		budget('bytes until map idle, without relief', of('untilIdle'), 680, 'KB'),
		budget('relief, which arrives last', of('relief'), 100, 'KB'),
		budget('render-blocking JavaScript', of('blockingScript'), 0, 'KB'),
		budget('layout shift', of('cls'), 0, ''),
		['largest contentful paint', `${round(of('lcp'))} ms`, '', ''],
		['load', `${round(of('load'))} ms`, '', ''],
		['map idle', `${round(of('mapIdle'))} ms`, '', ''],
		['long tasks until then', `${round(of('longTasks'))} ms`, '', ''],
	]);

	console.log(
		'\nBeside the peers (measured earlier, another story of six steps; times: like machines only)\n',
	);
	const idle = of('untilIdle') + of('relief');
	table([
		['', 'KB until load', 'KB until idle', 'LCP ms', 'layout shift', 'long tasks ms'],
		['Dateline', of('untilLoad'), idle, of('lcp'), of('cls'), of('longTasks')].map(cell),
		...PEERS.map(({ name, load, idle, lcp, cls, long }) => [name, load, idle, lcp, cls, long].map(cell)),
	]);

	console.log('\nWhat came over the wire, last visit\n');
	const { transfers = [], load = 0, mapIdle = null } = visits.at(-1) ?? {};
	const when = (at: number) => (at <= load ? 'load' : at <= (mapIdle ?? Infinity) ? 'map idle' : 'later');
	table([
		['', 'KB', 'kind', 'before'],
		...byFile(transfers).map(({ path, bytes, type, at }) => [path, cell(bytes / 1000), type, when(at)]),
	]);
	console.log();
}

/** Requests for the same file as one line: ranges of an archive, above all. */
function byFile(transfers: Visit['transfers']): Visit['transfers'] {
	const files = new Map<string, Visit['transfers'][number]>();
	for (const transfer of transfers) {
		const known = files.get(transfer.path);
		if (known) known.bytes += transfer.bytes;
		else files.set(transfer.path, { ...transfer });
	}
	return [...files.values()];
}

function budget(what: string, value: number, limit: number, unit: string): string[] {
	const verdict = Number.isNaN(value) ? 'not measured' : value <= limit ? 'within' : 'OVER';
	return [what, `${cell(value)} ${unit}`.trim(), `${limit} ${unit}`.trim(), verdict];
}

function cell(value: number | string): string {
	if (typeof value === 'string') return value;
	return Number.isNaN(value) ? '–' : value < 10 ? String(Number(value.toPrecision(2))) : String(round(value));
}

function round(value: number): number | string {
	return Number.isNaN(value) ? '–' : Math.round(value);
}

function median(values: number[]): number {
	const sorted = values.filter((value) => !Number.isNaN(value)).sort((a, b) => a - b);
	return sorted[Math.floor(sorted.length / 2)] ?? NaN;
}

/** The first column to the left, numbers to the right. */
function table(rows: string[][]): void {
	const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
	for (const row of rows) {
		const cells = row.map((text, column) =>
			column === 0 ? text.padEnd(widths[column] ?? 0) : text.padStart(widths[column] ?? 0),
		);
		console.log(`  ${cells.join('   ').trimEnd()}`);
	}
}
