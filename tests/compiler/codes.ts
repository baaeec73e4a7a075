import { readdirSync, readFileSync } from 'node:fs';

const FOLDER = 'src/lib/compiler/problems';

/** Every code of the catalogue, in alphabetical order. */
export const CODES: string[] = codesIn(
	readdirSync(FOLDER)
		.map((name) => readFileSync(`${FOLDER}/${name}`, 'utf8'))
		.join('\n'),
);

function codesIn(source: string): string[] {
	const written = [...source.matchAll(/\bat,\s*'([a-z\d]+(?:-[a-z\d]+)+)'/g)].map(([, code]) => code!);
	return [...new Set(written)].sort();
}
