import { defineConfig } from 'playwright/test';
import { TEST_FLAGS } from './tests/browser/find-browser.mjs';

export default defineConfig({
	testDir: 'tests/browser',
	testMatch: '**/*.spec.ts',
	globalSetup: './tests/browser/global-setup.ts',
	outputDir: 'test-results',
	// The same pictures on every system: the tolerance is for their letters.
	snapshotPathTemplate: '{testDir}/pictures/{arg}{ext}',
	timeout: 90_000,
	expect: { timeout: 15_000 },
	fullyParallel: true,
	workers: 2,
	retries: 0,
	forbidOnly: !!process.env.CI,
	reporter: 'list',
	use: {
		browserName: 'chromium',
		viewport: { width: 1280, height: 800 },
		launchOptions: {
			// Set by the global setup, which runs before the workers read this file.
			executablePath: process.env.DATELINE_BROWSER,
			args: TEST_FLAGS,
		},
		screenshot: 'only-on-failure',
		trace: 'off',
	},
});
