import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/**
 * @typedef {{ passed: number, failed: number, skipped: number }} Counts
 * @typedef {object} Step
 * @property {string} name
 * @property {string[]} npm arguments of npm
 * @property {Record<string, string>} [env]
 * @property {() => Counts} [count] reads the runner's report; a step without counts as one
 * @property {string} [needs] name of a step without which this one makes no sense
 */

const projectDir = path.join(import.meta.dirname, '..');
const reports = mkdtempSync(path.join(tmpdir(), 'dateline-test-'));
const unitReport = path.join(reports, 'unit.json');
const browserReport = path.join(reports, 'browser.json');

/** @type {Step[]} */
const STEPS = [
	{ name: 'format', npm: ['run', '-s', 'format:check'] },
	{ name: 'lint', npm: ['run', '-s', 'lint'] },
	{ name: 'types', npm: ['run', '-s', 'check'] },
	{ name: 'stories', npm: ['run', '-s', 'check:stories'] },
	{
		name: 'unit',
		npm: [
			...['run', '-s', 'test:unit', '--'],
			...['--reporter=default', '--reporter=json', `--outputFile.json=${unitReport}`],
		],
		count: countUnit,
	},
	{ name: 'build', npm: ['exec', '--', 'vite', 'build'] },
	{
		name: 'browser',
		npm: ['run', '-s', 'test:browser', '--', '--reporter=list,json'],
		env: { PLAYWRIGHT_JSON_OUTPUT_FILE: browserReport },
		count: countBrowser,
		needs: 'build',
	},
];

/** @type {Map<string, Counts & { note: string }>} */
const results = new Map();
for (const step of STEPS) results.set(step.name, run(step));
rmSync(reports, { recursive: true, force: true });

heading('Summary');
const sum = { passed: 0, failed: 0, skipped: 0 };
for (const [name, { passed, failed, skipped, note }] of results) {
	console.log(`  ${failed ? 'FAILED' : 'ok    '}  ${name.padEnd(8)}  ${note}`);
	sum.passed += passed;
	sum.failed += failed;
	sum.skipped += skipped;
}
console.log(`\n${sum.passed} passed, ${sum.failed} failed${sum.skipped ? `, ${sum.skipped} skipped` : ''}`);
process.exitCode = sum.failed ? 1 : 0;

/**
 * @param {Step} step
 * @returns {Counts & { note: string }}
 */
function run({ name, npm, env, count, needs }) {
	if (needs && results.get(needs)?.failed)
		return { passed: 0, failed: 1, skipped: 0, note: `not run, because ${needs} failed` };

	heading(name);
	const startedAt = Date.now();
	const { status, error } = spawnSync('npm', npm, {
		cwd: projectDir,
		env: { ...process.env, ...env },
		stdio: ['ignore', 'inherit', 'inherit'],
		shell: process.platform === 'win32',
	});
	if (error) console.error(error.message);
	const seconds = `${((Date.now() - startedAt) / 1000).toFixed(1)} s`;
	const ok = status === 0;
	if (!count) return { passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0, note: seconds };

	const { passed, failed, skipped } = count();
	const note = `${passed} passed, ${failed} failed, ${skipped} skipped, ${seconds}`;
	if (passed + failed === 0) return { passed, failed: 1, skipped, note: `executed no test, ${seconds}` };
	// A runner can fail without a failed test: a file that cannot be loaded, an error in a hook.
	if (!ok && failed === 0)
		return { passed, failed: 1, skipped, note: `${note}; the runner itself reported an error` };
	return { passed, failed, skipped, note };
}

/** @returns {Counts} */
function countUnit() {
	const report = read(unitReport);
	return {
		passed: report?.numPassedTests ?? 0,
		failed: report?.numFailedTests ?? 0,
		skipped: (report?.numPendingTests ?? 0) + (report?.numTodoTests ?? 0),
	};
}

/** @returns {Counts} */
function countBrowser() {
	const stats = read(browserReport)?.stats;
	return {
		passed: stats?.expected ?? 0,
		failed: (stats?.unexpected ?? 0) + (stats?.flaky ?? 0),
		skipped: stats?.skipped ?? 0,
	};
}

/**
 * A runner's report; `null` if the runner stopped before it wrote one.
 *
 * @param {string} file
 */
function read(file) {
	try {
		return JSON.parse(readFileSync(file, 'utf8'));
	} catch {
		return null;
	}
}

/** @param {string} title */
function heading(title) {
	console.log(`\n━━━ ${title} ${'━'.repeat(70 - title.length)}\n`);
}
