import { ESLint } from 'eslint';
import { describe, expect, it } from 'vitest';
import ts from 'typescript-eslint';

/** The project's own configuration, without the rules that need types: these files exist only here. */
const eslint = new ESLint({ overrideConfig: ts.configs.disableTypeChecked });

/** What the arrows have to say about one line of code in a file that need not exist. */
async function complaints(filePath: string, line: string): Promise<string[]> {
	const code = filePath.endsWith('.svelte') ? `<script lang="ts">\n${line}\n</script>\n` : `${line}\n`;
	const [result] = await eslint.lintText(code, { filePath });
	const fatal = result?.messages.filter((message) => message.fatal) ?? [];
	expect(fatal).toEqual([]);
	return (result?.messages ?? [])
		.filter(({ ruleId }) => ruleId === 'dateline/arrows')
		.map(({ message }) => message);
}

describe('a forbidden import is reported with its reason', () => {
	it.each([
		['story', 'src/lib/story/story.ts', 'geo', /contract that all others share/],
		['geo', 'src/lib/geo/frame.ts', 'gazetteer', /pure maths/],
		['gazetteer', 'src/lib/gazetteer/find.ts', 'compiler', /must not know who asks/],
		['lookup', 'src/lib/lookup/worker.ts', 'compiler', /worker of its own/],
		['compiler', 'src/lib/compiler/1-parse/parse.ts', 'server', /browser worker/],
		['compiler', 'src/lib/compiler/index.ts', 'drafting', /browser worker/],
		['stills', 'src/lib/stills/draw.ts', 'gazetteer', /cannot disagree/],
		['drafting', 'src/lib/drafting/draft.ts', 'server', /runs where the compiler runs/],
		['server', 'src/lib/server/stories.ts', 'drafting', /reads the disk/],
		['server', 'src/lib/server/stories.ts', 'runtime', /reads the disk/],
		['runtime', 'src/lib/runtime/scroll/progress.ts', 'compiler', /sent to every reader.*gazetteer/],
		['runtime', 'src/lib/runtime/map/layers.ts', 'gazetteer', /sent to every reader/],
		['runtime', 'src/lib/runtime/map/layers.ts', 'components', /sent to every reader/],
		['components', 'src/lib/components/Rail.svelte', 'server', /get their data as props/],
		['components', 'src/lib/components/Rail.svelte', 'compiler', /get their data as props/],
		['routes', 'src/routes/[lang]/[slug]/+page.svelte', 'server', /only \+\*\.server\.ts/],
		['routes', 'src/routes/[lang]/[slug]/+page.ts', 'server', /only \+\*\.server\.ts/],
		['routes', 'src/routes/+page.svelte', 'compiler', /thin/],
		['routes on the server', 'src/routes/+page.server.ts', 'compiler', /which alone talks to the parts/],
		['cli', 'src/cli/check.ts', 'components', /without a page/],
	])('%s (%s) ↛ %s', async (from, file, to, reason) => {
		const [complaint, ...more] = await complaints(file, `import { x } from '#lib/${to}/index.ts';`);
		expect(complaint).toContain(`${from} must not import ${to} ("#lib/${to}/index.ts")`);
		expect(complaint).toMatch(reason);
		expect(more).toEqual([]);
	});
});

