import { expect, test } from 'vitest';
import { listedPlaces } from '#lib/runtime/look/listed-places.ts';
import type { Highlight, Shapes, View } from '#lib/story/index.ts';

const view: View = {
	focus: [{ lon: 0, lat: 0 }],
	projection: 'globe',
	maxZoom: 6,
	pitch: 0,
	bearing: 0,
	marks: [],
	highlights: [],
	routes: [],
	borders: [],
	data: [],
	key: [],
};
const china: Highlight = {
	id: 'CN',
	shape: 'CN@3',
	style: 'fill',
	meaning: 1,
	label: 'China',
	labelAt: { lon: 104, lat: 36 },
};
const shapes: Shapes = {
	'CN@3': {
		type: 'MultiPolygon',
		coordinates: [
			[
				[
					[110, 18],
					[111, 19],
					[110, 18],
				],
			],
			[
				[
					[80, 25],
					[130, 25],
					[105, 50],
					[80, 25],
				],
			],
		],
	},
};

test('Marked places come first, then regions with what must be seen of them, then the author’s own points', () => {
	const places = listedPlaces(
		{
			...view,
			marks: [{ id: 'beijing', label: 'Beijing', at: { lon: 116, lat: 40 } }],
			highlights: [china],
			data: [
				{
					id: 'ports.geojson',
					style: 'fill',
					meaning: 1,
					points: [{ at: { lon: 121, lat: 31 }, label: 'Shanghai' }, { at: { lon: 0, lat: 0 } }],
				},
			],
		},
		shapes,
	);
	expect(places.map(({ name }) => name)).toEqual(['Beijing', 'China', 'Shanghai']);
	expect(places[0]!.extent).toEqual([]);
	expect(places[1]!.extent).toContainEqual({ lon: 105, lat: 50 });
	expect(places[1]!.extent, 'an island of it').not.toContainEqual({ lon: 110, lat: 18 });
});

test('A name stands once, however it is spelt', () => {
	const marks = [{ id: 'CN', label: 'CHINA', at: { lon: 104, lat: 36 } }];
	expect(listedPlaces({ ...view, marks, highlights: [china] }).map(({ name }) => name)).toEqual(['CHINA']);
});

test('A region whose shape is not there yet is listed by its middle, a stretch of sea by its outline', () => {
	const labelArea = [
		{ lon: 150, lat: -30 },
		{ lon: 180, lat: -30 },
		{ lon: 165, lat: -10 },
	];
	const sea: Highlight = { ...china, id: 'sea', label: 'South Pacific', labelArea };
	delete sea.shape;
	const [first, second] = listedPlaces({ ...view, highlights: [china, sea] });
	expect(first).toEqual({ name: 'China', at: china.labelAt, extent: [] });
	expect(second!.extent).toEqual(labelArea);
});

test('Of thousands of points so many are listed as one can read, and a contour is a few points', () => {
	const points = Array.from({ length: 3000 }, (_, n) => ({
		at: { lon: n / 20, lat: 0 },
		label: `Port ${n}`,
	}));
	const data = [{ id: 'ports.geojson', style: 'fill' as const, meaning: 1 as const, points }];
	expect(listedPlaces({ ...view, data })).toHaveLength(24);
	const ring = Array.from({ length: 5000 }, (_, n): [number, number] => [
		100 + Math.cos(n / 800),
		30 + Math.sin(n / 800),
	]);
	const detailed: Shapes = { 'CN@3': { type: 'MultiPolygon', coordinates: [[ring]] } };
	expect(listedPlaces({ ...view, highlights: [china] }, detailed)[0]!.extent.length).toBeLessThanOrEqual(48);
});

test('A step without names has nothing to list', () => {
	expect(listedPlaces(view)).toEqual([]);
});
