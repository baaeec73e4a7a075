import adapter from '@sveltejs/adapter-static';

/** Kit's announcer for screen readers carries a style attribute; this is its hash. */
const ANNOUNCER_STYLE = 'sha256-S8qMpvofolR8Mpjy4kQvEm7m1q8clzU4dfDH0AmvZjo=';

/** @type {import('@sveltejs/kit').Config} */
export default {
	compilerOptions: { runes: true },
	kit: {
		adapter: adapter({ precompress: true, fallback: '404.html' }),
		paths: { relative: true },
		prerender: { handleMissingId: 'fail', handleHttpError: 'fail', handleUnseenRoutes: 'ignore' },
		csp: {
			mode: 'hash',
			directives: {
				'default-src': ['self'],
				'script-src': ['self'],
				'style-src': ['self'],
				'style-src-attr': ['unsafe-hashes', ANNOUNCER_STYLE],
				'object-src': ['none'],
				'base-uri': ['self'],
				'form-action': ['none'],
			},
		},
	},
};
