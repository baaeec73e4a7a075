import { readFileSync } from 'node:fs';
import type { Code, Nodes, Root } from 'mdast';
import { toString } from 'mdast-util-to-string';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { beforeAll, describe, expect, test } from 'vitest';
import {
	compileStory,
	languageOf,
	type ImageFacts,
	type ServedBasemaps,
	type World,
} from '#lib/compiler/index.ts';
import { loadWorld } from '#lib/server/world.ts';
import type { Problem } from '#lib/story/index.ts';
import { CODES } from './codes';

/** The files of one example by name. */
type Files = Record<string, string | Uint8Array>;

interface Mistake {
	code: string;
	meaning: string;
	wrong: Files;
	right: Files;
}

const photo: ImageFacts = { bytes: 1_000_000, format: 'jpeg', width: 2400, height: 1600 };

/** What lies beside the examples. */
const IMAGES: Record<string, ImageFacts> = {
	'harbour.jpg': photo,
	'the harbour.jpg': photo,
	'broken.jpg': { ...photo, cut: true },
	'huge.jpg': { ...photo, bytes: 24 * 1024 * 1024 },
	'phone.heic': { bytes: 1_000_000, format: 'heic', width: 0, height: 0 },
};

/** What lies below `static/`. */
const BASEMAPS: ServedBasemaps = {
	'/basemap/streets.json': null,
	'/basemap/tiles.json': 'it has no "sources" and "layers"',
};

const DATA: Files = {
	'ports.geojson': '{ "type": "Point", "coordinates": [30.73, 46.48] }',
	'every-street.geojson': `{ "type": "Point", "coordinates": [30.73, 46.48]${' '.repeat(513 * 1024)} }`,
};

/** The world, without the outline that one example says is missing. */
function worldOfExamples() {
	const { gazetteer, world, worldviews } = loadWorld();
	const area: World['area'] = (covers, tolerance) =>
		world.area((unit) => unit.country !== 'TV' && covers(unit), tolerance);
	return { gazetteer, world: { ...world, area }, worldviews };
}

const mistakes = readMistakes(readFileSync('src/lib/compiler/MISTAKES.md', 'utf8'));

describe('the catalogue of mistakes', () => {
	beforeAll(() => void worldOfExamples());

	test('has every code, each once and in alphabetical order, and no other', () => {
		expect(mistakes.map(({ code }) => code)).toEqual(CODES);
	});

	test.each(mistakes)('has an example of $code that gives this code alone', ({ code, meaning, wrong }) => {
		const found = problemsIn(wrong);
		expect([...new Set(found.map((problem) => problem.code))]).toEqual([code]);
		expect(found[0]?.severity).toBe(meaning.startsWith('A warning: ') ? 'warning' : 'error');
	});

	test.each(mistakes)('has a cure for $code after which nothing is wrong', ({ right }) => {
		expect(problemsIn(right)).toEqual([]);
	});
});

function problemsIn(example: Files): Problem[] {
	const inFolder = <T>(files: Record<string, T>) =>
		Object.fromEntries(Object.entries(files).map(([name, content]) => [`src/stories/x/${name}`, content]));
	const stories = Object.keys(example).filter((name) => name.endsWith('.md'));
	expect(stories).not.toEqual([]);
	return stories.flatMap((name) => {
		const files = inFolder({ ...DATA, ...example });
		const lang = languageOf(name);
		const known = { images: inFolder(IMAGES), basemaps: BASEMAPS };
		return compileStory({ files, ...known, slug: 'x', lang, ...worldOfExamples() }).problems;
	});
}

/** A section for each code; `Wrong`, `Right` and `And` begin the line over each example. */
function readMistakes(markdown: string): Mistake[] {
	const root: Root = unified().use(remarkParse).parse(markdown);
	const found: Mistake[] = [];
	let side: 'wrong' | 'right' | undefined;
	let lead: Nodes | undefined;
	for (const node of root.children) {
		if (node.type === 'heading' && node.depth === 2) {
			found.push({ code: toString(node), meaning: '', wrong: {}, right: {} });
			side = undefined;
		}
		const mistake = found.at(-1);
		if (!mistake) continue;
		if (node.type === 'paragraph') {
			const text = toString(node);
			if (/^Wrong\b/.test(text)) side = 'wrong';
			else if (/^Right\b/.test(text)) side = 'right';
			else if (!/^And\b/.test(text)) mistake.meaning ||= text;
			lead = node;
		}
		if (node.type === 'code' && side && lead) addFile(mistake, side, lead, node);
	}
	return found;
}

function addFile(mistake: Mistake, side: 'wrong' | 'right', lead: Nodes, { lang, value }: Code): void {
	const [, named] = /, in (\S+\.\w+)/.exec(toString(lead)) ?? [];
	// A cure that changes a file beside the story leaves the story as it was.
	if (side === 'right' && lang === 'json') mistake.right = { ...mistake.wrong, ...mistake.right };
	const text = lang === 'json' ? value : storyAround(value, lang === 'yaml');
	const isOld = toString(lead).includes('Windows-1252');
	mistake[side][named ?? 'en.md'] = isOld ? Buffer.from(text, 'latin1') : text;
}

/** The whole file of an example: a map block, a step's text, or front matter is made complete. */
function storyAround(example: string, isMap: boolean): string {
	const front = '---\ntitle: Two days in China\n---\n\n```map\nfocus: Beijing\n```\n';
	if (isMap) return `${front}\n## Step\n\n\`\`\`map\n${example}\n\`\`\`\n`;
	if (/^---\n[^]*\n---$/.test(example))
		return `${example}\n\n## Beijing\n\n\`\`\`map\nfocus: Beijing\n\`\`\`\n`;
	return example === '' || example.startsWith('---') ? example : `${front}\n## Step\n\n${example}\n`;
}
