import { join } from 'node:path';
import { ensureBuild } from '../../src/cli/ensure-build.ts';
import { serve } from '../../src/cli/serve.ts';
import { findBrowser } from './find-browser.mjs';

const projectDir = join(import.meta.dirname, '..', '..');

/** Once before all workers, which learn of browser and site through the environment. Returns what undoes it. */
export default async function globalSetup(): Promise<() => Promise<void>> {
	process.env.DATELINE_BROWSER = findBrowser();
	ensureBuild(projectDir);
	const { url, close } = await serve({ port: 0, dir: join(projectDir, 'build') });
	process.env.DATELINE_TEST_URL = url;
	return close;
}
