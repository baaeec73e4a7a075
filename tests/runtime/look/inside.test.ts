import { expect, test } from 'vitest';
import { isInside, largestRing } from '#lib/runtime/look/inside.ts';
import type { MultiPolygon, Position } from '#lib/story/index.ts';

const square = (west: number, south: number, size: number): Position[] => [
	[west, south],
	[west + size, south],
	[west + size, south + size],
	[west, south + size],
	[west, south],
];

test('A point is inside of an area, and not in its holes or beside it', () => {
	const area: MultiPolygon = { type: 'MultiPolygon', coordinates: [[square(0, 0, 10), square(4, 4, 2)]] };
	expect(isInside({ lon: 2, lat: 2 }, area)).toBe(true);
	expect(isInside({ lon: 5, lat: 5 }, area)).toBe(false);
	expect(isInside({ lon: 12, lat: 2 }, area)).toBe(false);
	expect(isInside({ lon: 2, lat: -1 }, area)).toBe(false);
});

test('An island in the hole of another polygon is inside', () => {
	const area: MultiPolygon = {
		type: 'MultiPolygon',
		coordinates: [[square(0, 0, 10), square(4, 4, 4)], [square(5, 5, 1)]],
	};
	expect(isInside({ lon: 5.5, lat: 5.5 }, area)).toBe(true);
});

test('Across the antimeridian it does not matter how longitudes are counted', () => {
	const beyond = { type: 'Polygon' as const, coordinates: [square(175, 60, 15)] };
	expect(isInside({ lon: -175, lat: 65 }, beyond)).toBe(true);
	expect(isInside({ lon: 178, lat: 65 }, beyond)).toBe(true);
	expect(isInside({ lon: -165, lat: 65 }, beyond)).toBe(false);
});

test('The largest ring is that of the largest land, not of what the projection makes large', () => {
	const arctic = square(0, 75, 10);
	const tropical = square(0, 0, 8);
	expect(largestRing({ type: 'MultiPolygon', coordinates: [[arctic], [tropical]] })).toBe(tropical);
	expect(largestRing({ type: 'MultiPolygon', coordinates: [] })).toEqual([]);
});
