import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import adapter from '@sveltejs/adapter-static';

/** Kit's announcer for screen readers carries a style attribute; this is its hash. */
const ANNOUNCER_STYLE = 'sha256-S8qMpvofolR8Mpjy4kQvEm7m1q8clzU4dfDH0AmvZjo=';

/** The one inline script, which gives the page the reader's colours and text size before the first paint. */
const SETTINGS_SCRIPT = /<script>([\s\S]*?)<\/script>/.exec(readFileSync('src/app.html', 'utf8'))[1];
const SETTINGS_HASH = `sha256-${createHash('sha256').update(SETTINGS_SCRIPT).digest('base64')}`;
/** The folder of the built site. */
const OUT = process.env.DATELINE_OUT?.trim() || 'build';
const files = adapter({ pages: OUT, assets: OUT, precompress: true });

/** Writes the site, and says once what only its address can give. */
const site = {
	...files,
	/** @param {import('@sveltejs/kit').Builder} builder */
	async adapt(builder) {
		await files.adapt(builder);
		if (!process.env.DATELINE_URL)
			builder.log(
				'DATELINE_URL is not set, so links shared in chats carry no picture, and there is no sitemap.xml. ' +
					'To have both, build with the address of the site: DATELINE_URL=https://news.example/maps/ npm run build',
			);
	},
};

/** @type {import('@sveltejs/kit').Config} */
export default {
	compilerOptions: { runes: true },
	kit: {
		adapter: site,
		paths: { relative: true },
		prerender: { handleMissingId: 'fail', handleHttpError: 'fail', handleUnseenRoutes: 'ignore' },
		csp: {
			mode: 'hash',
			directives: {
				'default-src': ['self'],
				'script-src': ['self', SETTINGS_HASH],
				'style-src': ['self'],
				'style-src-attr': ['unsafe-hashes', ANNOUNCER_STYLE],
				'object-src': ['none'],
				'base-uri': ['self'],
				'form-action': ['none'],
			},
		},
	},
};
