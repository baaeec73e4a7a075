import { nearest } from '#lib/gazetteer/index.ts';
import type { HighlightStyle, Problem } from '#lib/story/index.ts';
import { decodeText } from '../1-parse/decode-text';
import type { At, DataRef } from '../draft';
import { problems } from '../problems';
import { readGeoJson, type GeoJsonMistake, type OwnGeometry } from './read-geojson';

/** What a file of the author's own draws. */
export interface ResolvedData {
	at: At;
	/** The file's name. */
	file: string;
	geometry: OwnGeometry;
	style: HighlightStyle;
	label?: string;
}

/** The GeoJSON files of a story. */
export interface DataFiles {
	names: string[];
	/** Size of a file, bytes. */
	size(name: string): number;
	/** What is in a file; each is read once. */
	read(name: string): OwnGeometry | DataMistake;
}

/** The page carries the file to every reader. KB of 1024 bytes. */
const MOST_KILOBYTES = 512;

type DataMistake = GeoJsonMistake | { kind: 'not-utf8'; guess: string };

/** Takes the GeoJSON files out of the files of a story. */
export function dataFiles(files: Record<string, string | Uint8Array>): DataFiles {
	const contents = new Map(
		Object.entries(files)
			.filter(([path]) => /\.geojson$/i.test(path))
			.map(([path, content]) => [path.slice(path.lastIndexOf('/') + 1), content]),
	);
	const known = new Map<string, OwnGeometry | DataMistake>();
	return {
		names: [...contents.keys()].sort(),
		size(name) {
			const content = contents.get(name) ?? '';
			return typeof content === 'string' ? new TextEncoder().encode(content).length : content.length;
		},
		read(name) {
			const content = known.get(name) ?? readBytes(contents.get(name) ?? '');
			known.set(name, content);
			return content;
		},
	};
}

function readBytes(content: string | Uint8Array): OwnGeometry | DataMistake {
	const text = decodeText(content);
	return typeof text === 'string' ? readGeoJson(text) : { kind: 'not-utf8', guess: text.guess };
}

/** Reads the files that a step draws. What is not there or cannot be drawn is reported and left out. */
export function resolveData(
	refs: DataRef[],
	files: DataFiles,
	report: (problem: Problem) => void,
): ResolvedData[] {
	return refs.flatMap(({ at, file, style, label }) => {
		const content = open(at, file, files);
		if ('code' in content) report(content);
		return 'code' in content ? [] : [{ at, file, style, label, geometry: content }];
	});
}

function open(at: At, file: string, files: DataFiles): OwnGeometry | Problem {
	if (!files.names.includes(file))
		return problems.dataMissing(at, file, nearest(file, files.names)[0], files.names);
	const kilobytes = Math.ceil(files.size(file) / 1024);
	if (kilobytes > MOST_KILOBYTES) return problems.dataLarge(at, file, kilobytes, MOST_KILOBYTES);
	const content = files.read(file);
	if ('kind' in content) return problemOf(at, file, content);
	const { areas, lines, points } = content;
	return areas.length + lines.length + points.length ? content : problems.dataEmpty(at, file);
}

function problemOf(at: At, file: string, mistake: DataMistake): Problem {
	switch (mistake.kind) {
		case 'not-utf8':
			return problems.encodingWrong(at, mistake.guess, file);
		case 'not-json':
			return problems.dataNotJson(at, file, mistake);
		case 'not-geojson':
			return problems.dataNotGeoJson(at, file, mistake.found, mistake.hint);
		case 'range':
			return problems.dataRange(at, file, mistake.position, mistake.where, mistake.hint);
	}
}
