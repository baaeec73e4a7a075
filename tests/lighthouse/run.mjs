import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { chromium } from 'playwright';
import { ensureBuild } from '../../src/cli/ensure-build.ts';
import { serve } from '../../src/cli/serve.ts';
import { BROWSER_FLAGS, findBrowser } from '../browser/find-browser.mjs';

/**
 * Lighthouse's phone profile on the built site: prints the scores and what cost points; fails unless all but performance,
 * which depends on the machine, are 100. The whole report is written to `test-results/lighthouse/`.
 *
 * `npm run lighthouse [-- /en/two-days-in-china/]`
 */
const path = process.argv[2] ?? '/de/two-days-in-china/';
/** Lighthouse's categories, and the score that each must reach. */
const LEAST = { accessibility: 100, 'best-practices': 100, seo: 100, performance: 0 };

const projectDir = join(import.meta.dirname, '..', '..');
/** Its own package, so that whoever only builds a story need not install it. */
const { default: lighthouse } = await import('lighthouse');

ensureBuild(projectDir);
const site = await serve({ port: 0, dir: join(projectDir, 'build') });
const port = await freePort();
const browser = await chromium.launch({
	executablePath: findBrowser(),
	args: [...BROWSER_FLAGS, `--remote-debugging-port=${port}`],
});
try {
	const { lhr, report } = await lighthouse(new URL(path, site.url).href, {
		port,
		output: 'html',
		logLevel: 'error',
		onlyCategories: Object.keys(LEAST),
	});
	const folder = join(projectDir, 'test-results', 'lighthouse');
	mkdirSync(folder, { recursive: true });
	writeFileSync(join(folder, 'report.html'), report);
	if (lhr.runtimeError) throw new Error(lhr.runtimeError.message);
	if (!print(lhr)) process.exitCode = 1;
	console.log(`\n${join(folder, 'report.html')}`);
} finally {
	await browser.close();
	await site.close();
}

/** @returns whether every category reaches its least score */
function print({ lighthouseVersion, categories, audits }) {
	console.log(`\nLighthouse ${lighthouseVersion}, phone, on ${path}\n`);
	const results = Object.entries(LEAST).map(([id, least]) => {
		const score = Math.round((categories[id].score ?? 0) * 100);
		const verdict = least === 0 ? '' : score >= least ? 'as it must be' : `must be ${least}`;
		console.log(`  ${categories[id].title.padEnd(16)} ${String(score).padStart(3)}   ${verdict}`.trimEnd());
		for (const { id: audit, weight } of categories[id].auditRefs) {
			const { score: points, title, displayValue = '' } = audits[audit];
			if (points === null || points >= 0.9 || weight === 0) continue;
			console.log(`      ${audit}: ${title} ${displayValue}`.trimEnd());
			for (const item of (audits[audit].details?.items ?? []).slice(0, 5))
				console.log(`          ${describe(item)}`);
		}
		return score >= least;
	});
	return results.every(Boolean);
}

/** What an item of Lighthouse's lists is about, and why it is there. */
function describe({ node, source, url, description, subItems }) {
	const what = node?.snippet ?? source?.value ?? url ?? description ?? '';
	const reasons = (subItems?.items ?? []).map(({ reason }) => reason).filter(Boolean);
	return [what, ...reasons].join(' – ');
}

function freePort() {
	return new Promise((resolved, rejected) => {
		const probe = createServer().once('error', rejected);
		probe.listen(0, '127.0.0.1', () => {
			const { port: free } = probe.address();
			probe.close(() => resolved(free));
		});
	});
}
