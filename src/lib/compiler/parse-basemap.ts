import { isMap } from 'yaml';
import type { OwnBasemap, Problem } from '#lib/story/index.ts';
import { readBasemap } from './1-parse/read-basemap';
import { entriesOf, readYaml } from './1-parse/yaml-block';
import { resolveBasemap, type ServedBasemaps } from './2-resolve/resolve-basemap';

/** Reads a basemap as it is written behind `basemap:` in a front matter, where there is no front matter: a setting of the build. */
export function parseBasemap(
	text: string,
	served?: ServedBasemaps,
): { basemap?: OwnBasemap; problems: Problem[] } {
	const problems: Problem[] = [];
	const report = (problem: Problem) => void problems.push(problem);
	const locate = (offset: number) => ({ file: 'basemap', line: 1, column: offset + 1 });
	const block = readYaml(`basemap: ${text}`, { name: 'The basemap', lang: 'en', locate, report });
	const root = block?.document.contents;
	if (!block || !isMap(root)) return { problems };
	const ref = readBasemap(entriesOf(root, block)[0]!, block);
	return { basemap: resolveBasemap(ref?.value, served, report), problems };
}
