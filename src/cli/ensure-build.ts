import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

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

/** Runs `npm run build` if the built site is missing or older than its sources. Throws if the build fails. */
export function ensureBuild(projectDir: string): void {
	if (!isStale(projectDir)) return;
	console.log('Building the site (the first time, or because its sources have changed) …');
	const { status } = spawnSync('npm', ['run', 'build'], {
		cwd: projectDir,
		stdio: 'inherit',
		shell: process.platform === 'win32',
	});
	if (status !== 0) throw new Error('The build failed; its messages are above. Nothing was served.');
}

/** Whether the built site is missing, or any source is newer than it. */
export function isStale(projectDir: string): boolean {
	const built = join(projectDir, 'build', 'index.html');
	if (!existsSync(built)) return true;
	const builtAt = statSync(built).mtimeMs;
	return SOURCES.some((source) => newestChange(join(projectDir, source)) > builtAt);
}

/** Newest change at or below a path, ms since 1970; folders count too, because a deleted file changes only them. */
function newestChange(path: string): number {
	const entry = statSync(path, { throwIfNoEntry: false });
	if (!entry) return 0;
	if (!entry.isDirectory()) return entry.mtimeMs;
	const inside = readdirSync(path).filter((name) => !IGNORED.has(name));
	return Math.max(entry.mtimeMs, ...inside.map((name) => newestChange(join(path, name))));
}
