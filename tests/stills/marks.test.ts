import { describe, expect, it } from 'vitest';
import { placeMarks } from '#lib/stills/marks.ts';
import { overlaps, within } from '#lib/stills/room.ts';

const bounds = { left: 0, top: 0, right: 600, bottom: 400 };
const place = (...marks: [string, number, number][]) =>
	placeMarks(
		marks.map(([name, x, y]) => ({ name, x, y })),
		bounds,
		[],
		'de',
	);

describe('placeMarks', () => {
	it('puts the name to the right where there is room', () => {
		expect(place(['Peking', 200, 200])[0]!.side).toBe('right');
	});

	it('turns the name to the other side before it is cut', () => {
		const [mark] = place(['Wladiwostok', 580, 200]);
		expect(mark!.side).toBe('left');
		expect(within(bounds, mark!.boxes[1]!)).toBe(true);
	});

	it('keeps the names of neighbours apart', () => {
		const marks = place(['Heihe', 300, 200], ['Blagoweschtschensk', 304, 203]);
		expect(overlaps(marks[0]!.boxes[1]!, marks[1]!.boxes[1]!)).toBe(false);
	});

	it('places more marks than it can weigh together', () => {
		expect(
			place(...Array.from({ length: 9 }, (_, i): [string, number, number] => [`Ort ${i}`, 60 * i + 30, 200])),
		).toHaveLength(9);
	});
});
