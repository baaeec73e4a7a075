import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** All that a build depends on. */
const SOURCES = [
	'src',
	'static',
	'geodata',
	'package.json',
	'package-lock.json',
	'svelte.config.js',
	'tsconfig.json',
	'vite.config.ts',
];

/** What is below the sources and no part of a build. */
const IGNORED = new Set(['node_modules', 'downloads']);

/** A site of its own kind: which stories it holds, and where it is built. Paths below the project. */
export interface Site {
	stories: string;
	out: string;
}

/** What is published. */
export const PUBLISHED: Site = { stories: 'src/stories', out: 'build' };

/** Every construct of the author's format in one story, for tests and for the eye. */
export const FIXTURES: Site = { stories: 'tests/fixtures/stories', out: 'build-fixtures' };

/** The site that the environment asks for, as `npm run build` reads it; what is published, if it asks for none. */
export function askedSite({ DATELINE_STORIES, DATELINE_OUT } = process.env): Site {
	return {
		stories: DATELINE_STORIES?.trim() || PUBLISHED.stories,
		out: DATELINE_OUT?.trim() || PUBLISHED.out,
	};
}

/** Runs `npm run build` if the built site is missing or older than its sources. Throws if the build fails. */
export function ensureBuild(projectDir: string, site = PUBLISHED): void {
	if (!isStale(projectDir, site)) return;
	console.log(`Building ${site.out}/ (the first time, or because its sources have changed) …`);
	const { status } = spawnSync('npm', ['run', 'build'], {
		cwd: projectDir,
		env: { ...process.env, DATELINE_STORIES: site.stories, DATELINE_OUT: site.out },
		stdio: 'inherit',
		shell: process.platform === 'win32',
	});
	if (status !== 0) throw new Error('The build failed; its messages are above. Nothing was served.');
}

/** Whether the built site is missing, or any source is newer than it. */
function isStale(projectDir: string, { stories, out }: Site = PUBLISHED): boolean {
	const built = resolve(projectDir, out, 'index.html');
	if (!existsSync(built)) return true;
	const builtAt = statSync(built).mtimeMs;
	return [...SOURCES, stories].some((source) => newestChange(resolve(projectDir, source)) > builtAt);
}

/** Newest change at or below a path, ms since 1970; folders count too, because a deleted file changes only them. */
function newestChange(path: string): number {
	const entry = statSync(path, { throwIfNoEntry: false });
	if (!entry) return 0;
	if (!entry.isDirectory()) return entry.mtimeMs;
	const inside = readdirSync(path).filter((name) => !IGNORED.has(name));
	return Math.max(entry.mtimeMs, ...inside.map((name) => newestChange(join(path, name))));
}
