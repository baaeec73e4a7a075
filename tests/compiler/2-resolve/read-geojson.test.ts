import { geoArea } from 'd3-geo';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findJsonBreak } from '../../../src/lib/compiler/2-resolve/json-break';
import { readGeoJson, type OwnGeometry } from '../../../src/lib/compiler/2-resolve/read-geojson';

const read = (value: unknown) => readGeoJson(JSON.stringify(value));
const geometryOf = (value: unknown) => read(value) as OwnGeometry;
const SQUARE = [
	[0, 0],
	[10, 0],
	[10, 10],
	[0, 10],
	[0, 0],
];
const HOLE = SQUARE.map(([x, y]) => [x! / 5 + 2, y! / 5 + 2]);

describe('a GeoJSON file', () => {
	test('may be a geometry, a Feature, or a FeatureCollection, with collections in it', () => {
		const point = { type: 'Point', coordinates: [13.4, 52.5, 34] };
		const feature = { type: 'Feature', properties: { name: ' Berlin ' }, geometry: point };
		const inside = {
			type: 'GeometryCollection',
			geometries: [point, { type: 'LineString', coordinates: SQUARE }],
		};
		expect(geometryOf(point).points).toEqual([{ at: { lon: 13.4, lat: 52.5 } }]);
		expect(geometryOf(feature).points).toEqual([{ at: { lon: 13.4, lat: 52.5 }, label: 'Berlin' }]);
		const all = geometryOf({
			type: 'FeatureCollection',
			features: [feature, { ...feature, geometry: inside }],
		});
		expect(all.points.map(({ label }) => label)).toEqual(['Berlin', 'Berlin']);
		expect(all.lines).toHaveLength(1);
	});

	test('has its rings closed and wound as all shapes are, however its author wound them', () => {
		for (const [outer, hole] of [
			[SQUARE, HOLE],
			[[...SQUARE].reverse(), HOLE],
			[SQUARE.slice(0, -1), [...HOLE].reverse()],
		]) {
			const { areas } = geometryOf({ type: 'Polygon', coordinates: [outer, hole] });
			const whole = geoArea({ type: 'MultiPolygon', coordinates: areas });
			expect(whole).toBeCloseTo(0.0303 * 0.96, 3);
		}
	});

	test('may begin with a byte order mark', () => {
		expect(readGeoJson('\uFEFF{"type": "Point", "coordinates": [1, 2]}')).toHaveProperty('points.length', 1);
	});

	test('of any JSON is read without an exception', () => {
		const type = fc.constantFrom('Point', 'Polygon', 'MultiPolygon', 'Feature', 'FeatureCollection', 'x');
		const nearly = fc.record(
			{ type, coordinates: fc.jsonValue(), geometry: fc.jsonValue(), features: fc.jsonValue() },
			{ requiredKeys: [] },
		);
		fc.assert(fc.property(fc.oneof(fc.jsonValue(), nearly), (value) => void read(value)));
		expect(() => readGeoJson('{"type":"GeometryCollection","geometries":['.repeat(9000))).not.toThrow();
		const deep = `${'{"type":"GeometryCollection","geometries":['.repeat(9000)}${']}'.repeat(9000)}`;
		expect(readGeoJson(deep)).toEqual({ areas: [], lines: [], points: [] });
	});
});

describe('the break in what is no JSON', () => {
	test.each([
		['{"a": 1,\n}', 2, '}'],
		['{"a" 1}', 1, '1'],
		['[1,\n2\n3]', 3, '3'],
		['[1, 012]', 1, '012'],
		['[1, NaN]', 1, 'NaN'],
		['{"a": "x\ny"}', 1, '"'],
		['[1]\n]', 2, ']'],
		['[1}', 1, '}'],
		['\n\n[1, 2\n\n', 3, undefined],
		['', 1, undefined],
	])('%j is in line %i', (text, line, found) => {
		expect(() => void JSON.parse(text)).toThrow();
		expect(findJsonBreak(text)).toEqual({ line, found });
	});

	test('lies behind whatever is right', () => {
		fc.assert(
			fc.property(fc.jsonValue(), (value) => {
				const text = JSON.stringify(value, null, 1);
				expect(findJsonBreak(`${text}\n?`)).toEqual({ line: text.split('\n').length + 1, found: '?' });
			}),
		);
	});
});
