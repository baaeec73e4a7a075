import { join } from 'node:path';
import { findBrowser } from '../../tests/browser/find-browser.mjs';
import type { Held } from './bench-deck';
import { openBench, type Bench } from './bench-page';
import { UNCOMPILED } from './bench-passes';
import { cell, isKept, percentile, row, table, type Budget } from './bench-print';
import { READING, type Read } from './bench-reading';
import type { ScrolledFrames } from './bench-scroll';
import { benchPath, buildBenchSite, LONG, SHORT, type Motion } from './bench-stories';
import { ensureBuild } from './ensure-build';

/** How often the long story is scrolled through, to see whether it grows. */
const PASSES = 3;

/** A step at which somebody reads. */
const READ_AT = '#harbin';

/** Ms from frame to frame while the story is scrolled by the wheel: p50, p95, longest. Measured as the peers' other figures in `bench.ts`. */
const PEERS: { name: string; desktop: Spread; phone: Spread }[] = [
	{ name: 'maplibre-storymap', desktop: [17, 117, 200], phone: [17, 400, 800] },
	{ name: 'mapbox template', desktop: [17, 200, 500], phone: [17, 200, 350] },
	{ name: 'StoryMapJS', desktop: [17, 133, 683], phone: [17, 117, 500] },
	{ name: 'leaflet-storymaps', desktop: [17, 83, 250], phone: [17, 33, 83] },
	{ name: 'EOX storytelling', desktop: [67, 1967, 2100], phone: [33, 1450, 2267] },
];

/** Peers that draw with MapLibre. */
const BEST = PEERS.slice(0, 2);

type Spread = readonly [p50: number, p95: number, longest: number];

/** What was measured of the stories in one motion. */
interface Moved {
	motion: Motion;
	short: ScrolledFrames;
	long: ScrolledFrames;
	passes: Held[];
}

/**
 * Prints how stories scroll, how still they are while they are read, and whether their length is felt.
 *
 * @returns whether all that does not depend on the machine is kept
 */
export async function benchMotion(projectDir: string, flagship: string): Promise<boolean> {
	ensureBuild(projectDir);
	const isStill = await withBench(join(projectDir, 'build'), [], async (bench) => {
		const isStill = printRead(await bench.read(flagship + READ_AT));
		const desktop = await bench.wheel(flagship, 'desktop');
		printFrames({ desktop, phone: await bench.wheel(flagship, 'phone') });
		return isStill;
	});
	return (await benchLength(projectDir)) && isStill;
}

async function benchLength(projectDir: string): Promise<boolean> {
	const site = buildBenchSite(projectDir);
	let isKept = true;
	try {
		for (const motion of site.motions) {
			const [path, longPath] = [benchPath(SHORT, motion), benchPath(LONG, motion)];
			const scrolled = await withBench(site.dir, [], async (bench) => ({
				short: await bench.scroll(path, { undrawn: true }),
				long: await bench.scroll(longPath, { undrawn: true }),
			}));
			const passes = await withBench(site.dir, UNCOMPILED, (bench) => bench.pass(longPath, PASSES));
			isKept = printMoved({ motion, ...scrolled, passes }) && isKept;
		}
		return isKept;
	} finally {
		site.remove();
	}
}

async function withBench<T>(
	dir: string,
	flags: readonly string[],
	measure: (bench: Bench) => Promise<T>,
): Promise<T> {
	const bench = await openBench(dir, findBrowser(), flags);
	try {
		return await measure(bench);
	} finally {
		await bench.close();
	}
}

function printRead({ frames, script }: Read): boolean {
	const drawn: Budget = { what: 'frames of the map', value: frames, limit: 0, unit: '' };
	const ran: Budget = { what: 'script', value: Number(script.toFixed(1)), limit: 0, unit: 'ms' };
	console.log(`\nA step that is read for ${READING / 1000} s, nothing touched\n`);
	table([['', 'measured', 'budget', ''], row(drawn), row(ran)]);
	console.log();
	return isKept(drawn);
}

function printFrames(frames: Record<'desktop' | 'phone', number[]>): void {
	const spread = (times: number[]): Spread => [
		percentile(times, 0.5),
		percentile(times, 0.95),
		percentile(times, 1),
	];
	const ours = { name: 'Dateline', desktop: spread(frames.desktop), phone: spread(frames.phone) };
	const best = (on: 'desktop' | 'phone') => Math.min(...BEST.map((peer) => peer[on][1]));
	const ratio = (on: 'desktop' | 'phone') => (ours[on][1] / best(on)).toFixed(2);
	console.log(
		'The whole story scrolled by the wheel in 12 s, from frame to frame, in software WebGL: compare only what was measured side by side\n',
	);
	table([
		['ms', 'desktop p50', 'p95', 'max', 'phone p50', 'p95', 'max'],
		...[ours, ...PEERS].map(({ name, desktop, phone }) => [name, ...desktop, ...phone].map(cell)),
	]);
	console.log(
		`\n  p95 over that of the best MapLibre peer, wanted 0.8: ${ratio('desktop')} on a desktop, ${ratio('phone')} on a phone\n`,
	);
}

function printMoved({ motion, short, long, passes }: Moved): boolean {
	const p95 = ({ own }: ScrolledFrames) => percentile(own, 0.95);
	const [first, last] = [passes[0]!, passes.at(-1)!];
	const held: Budget[] = [
		{
			what: `heap after pass ${PASSES} over pass 1, without machine code`,
			value: last.heap / first.heap,
			limit: 1.05,
			unit: '',
		},
		{ what: 'nodes, likewise', value: last.nodes / first.nodes, limit: 1.02, unit: '' },
		{ what: 'listeners, likewise', value: last.listeners / first.listeners, limit: 1.02, unit: '' },
	];
	const times: Budget[] = [
		{ what: `own script a scrolled frame, ${SHORT} steps, p95`, value: p95(short), limit: 4, unit: 'ms' },
		{ what: `the same, ${LONG} steps`, value: p95(long), limit: 4, unit: 'ms' },
		{ what: 'long over short', value: p95(long) / p95(short), limit: 1.3, unit: '' },
	];
	console.log(`Stories of ${SHORT} and of ${LONG} steps, motion: ${motion}\n`);
	table([
		['', 'measured', 'budget', ''],
		...[...times, ...held].map(row),
		['heap after each pass', passes.map(({ heap }) => cell(heap / 1e6)).join(' → ') + ' MB', '', ''],
		['frames measured', `${short.own.length} and ${long.own.length}`, '', ''],
	]);
	console.log();
	return held.every(isKept);
}
