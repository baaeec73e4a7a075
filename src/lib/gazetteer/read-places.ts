import type { Names, Place, PlaceKind } from './place';

/** `X` is a number of Los Lagos, `CA` a code of California: nobody means the province who writes no more than that. */
function isCode(alias: string, kind: string): boolean {
	return kind === 'province' && /^\p{Script=Latin}{1,2}$/u.test(alias);
}

/**
 * Reads `geodata/built/places.tsv`: a header line, one place a line, fields between tabs, aliases between bars.
 *
 * @throws when a column is missing
 */
export function readPlaces(tsv: string): Place[] {
	const [header = '', ...lines] = tsv.split(/\r?\n/).filter((line) => line !== '');
	const columns = header.split('\t');
	const columnOf = new Map(columns.map((name, index) => [name, index]));
	for (const name of ['id', 'kind', 'lat', 'lon', 'name_en'])
		if (!columnOf.has(name))
			throw new Error(`places.tsv has no column "${name}"; it has ${columns.join(', ')}.`);
	const languages = columns
		.filter((name) => name.startsWith('name_'))
		.map((name) => name.slice('name_'.length));
	return lines.map((line) => {
		const fields = line.split('\t');
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
			names,
			aliases: read('aliases')
				.split('|')
				.filter((alias) => alias && !isCode(alias, read('kind'))),
		};
	});
}
