import adapter from '@sveltejs/adapter-static';

/** @type {import('@sveltejs/kit').Config} */
export default {
	compilerOptions: { runes: true },
	kit: {
		adapter: adapter({ precompress: true, fallback: '404.html' }),
		paths: { relative: true },
		prerender: { handleMissingId: 'fail', handleHttpError: 'fail' },
	},
};
