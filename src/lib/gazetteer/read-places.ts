import type { Names, Place, PlaceKind } from './place';

/** The rows of `places.tsv`. A row is read when it is asked for, and kept. */
export interface PlaceTable {
	readonly size: number;
	/** @param index from 0, the first row below the header */
	row(index: number): Place;
	byId(id: string): Place | undefined;
}

/** `X` is a number of Los Lagos, `CA` a code of California: nobody means the province who writes no more than that. */
function isCode(alias: string, kind: string): boolean {
	return kind === 'province' && /^\p{Script=Latin}{1,2}$/u.test(alias);
}

/**
 * Opens `geodata/built/places.tsv`: a header line, one place a line, fields between tabs, aliases between bars.
 *
 * @throws when a column is missing
 */
export function openPlaces(tsv: string): PlaceTable {
	const starts = lineStarts(tsv);
	const readRow = rowReader(tsv.slice(0, starts[0]! - 1).replace(/\r$/, ''));
	const size = starts.length - 1;
	const known = new Map<number, Place>();
	let rows: Map<string, number> | undefined;

	function row(index: number): Place {
		const place = known.get(index) ?? readRow(tsv.slice(starts[index], starts[index + 1]! - 1));
		known.set(index, place);
		return place;
	}

	return {
		size,
		row,
		byId(id) {
			rows ??= indexIds(tsv, starts);
			const index = rows.get(id);
			return index === undefined ? undefined : row(index);
		},
	};
}

/** All places of `places.tsv`. @throws when a column is missing */
export function readPlaces(tsv: string): Place[] {
	const table = openPlaces(tsv);
	return Array.from({ length: table.size }, (_, index) => table.row(index));
}

/** Where the lines after the first begin, and where one more would. */
export function lineStarts(text: string): number[] {
	const starts: number[] = [];
	for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', end + 1)) starts.push(end + 1);
	if (starts.at(-1) !== text.length) starts.push(text.length + 1);
	return starts;
}

function indexIds(tsv: string, starts: number[]): Map<string, number> {
	const rows = new Map<string, number>();
	for (let index = 0; index < starts.length - 1; index++)
		rows.set(tsv.slice(starts[index], tsv.indexOf('\t', starts[index])), index);
	return rows;
}

function rowReader(header: string): (line: string) => Place {
	const columns = header.split('\t');
	const columnOf = new Map(columns.map((name, index) => [name, index]));
	for (const name of ['id', 'kind', 'lat', 'lon', 'name_en'])
		if (!columnOf.has(name))
			throw new Error(`places.tsv has no column "${name}"; it has ${columns.join(', ')}.`);
	const languages = columns
		.filter((name) => name.startsWith('name_'))
		.map((name) => name.slice('name_'.length));
	return (line) => {
		const fields = line.replace(/\r$/, '').split('\t');
		const read = (name: string) => fields[columnOf.get(name) ?? -1] ?? '';
		const names: Names = {};
		for (const language of languages)
			if (read(`name_${language}`)) names[language] = read(`name_${language}`);
		return {
			id: read('id'),
			kind: read('kind') as PlaceKind,
			country: read('country') || undefined,
			parent: read('parent') || undefined,
			at: { lon: Number(read('lon')), lat: Number(read('lat')) },
			population: Number(read('population')) || 0,
			rank: Number(read('rank')) || 0,
			capital: (read('capital') as 'country' | 'province') || undefined,
			...(read('bbox') && { bbox: read('bbox').split(' ').map(Number) as [number, number, number, number] }),
			...(read('stands_for') && { standsFor: read('stands_for') }),
			names,
			aliases: read('aliases')
				.split('|')
				.filter((alias) => alias && !isCode(alias, read('kind'))),
		};
	};
}