describe('an import along the arrows is not reported', () => {
	it.each([
		['src/lib/geo/frame.ts', 'story'],
		['src/lib/gazetteer/find.ts', 'geo'],
		['src/lib/compiler/2-resolve/resolve.ts', 'gazetteer'],
		['src/lib/stills/draw.ts', 'geo'],
		['src/lib/drafting/draft.ts', 'compiler'],
		['src/lib/drafting/draft.ts', 'gazetteer'],
		['src/lib/server/stories.ts', 'compiler'],
		['src/lib/server/stories.ts', 'stills'],
		['src/lib/runtime/camera/camera.ts', 'geo'],
		['src/lib/components/Rail.svelte', 'runtime'],
		['src/lib/components/Rail.svelte', 'story'],
		['src/routes/+page.svelte', 'components'],
		['src/routes/+layout.server.ts', 'server'],
		['src/routes/[lang]/[slug]/+page.server.ts', 'server'],
		['src/routes/feed.xml/+server.ts', 'server'],
		['src/cli/draft.ts', 'drafting'],
		['src/cli/check.ts', 'server'],
	])('%s → %s', async (file, to) => {
		expect(await complaints(file, `import { x } from '#lib/${to}/index.ts';`)).toEqual([]);
	});

	it('leaves imports within a part alone, and those of packages', async () => {
		expect(await complaints('src/lib/geo/frame.ts', "import { x } from './sphere';")).toEqual([]);
		expect(await complaints('src/lib/compiler/3-emit/html.ts', "import { x } from '../1-parse/a';")).toEqual(
			[],
		);
		expect(await complaints('src/lib/compiler/3-emit/html.ts', "import { x } from 'unified';")).toEqual([]);
	});
});

describe('no way of writing an import escapes', () => {
	const file = 'src/lib/runtime/map/layers.ts';

	it.each([
		["import { x } from '../../compiler/index';"],
		["import { x } from '../../../lib/compiler/index.ts';"],
		["import { x } from '$lib/compiler';"],
		["import { x } from '#lib/compiler';"],
		["import type { X } from '#lib/compiler/index.ts';"],
		["import '#lib/compiler/index.ts';"],
		["export { x } from '#lib/compiler/index.ts';"],
		["export * from '#lib/compiler/index.ts';"],
		["const x = await import('#lib/compiler/index.ts');"],
		['const x = await import(`../../compiler/${name}.ts`);'],
		["type X = import('#lib/compiler/index.ts').X;"],
		["const x = import.meta.glob('../../compiler/*.ts');"],
		["const x = import.meta.glob(['./a.ts', '/src/lib/compiler/*.ts']);"],
	])('%s', async (line) => {
		const [complaint] = await complaints(file, line);
		expect(complaint).toContain('runtime must not import compiler');
	});
});

describe('Node stays out of what also runs in a browser worker', () => {
	it.each(['story', 'geo', 'gazetteer', 'compiler', 'stills', 'drafting'])('%s', async (part) => {
		for (const specifier of ['node:fs', 'fs', 'node:path', 'fs/promises']) {
			const [complaint] = await complaints(`src/lib/${part}/a.ts`, `import x from '${specifier}';`);
			expect(complaint).toContain(`${part} must not import Node ("${specifier}")`);
			expect(complaint).toMatch(/browser worker/);
		}
	});

	it('but the server and the commands may use it', async () => {
		expect(await complaints('src/lib/server/a.ts', "import x from 'node:fs';")).toEqual([]);
		expect(await complaints('src/cli/a.ts', "import x from 'node:fs';")).toEqual([]);
	});
});

describe('maplibre-gl has one door', () => {
	it.each([
		['src/lib/runtime/map/layers.ts', "import { Map } from 'maplibre-gl';"],
		['src/lib/runtime/map/layers.ts', "import type { Map } from 'maplibre-gl';"],
		['src/lib/components/MapView.svelte', "import css from 'maplibre-gl/dist/maplibre-gl.css?url';"],
		['src/routes/+page.svelte', "const gl = await import('maplibre-gl');"],
	])('%s: %s', async (file, line) => {
		const [complaint] = await complaints(file, line);
		expect(complaint).toMatch(/^Only src\/lib\/runtime\/map\/maplibre\.ts imports maplibre-gl/);
	});

	it('is open where it should be', async () => {
		const line = "export { Map } from 'maplibre-gl';";
		expect(await complaints('src/lib/runtime/map/maplibre.ts', line)).toEqual([]);
	});
});

it('the story imports no package either', async () => {
	const [complaint] = await complaints('src/lib/story/story.ts', "import { parse } from 'yaml';");
	expect(complaint).toContain('story must not import a package ("yaml")');
});

it('asks where a new part of src/lib belongs', async () => {
	const [complaint] = await complaints('src/lib/weather/rain.ts', 'export const rain = 1;');
	expect(complaint).toContain('src/lib/weather has no place in the direction of imports');
});
