import { readFileSync } from 'node:fs';

/** Every code of the catalogue, in alphabetical order. */
export const CODES: string[] = codesIn(readFileSync('src/lib/compiler/problems.ts', 'utf8'));

function codesIn(source: string): string[] {
	const written = [...source.matchAll(/\bat,\s*'([a-z\d]+(?:-[a-z\d]+)+)'/g)].map(([, code]) => code!);
	return [...new Set(written)].sort();
}
