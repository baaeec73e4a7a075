import { describe, expect, it } from 'vitest';
import { overlaps } from '#lib/labels/index.ts';
import { markSvg, placeMarks } from '#lib/stills/marks.ts';

const bounds = { left: 0, top: 0, right: 600, bottom: 400 };
const place = (...marks: [string, number, number][]) =>
	placeMarks(
		marks.map(([name, x, y]) => ({ name, x, y })),
		bounds,
		[],
		'de',
	);

describe('placeMarks', () => {
	it('keeps the names of neighbours apart', () => {
		const marks = place(['Heihe', 300, 200], ['Blagoweschtschensk', 304, 203]);
		expect(overlaps(marks[0]!.boxes.at(-1)!, marks[1]!.boxes.at(-1)!)).toBe(false);
	});

	it('draws a bent rule where names crowd', () => {
		const marks = place(
			...[0, 1, 2, 3, 4, 5].map((i): [string, number, number] => [`Ort ${i}`, 300 + 14 * i, 200]),
		);
		const corners = marks.map(
			(mark) => /class="rule" d="M([^"]+)"/.exec(markSvg(mark))![1]!.split('L').length,
		);
		expect(corners).toContain(3);
		expect(marks.every(({ named }) => named)).toBe(true);
	});
});
