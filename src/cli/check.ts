import { existsSync } from 'node:fs';
import { worldFaults } from '#lib/server/basemap.ts';
import { brokenImages } from '#lib/server/images.ts';
import { defaultBasemap } from '#lib/server/own-basemap.ts';
import { compileFolders, foldersAt, problemsOf } from '#lib/server/stories.ts';
import { formatProblem } from '#lib/story/index.ts';

/**
 * `check [file or folder …]`: tells every problem of the stories, and of the world that their maps show; of all stories if
 * none is named. Exit 1 on an error, and where there is no story.
 */
async function check(paths: string[]): Promise<number> {
	const missing = paths.filter((path) => !existsSync(path));
	for (const path of missing) console.error(`${path} does not exist.`);
	if (missing.length) return 1;
	const found = paths.map((path) => ({ path, folders: foldersAt(path) }));
	const empty = found.filter(({ folders }) => folders.length === 0);
	for (const { path } of empty)
		console.error(`There is no story in ${path}. A story is a folder with a file such as de.md.`);
	if (empty.length) return 1;
	const folders = [...new Set(found.flatMap(({ folders }) => folders))];
	defaultBasemap();
	for (const fault of worldFaults()) console.warn(`${fault}\n`);
	const compiled = folders.length ? compileFolders(folders) : compileFolders();
	const problems = [...problemsOf(compiled), ...(await brokenImages(compiled))];
	for (const problem of problems) console.log(formatProblem(problem));
	const errors = problems.filter(({ severity }) => severity === 'error').length;
	const stories = count(new Set(compiled.map(({ slug }) => slug)).size, 'story', 'stories');
	if (!problems.length) console.log(`${stories}, no problems`);
	else
		console.log(
			`${stories}, ${count(errors, 'error', 'errors')}, ${count(problems.length - errors, 'warning', 'warnings')}`,
		);
	return errors ? 1 : 0;
}

function count(n: number, one: string, many: string): string {
	return `${n} ${n === 1 ? one : many}`;
}

try {
	process.exitCode = await check(process.argv.slice(2));
} catch (error) {
	console.error(error instanceof Error ? error.message : error);
	process.exitCode = 1;
}
