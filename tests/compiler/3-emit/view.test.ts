import { describe, expect, test } from 'vitest';
import { compile, storyWith, world, gazetteer } from '../fixture-world';

const compileSteps = (...maps: (string | null)[]) => {
	const steps = maps.map(
		(map, index) => `## S${index}\n\n${map === null ? '' : `\`\`\`map\n${map}\n\`\`\`\n`}\nText.\n`,
	);
	return compile({ de: `---\ntitle: T\n---\n\n${steps.join('\n')}` });
};
const views = (...maps: (string | null)[]) => compileSteps(...maps).story!.steps.map(({ view }) => view);
const view = (map: string) => views(map)[0]!;
const labels = (marks: { label: string }[]) => marks.map(({ label }) => label);

describe('what must be seen', () => {
	test('is the focus', () => {
		expect(view('focus: [Peking, Harbin]').focus).toEqual([
			{ lon: 116.4, lat: 39.9 },
			{ lon: 126.65, lat: 45.75 },
		]);
	});

	test('is the written outline of a country, and the measured one of a province', () => {
		expect(view('focus: Russland').focus).toEqual([
			{ lat: 53, lon: 121 },
			{ lat: 56, lon: 135 },
		]);
		expect(view('focus: Heilongjiang').focus).toContainEqual({ lon: 135, lat: 43 });
	});

	test('is all that is drawn, where no focus is written', () => {
		expect(view('route: [Peking, Harbin]').focus).toHaveLength(2);
		expect(view('show: Peking\nhighlight: Russland').focus).toHaveLength(3);
		expect(view('border: [Heilongjiang, Russland]').focus).toContainEqual({ lon: 121, lat: 53 });
	});

	test('is the centre, where nothing else is named', () => {
		expect(view('center: {lat: 10, lon: 20}').focus).toEqual([{ lat: 10, lon: 20 }]);
	});

	test('is never empty, even in a story full of mistakes', () => {
		for (const { focus } of views('focus: Nirgendwo', null)) expect(focus.length).toBeGreaterThan(0);
	});
});

describe('the marks', () => {
	test('are the towns of the focus and the stops of the routes', () => {
		expect(labels(view('focus: [Peking, China]').marks)).toEqual(['Peking']);
		expect(labels(view('focus: Peking\nroute: [Peking, Harbin]').marks)).toEqual(['Peking', 'Harbin']);
	});

	test('are what show says instead, and none where it is empty', () => {
		expect(labels(view('focus: Peking\nshow: Harbin').marks)).toEqual(['Harbin']);
		expect(view('focus: Peking\nshow: []').marks).toEqual([]);
	});

	test('may be points of the author’s own', () => {
		const [mark] = view('show: {name: Messe, lat: 45.7, lon: 126.6}').marks;
		expect(mark).toEqual({ id: 'point:Messe', label: 'Messe', at: { lat: 45.7, lon: 126.6 } });
	});
});

describe('a step', () => {
	test('without a map keeps view and drawings, but not the dateline', () => {
		const { story } = compileSteps('focus: Peking\nwhen: 2024-05-16\ndateline: Peking', null);
		const [first, second] = story!.steps;
		expect(second?.view).toEqual({ ...first?.view, kept: true });
		expect(second?.dateline).toBeUndefined();
	});

	test('that names nothing to see keeps the view, with its own camera', () => {
		const [first, second] = views('focus: Peking\nbearing: 10', 'when: 2024-05-16\nzoom: 3');
		expect(second).toEqual({ ...first, zoom: 3, maxZoom: 3 });
	});

	test.each(['center: {lat: 10, lon: 20}', 'zoom: 3', 'pitch: 20'])(
		'with nothing but %s keeps the drawings, and moves the camera',
		(camera) => {
			const [first, second] = views('route: [Peking, Harbin]\nhighlight: China', camera);
			expect(second).toMatchObject({
				focus: first!.focus,
				highlights: first!.highlights,
				routes: first!.routes,
			});
			expect(second).not.toEqual(first);
			expect(second?.kept).toBeUndefined();
		},
	);

	test('says that it shows the same only as long as it does', () => {
		const steps = views('focus: Peking', null, 'zoom: 3', 'when: 2024-05-16', 'focus: Harbin');
		expect(steps.map(({ kept }) => kept)).toEqual([undefined, true, undefined, true, undefined]);
	});

	test('with a zoom of its own does not keep the whole globe of the cover', () => {
		const { story } = compileSteps('when: 2024-05-16', 'zoom: 3', 'focus: Peking');
		expect(story!.steps.map(({ view }) => view.whole)).toEqual([true, undefined, undefined]);
	});

	test('that is hidden has neither text nor key, and is no station', () => {
		const { story, summary } = compileSteps(
			'focus: Peking',
			'hidden: true\nhighlight: {China: {style: fill, label: Land}}',
			null,
		);
		const [, hidden, next] = story!.steps;
		expect(hidden).toMatchObject({ hidden: true, html: '' });
		expect(hidden?.view.key).toEqual([]);
		expect(next?.view.key).toHaveLength(1);
		expect(summary?.stations).toBe(2);
	});

	test('that names a region twice draws it once, as it was named first', () => {
		const [step] = compileSteps('highlight: {Ukraine: hatch, UA: fill}').story!.steps;
		expect(step?.view.highlights.map(({ id, style }) => `${id} ${style}`)).toEqual(['UA hatch']);
	});

	test('that names something drops what stood before', () => {
		const [, second] = views('focus: Peking\nhighlight: China', 'focus: Harbin');
		expect(second?.highlights).toEqual([]);
	});
});

describe('the cover', () => {
	test('without a map sees all places of the story', () => {
		expect(compileSteps('focus: Peking', 'focus: Harbin').story!.cover.view.focus).toHaveLength(2);
	});
});

describe('the projection', () => {
	test('is flat for what no globe shows at once, unless the author decides', () => {
		expect(view('focus: Peking').projection).toBe('globe');
		expect(view('focus: [US-GA, Peking, Ukraine]').projection).toBe('flat');
		const text = storyWith('focus: Peking\n').replace('title:', 'projection: flat\ntitle:');
		expect(compile({ de: text }).story!.steps[0]!.view.projection).toBe('flat');
	});
});

describe('the shapes', () => {
	test('are shared by the steps that draw the same at the same scale', () => {
		const { shapes } = compileSteps('highlight: Heilongjiang', 'highlight: {Heilongjiang: mention}');
		expect(Object.keys(shapes)).toHaveLength(1);
	});

	test.each(['fill', 'outline'])('of a province as %s and of its border meet', (style) => {
		const { shapes } = compileSteps(`highlight: {Heilongjiang: ${style}}\nborder: [Heilongjiang, Russland]`);
		const [border, area] = Object.values(shapes);
		if (area?.type !== 'MultiPolygon' || border?.type !== 'MultiLineString') throw new Error('wrong types');
		const corners = new Set(area.coordinates.flat(2).map(String));
		for (const point of border.coordinates.flat()) expect(corners).toContain(String(point));
	});

	test('never lose a whole region, however small on the screen', () => {
		const covers = (unit: { id: string; country: string }) => gazetteer.covers('GE', unit);
		expect(world.area(covers, 1)).toBeDefined();
		const { shapes } = compileSteps('focus: [US-GA, Peking]\nhighlight: GE');
		const [shape] = Object.values(shapes);
		expect(shape?.coordinates.length).toBe(1);
	});

	test('leave what a region excludes out, and open sea has none', () => {
		const { story, shapes } = compileSteps('highlight: [Ferner Osten, Südpazifik]');
		expect(story?.steps[0]?.view.highlights.map(({ shape }) => shape !== undefined)).toEqual([true, false]);
		expect(Object.values(shapes)[0]?.coordinates).toHaveLength(1);
	});
});
