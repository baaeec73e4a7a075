import { join } from 'node:path';
import { recognise } from '#lib/gazetteer/recognise/index.ts';
import { findBrowser } from '../../tests/browser/find-browser.mjs';
import { belowFloors } from '../../tests/gazetteer/floors';
import type { Played } from './bench-deck';
import { measureGazetteer, openGazetteer, type GazetteerFigures } from './bench-gazetteer';
import { benchRecognition } from './bench-recognition';
import { benchMotion } from './bench-motion';
import { openBench, type Visit } from './bench-page';
import { cell, isKept, median, percentile, round, row, table, type Budget } from './bench-print';
import type { ScrolledFrames } from './bench-scroll';
import { ensureBuild } from './ensure-build';

/**
 * Prints the figures of the flagship story beside their budgets and beside the peers; fails when a budget is broken.
 *
 * `npm run bench [-- --verbose]`, `npm run bench -- --gazetteer` for the gazetteer alone, without a browser, or
 * `npm run bench -- --motion` for scrolling and reading alone
 */
const FLAGSHIP = '/de/two-days-in-china/';
const RUNS = 3;
/** How often a deck advances by itself, to see whether it grows. */
const ADVANCES = 500;
const projectDir = join(import.meta.dirname, '..', '..');

/**
 * The peers as they were measured at 1280×800 on one two-core machine in one go: headless Chromium, software
 * WebGL, gzip on loopback, the same six-step story on 1:50m countries, medians of 3. Times compare only with a run on a like machine.
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
	longTaskCount: number;
	load: number;
	mapIdle: number;
}

try {
	const only = ['--gazetteer', '--motion'].find((name) => process.argv.includes(name));
	if (only !== '--motion') {
		if (!printGazetteer(measureGazetteer())) process.exitCode = 1;
		if (!printRecognition()) process.exitCode = 1;
	}
	if (!only) await benchPages();
	if (only !== '--gazetteer' && !(await benchMotion(projectDir, FLAGSHIP))) process.exitCode = 1;
} catch (error) {
	console.error(`\n${error instanceof Error ? error.message : String(error)}\n`);
	process.exitCode = 1;
}

async function benchPages(): Promise<void> {
	ensureBuild(projectDir);
	const bench = await openBench(join(projectDir, 'build'), findBrowser());
	try {
		const visits: Visit[] = [];
		for (let run = 0; run < RUNS; run++) visits.push(await bench.visit(FLAGSHIP));
		const frames = await bench.scroll(FLAGSHIP);
		if (!print(visits, frames)) process.exitCode = 1;
		const deck = await bench.visit(`${FLAGSHIP}slides/`, async (page) => {
			await page.locator('.popover summary').click();
			await page.getByRole('button', { name: 'QR' }).click();
			await page.getByRole('dialog').getByRole('img').waitFor();
		});
		const played = await bench.play(`${FLAGSHIP}slides/?autoplay=0.1&loop`, ADVANCES);
		if (!printDeck(visits.at(-1)!, deck, played)) process.exitCode = 1;
		if (process.argv.includes('--verbose')) printTransfers(visits.at(-1)!);
	} finally {
		await bench.close();
	}
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
		longTasks: longTasks.total,
		longTaskCount: longTasks.count,
		load,
		mapIdle: mapIdle ?? NaN,
	};
}

/** The relief arrives last and has a budget of its own. */
function isRelief(path: string): boolean {
	return /relief|hillshade/.test(path);
}

/** @returns whether every budget that does not depend on the machine is kept */
function print(visits: Visit[], { own, map }: ScrolledFrames): boolean {
	const runs = visits.map(figures);
	const of = (key: keyof Figures) => median(runs.map((run) => run[key]));
	const budgets: Budget[] = [
		{ what: 'HTML + render-blocking CSS', value: of('textReadable'), limit: 60, unit: 'KB' },
		{ what: 'bytes until load', value: of('untilLoad'), limit: 150, unit: 'KB' },
		{ what: 'bytes until map idle, without relief', value: of('untilIdle'), limit: 680, unit: 'KB' },
		{ what: 'relief, which arrives last', value: of('relief'), limit: 100, unit: 'KB' },
		{ what: 'render-blocking JavaScript', value: of('blockingScript'), limit: 0, unit: 'KB' },
		{ what: 'layout shift', value: of('cls'), limit: 0, unit: '' },
	];
	const script = {
		what: 'own script a scrolled frame, p95',
		value: percentile(own, 0.95),
		limit: 4,
		unit: 'ms',
	};
	const spread = (values: number[]) =>
		`p50 ${cell(percentile(values, 0.5))}, p95 ${cell(percentile(values, 0.95))}, max ${cell(percentile(values, 1))} ms`;

	console.log(`\n${FLAGSHIP} at 1280×800, empty cache, gzip on loopback, median of ${RUNS} visits\n`);
	table([
		['', 'measured', 'budget', ''],
		...[...budgets, script].map(row),
		['largest contentful paint', `${round(of('lcp'))} ms`, '', ''],
		['load', `${round(of('load'))} ms`, '', ''],
		['map idle', `${round(of('mapIdle'))} ms`, '', ''],
		['long tasks until then', `${of('longTaskCount')}, ${round(of('longTasks'))} ms`, '', ''],
	]);
	console.log(
		`\n  Scripts in ${own.length} scrolled frames: ours ${spread(own)}; MapLibre's drawing ${spread(map)}`,
	);

	console.log(
		'\nBeside the peers: measured elsewhere, with another story of six steps; compare ratios, and times only on like machines\n',
	);
	const idle = of('untilIdle') + of('relief');
	table([
		['', 'KB until load', 'KB until idle', 'LCP ms', 'layout shift', 'long tasks ms'],
		['Dateline', of('untilLoad'), idle, of('lcp'), of('cls'), of('longTasks')].map(cell),
		...PEERS.map(({ name, load, idle, lcp, cls, long }) => [name, load, idle, lcp, cls, long].map(cell)),
	]);
	console.log();
	return budgets.every(isKept);
}

