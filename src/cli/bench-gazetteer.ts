import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { createGazetteer } from '#lib/gazetteer/index.ts';
import { readLexicon, recognise, type LexiconFile } from '#lib/gazetteer/recognise/index.ts';

const BUILT = join(import.meta.dirname, '..', '..', 'geodata', 'built');
const FILES = ['places.tsv', 'names.tsv', 'regions.json', 'lexicon.json'];
const MEGABYTE = 1_000_000;

/** Opening and scanning are repeated so often; the first time includes the compilation of the script. */
const RUNS = 5;

export interface GazetteerFigures {
	/** Of all files of the gazetteer, gzip, KB of 1,000 bytes. */
	size: number;
	/** From text to a gazetteer that answers, ms, median. */
	open: number;
	/** A text of 1 MB, ms of the wall, median and the first run. */
	scan: number;
	firstScan: number;
	/** Memory that the gazetteer and a scanned text hold, MB, beyond what the process had before. */
	memory: number;
	/** Names found in the text. */
	mentions: number;
}

/** Measures opening, scanning, memory and size of the gazetteer; needs neither a build nor a browser. */
export function measureGazetteer(): GazetteerFigures {
	const contents = readBuilt();
	const size = contents.reduce((sum, content) => sum + gzipSync(content).length, 0) / 1000;
	const before = process.memoryUsage().rss;
	const opened = repeat(() => open(contents));
	const options = opened.results.at(-1)!;
	const text = newsOf(MEGABYTE);
	const scanned = repeat(() => recognise(text, options).places.length);
	return {
		size,
		open: median(opened.times),
		scan: median(scanned.times),
		firstScan: scanned.times[0]!,
		memory: (process.memoryUsage().rss - before) / MEGABYTE,
		mentions: scanned.results[0]!,
	};
}

/** The gazetteer and the lexicon as they are built. */
export function openGazetteer(): ReturnType<typeof open> {
	return open(readBuilt());
}

function readBuilt(): string[] {
	return FILES.map((name) => readFileSync(join(BUILT, name), 'utf8'));
}

function open([placesTsv = '', namesTsv = '', regions = '', lexicon = '']: string[]) {
	return {
		gazetteer: createGazetteer({ placesTsv, namesTsv, regions: JSON.parse(regions) }),
		lexicon: readLexicon(JSON.parse(lexicon) as LexiconFile),
	};
}

function repeat<Result>(run: () => Result): { times: number[]; results: Result[] } {
	const times: number[] = [];
	const results: Result[] = [];
	for (let count = 0; count < RUNS; count++) {
		const start = performance.now();
		results.push(run());
		times.push(performance.now() - start);
	}
	return { times, results };
}

function median(values: number[]): number {
	return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;
}

const TOWNS =
	'Harbin Chicago Lyon Kharkiv Nairobi Osaka Leipzig Bogota Perth Aleppo Turin Lagos Denver Poznan Mosul Hanoi'.split(
		' ',
	);
const COUNTRIES =
	'China France Ukraine Kenya Japan Germany Colombia Australia Syria Italy Nigeria Poland Iraq Vietnam Brazil Canada'.split(
		' ',
	);
const SENTENCES = [
	(town: string, country: string) =>
		`${town.toUpperCase()}, May 16 (Reuters) - The government of ${country} said on Thursday that it would send more doctors to the region around ${town}, where heavy rain has flooded roads and fields since the beginning of the month.`,
	(town: string) =>
		`"We have seen nothing like this in forty years," said Michael Carter, a farmer who lives near ${town} with his family and had to leave his house by boat on Tuesday night.`,
	(town: string, country: string) =>
		`Officials from ${country} and the European Union met in ${town} to discuss the price of wheat, which has risen by a third since last year; no agreement was reached, and talks will go on next week.`,
	() =>
		`The company said that its profit had fallen to 12.4 million dollars in the quarter, from 15.1 million a year earlier, because of higher costs and weaker demand for its machines.`,
	() =>
		`The prime minister, who has been in office for less than a year, told reporters that elections would be held as planned and that no party would be allowed to spend more than the law permits.`,
];

/** Text as news agencies write it, always the same, about one name of a place every eighty characters. */
function newsOf(length: number): string {
	const parts: string[] = [];
	let written = 0;
	for (let index = 0; written < length; index++) {
		const sentence = SENTENCES[index % SENTENCES.length]!(
			TOWNS[(index * 7) % TOWNS.length]!,
			COUNTRIES[(index * 5) % COUNTRIES.length]!,
		);
		const part = `${sentence}${index % SENTENCES.length === SENTENCES.length - 1 ? '\n\n' : ' '}`;
		parts.push(part);
		written += part.length;
	}
	return parts.join('').slice(0, length);
}
