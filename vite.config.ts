import { resolve, sep } from 'node:path';
import { sveltekit } from '@sveltejs/kit/vite';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

/** As `src/lib/server/stories.ts` reads them. */
const stories = resolve(process.env.DATELINE_STORIES?.trim() || 'src/stories');

/** In development the page follows when an author saves a story. */
const followStories: Plugin = {
	name: 'dateline-follow-stories',
	configureServer({ watcher, ws }) {
		watcher.add(stories);
		watcher.on('all', (_event, path) => {
			if (resolve(path).startsWith(stories + sep)) ws.send({ type: 'full-reload' });
		});
	},
};

export default defineConfig({
	plugins: [sveltekit(), followStories],
	build: {
		target: 'es2022',
		// The minifier drops the notices that these licences ask to keep: they are served as /licenses.md.
		license: { fileName: 'licenses.md' },
		// An inlined font or worker would be in every page, be loaded by all, and need `data:` in the CSP.
		assetsInlineLimit: 0,
		// MapLibre is one file of about 1,060 kB that comes after the text; all else must stay far below.
		chunkSizeWarningLimit: 1200,
		rolldownOptions: { checks: { pluginTimings: false } },
	},
	worker: { format: 'es' },
	test: {
		include: ['tests/**/*.test.ts'],
		exclude: ['tests/browser/**', '**/node_modules/**'],
		environment: 'node',
		// By itself it leaves one core alone: on two cores that is half of them.
		maxWorkers: '100%',
		testTimeout: 30_000,
		hookTimeout: 30_000,
	},
});
