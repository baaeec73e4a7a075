import { join } from 'node:path';
import { ensureBuild, FIXTURES, PUBLISHED } from '../../src/cli/ensure-build.ts';
import { serve } from '../../src/cli/serve.ts';
import { findBrowser } from './find-browser.mjs';

const projectDir = join(import.meta.dirname, '..', '..');

/** Once before all workers, which learn of browser and sites through the environment. Returns what undoes it. */
export default async function globalSetup(): Promise<() => Promise<void>> {
	process.env.DATELINE_BROWSER = findBrowser();
	// One after the other: both builds work in `.svelte-kit`.
	ensureBuild(projectDir, PUBLISHED);
	ensureBuild(projectDir, FIXTURES);
	const published = await serve({ port: 0, dir: join(projectDir, PUBLISHED.out) });
	const fixtures = await serve({ port: 0, dir: join(projectDir, FIXTURES.out) });
	process.env.DATELINE_TEST_URL = published.url;
	process.env.DATELINE_FIXTURE_URL = fixtures.url;
	return async () => {
		await published.close();
		await fixtures.close();
	};
}
