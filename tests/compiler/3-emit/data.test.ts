import { describe, expect, test } from 'vitest';
import { formatProblem } from '#lib/story/index.ts';
import { compile, storyWith } from '../fixture-world';

const collection = (...geometries: object[]) =>
	JSON.stringify({
		type: 'FeatureCollection',
		features: geometries.map((geometry, index) => ({
			type: 'Feature',
			properties: index ? { name: `N${index}` } : {},
			geometry,
		})),
	});
const point = (...coordinates: number[]) => ({ type: 'Point', coordinates });
const line = {
	type: 'LineString',
	coordinates: [
		[120, 40],
		[121.123456, 41],
		[121.1234567, 41],
		[122, 40],
	],
};
const area = {
	type: 'Polygon',
	coordinates: [
		[
			[110, 30],
			[114, 30],
			[114, 34],
			[110, 34],
			[110, 30],
		],
	],
};
const FILES = {
	'area.geojson': collection(area),
	'line.geojson': collection(line),
	'ports.geojson': collection(point(118, 38), point(121.123456, 39)),
	'all.geojson': collection(area, line, point(118, 38)),
};

const compiled = (map: string) => compile({ de: storyWith(map) }, 'de', FILES);
const viewOf = (map: string) => {
	const { story, problems } = compiled(map);
	expect(problems.map(formatProblem)).toEqual([]);
	return story!.steps[0]!.view;
};
const key = (map: string) =>
	viewOf(map).key.map(({ symbol, meaning, text }) => `${symbol} ${meaning} ${text}`);

describe('a file of the author’s own', () => {
	test('is drawn with its areas and lines among the shapes, and its points with their names', () => {
		const { shapes } = compiled('data: all.geojson\n');
		const [layer] = viewOf('data: ./all.geojson\n').data;
		expect(layer).toMatchObject({ id: 'all.geojson', style: 'outline', meaning: 1 });
		expect(layer?.points).toEqual([{ at: { lon: 118, lat: 38 }, label: 'N2' }]);
		expect(layer?.areas).toMatch(/^data:all\.geojson\/areas@/);
		expect(shapes[layer!.areas!]).toMatchObject({ type: 'MultiPolygon' });
		expect(shapes[layer!.lines!]).toMatchObject({ type: 'MultiLineString' });
	});

	test('has no more decimals than the step shows, and no point twice', () => {
		const { shapes, story } = compiled('data: [line.geojson, ports.geojson]\n');
		const [lines, ports] = story!.steps[0]!.view.data;
		expect(shapes[lines!.lines!]?.coordinates).toEqual([
			[
				[120, 40],
				[121.123, 41],
				[122, 40],
			],
		]);
		expect(ports?.points[1]?.at.lon).toBe(121.123);
	});

	test('takes a style and a label, one file or several', () => {
		const { data } = viewOf('data: [{ file: area.geojson, style: hatch }, line.geojson]\n');
		expect(data.map(({ id, style }) => [id, style])).toEqual([
			['area.geojson', 'hatch'],
			['line.geojson', 'outline'],
		]);
	});

	test('is what must be seen where nothing else is, by at most 24 points', () => {
		expect(viewOf('data: ports.geojson\n').focus).toEqual(
			expect.arrayContaining([
				{ lon: 118, lat: 38 },
				{ lon: 121.123456, lat: 39 },
			]),
		);
		const circle = Array.from({ length: 500 }, (_, i) => [110 + 5 * Math.cos(i), 35 + 5 * Math.sin(i)]);
		const many = JSON.stringify({ type: 'MultiPoint', coordinates: circle });
		const { story } = compile({ de: storyWith('data: many.geojson\n') }, 'de', { 'many.geojson': many });
		expect(story!.steps[0]!.view.focus.length).toBeLessThanOrEqual(24);
		expect(viewOf('focus: Peking\ndata: area.geojson\n').focus).toHaveLength(1);
	});

	test('keeps a view that would be empty without it, and drops what stood before', () => {
		const two = `${storyWith('highlight: China\n')}\n## Zwei\n\n\`\`\`map\ndata: line.geojson\n\`\`\`\n`;
		const { story } = compile({ de: two }, 'de', FILES);
		expect(story!.steps[1]!.view).toMatchObject({ highlights: [], data: [{ id: 'line.geojson' }] });
	});

	test('goes when a step draws something else', () => {
		const two = `${storyWith('data: line.geojson\n')}\n## Zwei\n\n\`\`\`map\nfocus: Peking\n\`\`\`\n`;
		expect(compile({ de: two }, 'de', FILES).story!.steps[1]!.view.data).toEqual([]);
	});

	test('is inherited by a translation, which warns of its label', () => {
		const en = '---\ntitle: T\ntranslates: de\n---\n\n## Step\n\nText.\n';
		const de = storyWith('data: { file: area.geojson, label: Häfen }\n');
		const { story, problems } = compile({ de, en }, 'en', FILES);
		expect(story!.steps[0]!.view.data).toHaveLength(1);
		expect(problems.map(({ code }) => code)).toEqual(['label-untranslated']);
		const own = en.replace('Text.', '```map\ndata: { file: area.geojson, label: Ports }\n```');
		expect(compile({ de, en: own }, 'en', FILES).problems).toEqual([]);
	});

	test('of more than 512 KB is refused, with its size and what to do', () => {
		const large = FILES['area.geojson'] + ' '.repeat(600 * 1024);
		const { problems } = compile({ de: storyWith('data: large.geojson\n') }, 'de', {
			'large.geojson': large,
		});
		expect(problems.map(formatProblem)).toEqual([
			'src/stories/x/de.md:8:7 data-large: "large.geojson" has 601 KB; 512 KB are the most. Simplify it, for example on mapshaper.org: "-simplify 10% keep-shapes", then "-o precision=0.001".',
		]);
	});

	test('that is too small to see keeps its largest area', () => {
		const tiny = JSON.stringify({
			...area,
			coordinates: [area.coordinates[0]!.map(([x, y]) => [x! / 1e4, y! / 1e4])],
		});
		const map = storyWith('focus: [Peking, Harbin]\ndata: tiny.geojson\n');
		const { story, shapes } = compile({ de: map }, 'de', { 'tiny.geojson': tiny });
		expect(shapes[story!.steps[0]!.view.data[0]!.areas!]?.coordinates).toHaveLength(1);
	});
});

describe('the key of a file', () => {
	test('is empty for one meaning without a label', () => {
		expect(key('data: area.geojson\n')).toEqual([]);
	});

	test('shows the label, with the symbol of what is drawn', () => {
		expect(key('data: { file: area.geojson, style: hatch, label: A }\n')).toEqual(['hatch 1 A']);
		expect(key('data: { file: line.geojson, label: B }\n')).toEqual(['line 1 B']);
		expect(key('data: { file: ports.geojson, label: C }\n')).toEqual(['point 1 C']);
	});

	test('tells a second meaning from a highlight', () => {
		expect(key('highlight: China\ndata: area.geojson\n')).toEqual(['fill 1 China', 'outline 2 area']);
		expect(viewOf('highlight: China\ndata: area.geojson\n').data[0]?.meaning).toBe(2);
		expect(key('data: [ports.geojson, { file: area.geojson, style: mention }]\n')).toEqual([
			'point 1 ports',
			'mention 1 area',
		]);
	});
});