/** @returns whether the budgets of the gazetteer that do not depend on the machine are kept */
function printGazetteer({ size, open, scan, firstScan, memory, mentions }: GazetteerFigures): boolean {
	const budgets: Budget[] = [
		{ what: 'files, gzip', value: size, limit: 3000, unit: 'KB' },
		{ what: 'memory, with a scanned text', value: memory, limit: 200, unit: 'MB' },
	];
	const times: Budget[] = [
		{ what: 'opening', value: open, limit: 150, unit: 'ms' },
		{ what: 'scanning 1 MB of news', value: scan, limit: 1000, unit: 'ms' },
	];
	console.log('\nGazetteer, at build time and in the command `places`, median of 5\n');
	table([
		['', 'measured', 'budget', ''],
		...[...budgets, ...times].map(row),
		['the first scan of a process', `${round(firstScan)} ms`, '', ''],
		['places found in it', `${mentions}`, '', ''],
	]);
	console.log();
	return budgets.every(isKept);
}

/** @returns whether no figure of the test sets lies below its floor */
function printRecognition(): boolean {
	const { gazetteer, lexicon } = openGazetteer();
	console.log('How well names are found and placed; `tests/gazetteer/README.md` says what is measured\n');
	const measured = benchRecognition(
		{
			find: (name, lang) => gazetteer.find(name, { lang }),
			recognise: (text, lang) => recognise(text, { gazetteer, lexicon, lang }).places,
			positionOf: (id) => gazetteer.byId(id)?.at,
		},
		{ verbose: process.argv.includes('--verbose'), print: (line) => console.log(`  ${line}`) },
	);
	const below = belowFloors(measured);
	for (const line of below) console.error(`  ${line}`);
	console.log();
	return below.length === 0;
}

/** @returns whether the budgets of the slides are kept */
function printDeck(story: Visit, deck: Visit, { before, after, advances }: Played): boolean {
	const known = new Set(story.transfers.map(({ path }) => path));
	const beyond = (wanted: RegExp) =>
		deck.transfers
			.filter(({ path, type }) => wanted.test(type) && !known.has(path))
			.reduce((sum, { bytes }) => sum + bytes, 0) / 1000;
	const budgets: Budget[] = [
		{ what: 'scripts and styles beyond the story', value: beyond(/javascript|css/), limit: 25, unit: 'KB' },
		{ what: `heap after ${advances} advances, ratio`, value: after.heap / before.heap, limit: 1.1, unit: '' },
		{ what: 'nodes after them, ratio', value: after.nodes / before.nodes, limit: 1.02, unit: '' },
		{ what: 'listeners after them, ratio', value: after.listeners / before.listeners, limit: 1.02, unit: '' },
	];
	console.log('Slides of the same story, all that is loaded on demand included\n');
	table([
		['', 'measured', 'budget', ''],
		...budgets.map(row),
		['HTML (that of the story in brackets)', `${cell(beyond(/html/))} KB (${cell(html(story))} KB)`, '', ''],
		['heap', `${cell(before.heap / 1e6)} → ${cell(after.heap / 1e6)} MB`, '', ''],
		['map idle', `${round(deck.mapIdle ?? NaN)} ms`, '', ''],
	]);
	console.log();
	return budgets.every(isKept);
}

function html({ transfers }: Visit): number {
	return (
		transfers.filter(({ type }) => type === 'text/html').reduce((sum, { bytes }) => sum + bytes, 0) / 1000
	);
}

function printTransfers({ transfers, load, mapIdle }: Visit): void {
	console.log('What came over the wire, last visit\n');
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
