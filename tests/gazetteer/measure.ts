import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { readMarks } from './marks';
import { figuresOf, scoreText, type Figures, type PositionOf, type Share, type Tally } from './score';
import {
	scoreAmbiguous,
	scoreNames,
	scoreNoPlaces,
	type AmbiguousName,
	type Find,
	type NameRow,
	type NoPlaces,
	type Recognise,
} from './score-sets';

export const NAME_LANGUAGES = ['de', 'en', 'ru', 'zh'] as const;
const NEWS = ['dev/de', 'dev/en', 'held-out/de', 'held-out/en'];

export type Listed = Share & { wrong: string[] };

export interface NewsFigures extends Figures {
	texts: number;
	names: number;
	missed: string[];
	invented: string[];
	misplaced: string[];
}

export interface Measurement {
	names: Record<string, Listed>;
	ambiguous: Listed;
	noPlaces: Listed;
	/** By folder: `dev/de`. */
	news: Record<string, NewsFigures>;
}

/** Holds gazetteer and recogniser against all test sets of this folder. */
export function measure(find: Find, recognise: Recognise, positionOf: PositionOf): Measurement {
	return {
		names: measureNames(find, positionOf),
		ambiguous: scoreAmbiguous(readYaml<AmbiguousName[]>('ambiguous.yaml'), recognise, positionOf),
		noPlaces: scoreNoPlaces(readYaml<NoPlaces[]>('not-places.yaml'), recognise, positionOf),
		news: Object.fromEntries(
			NEWS.filter((folder) => existsSync(newsFolder(folder))).map((folder) => [
				folder,
				measureNews(folder, recognise, positionOf),
			]),
		),
	};
}

/** Recall of the names of each language. */
export function measureNames(find: Find, positionOf: PositionOf): Record<string, Listed> {
	return Object.fromEntries(
		NAME_LANGUAGES.map((lang) => [lang, scoreNames(readNames(lang), lang, find, positionOf)]),
	);
}

function measureNews(folder: string, recognise: Recognise, positionOf: PositionOf): NewsFigures {
	const tallies = readNews(folder).map(({ text, marks }) =>
		scoreText(text, marks, recognise(text, folder.slice(-2)), positionOf),
	);
	const all = <K extends 'missed' | 'invented' | 'misplaced'>(key: K) =>
		tallies.flatMap((tally: Tally) => tally[key]);
	return {
		...figuresOf(tallies),
		texts: tallies.length,
		names: tallies.reduce((sum, tally) => sum + tally.names, 0),
		missed: all('missed'),
		invented: all('invented'),
		misplaced: all('misplaced'),
	};
}

/** The annotated texts of a folder, `dev/de`. */
export function readNews(folder: string) {
	const path = newsFolder(folder);
	return readdirSync(path)
		.filter((file) => file.endsWith('.txt'))
		.sort()
		.map((file) => ({ file, ...readMarks(readFileSync(join(path, file), 'utf8')) }));
}

export function readNames(lang: string): NameRow[] {
	const [, ...lines] = readFileSync(join(import.meta.dirname, 'names', `${lang}.tsv`), 'utf8')
		.trimEnd()
		.split('\n');
	return lines.map((line) => {
		const [name = '', kind = '', expected = ''] = line.split('\t');
		return { name, kind, expected };
	});
}

export function readYaml<T>(file: string): T {
	return parse(readFileSync(join(import.meta.dirname, file), 'utf8')) as T;
}

function newsFolder(folder: string): string {
	return join(import.meta.dirname, 'news', folder);
}
