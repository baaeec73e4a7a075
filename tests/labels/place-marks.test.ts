import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NAME_HEIGHT, overlaps, placeMarks, SIGNATURE, within, type MarkAt } from '#lib/labels/index.ts';

const bounds = { left: 500, top: 72, right: 1280, bottom: 760 };
const mark = (x: number, y: number, width = 100): MarkAt => ({ x, y, width });
const toward = (...marks: MarkAt[]) => placeMarks(marks, { bounds }).map(({ leader }) => leader.toward);
const isStraight = ({ leader }: ReturnType<typeof placeMarks>[number]) => leader.path.length === 2;

describe('the place of a mark’s name', () => {
	it('is to the right of its dot where there is room', () => {
		expect(toward(mark(800, 400))).toEqual(['right']);
	});

	it('is to the left where the frame would cut it', () => {
		expect(toward(mark(1240, 400))).toEqual(['left']);
	});

	it('is below where it would be cut on both sides', () => {
		const phone = { left: 0, top: 0, right: 390, bottom: 354 };
		const [placed] = placeMarks([mark(195, 100, 200)], { bounds: phone });
		expect(placed!.leader.toward).toBe('below');
		expect(within(phone, placed!.name)).toBe(true);
	});

	it('is to the left where another mark stands in its way, whichever of the two comes first', () => {
		expect(toward(mark(800, 400), mark(850, 405))).toEqual(['left', 'right']);
		expect(toward(mark(850, 405), mark(800, 400))).toEqual(['right', 'left']);
	});

	it('lies across a line rather than at a bent rule', () => {
		const lines = Array.from({ length: 40 }, (_, i) => ({
			left: 600 + 10 * i,
			right: 606 + 10 * i,
			top: 300,
			bottom: 500,
		}));
		const [placed] = placeMarks([mark(800, 400)], { bounds, lines });
		expect(isStraight(placed!)).toBe(true);
	});

	it('is rows higher or lower at a bent rule where names crowd', () => {
		const row = [0, 1, 2, 3, 4, 5].map((i) => mark(800 + 14 * i, 400));
		const placed = placeMarks(row, { bounds });
		expect(placed.some((each) => !isStraight(each))).toBe(true);
		for (const { leader, name } of placed) {
			const [, y] = leader.path.at(-1)!;
			if (leader.path.length === 3) expect((name.top + name.bottom) / 2).toBeCloseTo(400 + y);
		}
	});

	it('is nowhere for a mark that stands on another, and there is no room at all', () => {
		const tiny = { left: 0, top: 0, right: 60, bottom: 30 };
		const many = Array.from({ length: 60 }, () => mark(30, 15, 300));
		const placed = placeMarks(many, { bounds: tiny });
		expect(placed[0]!.nameless).toBe(false);
		const shown = placed.filter(({ nameless }) => !nameless);
		expect(shown.length).toBeLessThan(placed.length);
		expect(shown.some((a, i) => shown.slice(i + 1).some((b) => overlaps(a.name, b.name)))).toBe(false);
	});
});

describe('the places of many names', () => {
	const crowd = fc.uniqueArray(
		fc.record({
			x: fc.integer({ min: 780, max: 1000 }),
			y: fc.integer({ min: 330, max: 500 }),
			width: fc.integer({ min: 40, max: 150 }),
		}),
		{ maxLength: 12, selector: ({ x, y }) => `${Math.round(x / 24)} ${Math.round(y / 24)}` },
	);

	it('are the same for the same marks', () => {
		fc.assert(
			fc.property(crowd, (marks) => {
				expect(placeMarks(marks, { bounds })).toEqual(placeMarks(marks, { bounds }));
			}),
			{ numRuns: 20 },
		);
	});

	it('never lie on one another, nor outside of a picture that has room', () => {
		fc.assert(
			fc.property(crowd, (marks) => {
				const shown = placeMarks(marks, { bounds }).filter(({ nameless }) => !nameless);
				for (const [i, a] of shown.entries()) {
					expect(within(bounds, a.name)).toBe(true);
					expect(a.name.bottom - a.name.top).toBeCloseTo(NAME_HEIGHT);
					expect(shown.slice(i + 1).some((b) => overlaps(a.name, b.name))).toBe(false);
				}
			}),
			{ numRuns: 60 },
		);
	});

	it('are found for all twelve marks of a crowd that has room around it', () => {
		fc.assert(
			fc.property(crowd, (marks) => {
				expect(placeMarks(marks, { bounds }).filter(({ nameless }) => nameless)).toEqual([]);
			}),
			{ numRuns: 60 },
		);
	});

	it('are tied to their own dots', () => {
		fc.assert(
			fc.property(crowd, (marks) => {
				placeMarks(marks, { bounds }).forEach(({ leader, name }, index) => {
					const { x, y } = marks[index]!;
					const [endX, endY] = leader.path.at(-1)!;
					const gapX = Math.max(name.left - x - endX, x + endX - name.right, 0);
					const gapY = Math.max(name.top - y - endY, y + endY - name.bottom, 0);
					expect(Math.hypot(gapX, gapY)).toBeLessThanOrEqual(SIGNATURE.gap + 1e-6);
				});
			}),
			{ numRuns: 30 },
		);
	});
});
