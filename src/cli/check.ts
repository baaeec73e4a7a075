import { existsSync, statSync } from 'node:fs';
import { compileFolders, folderOf, problemsOf } from '#lib/server/stories.ts';
import { formatProblem } from '#lib/story/index.ts';

/** `check [file or folder …]`: tells every problem of the stories, all of them if none is named. Exit 1 on an error. */
function check(paths: string[]): number {
	const missing = paths.filter((path) => !existsSync(path));
	for (const path of missing) console.error(`${path} does not exist.`);
	if (missing.length) return 1;
	const folders = [
		...new Set(
			paths.map((path) => (statSync(path).isDirectory() ? path.replace(/\/+$/, '') : folderOf(path))),
		),
	];
	const compiled = folders.length ? compileFolders(folders) : compileFolders();
	const problems = problemsOf(compiled);
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
	process.exitCode = check(process.argv.slice(2));
} catch (error) {
	console.error(error instanceof Error ? error.message : error);
	process.exitCode = 1;
}
