import { describe, expect, it } from 'vitest';
import { around, Occupied, placePoint } from '#lib/labels/index.ts';

const bounds = { left: 0, top: 0, right: 400, bottom: 300 };
const name = { width: 80, height: 18 };
const side = (
	at: { x: number; y: number },
	taken = new Occupied(),
	lines = [] as ReturnType<typeof around>[],
) => placePoint(at, name, { bounds, occupied: taken, lines })?.toward;

describe('the name of a small dot', () => {
	it('stands to the right, or to the left where it would be cut', () => {
		expect(side({ x: 200, y: 150 })).toBe('right');
		expect(side({ x: 360, y: 150 })).toBe('left');
	});

	it('makes way for what stands already', () => {
		const occupied = new Occupied();
		occupied.add(around([240, 150], 4), around([160, 150], 4));
		expect(side({ x: 200, y: 150 }, occupied)).toBe('above');
	});

	it('crosses a line only where it finds room nowhere else', () => {
		const line = around([240, 150], 20);
		expect(side({ x: 200, y: 150 }, new Occupied(), [line])).toBe('left');
		const occupied = new Occupied();
		occupied.add(around([160, 150], 8), around([200, 130], 8), around([200, 170], 8));
		expect(side({ x: 200, y: 150 }, occupied, [line])).toBe('right');
	});

	it('is left out where there is no room on any side', () => {
		const occupied = new Occupied();
		occupied.add({ left: 100, right: 300, top: 100, bottom: 200 });
		expect(side({ x: 200, y: 150 }, occupied)).toBeUndefined();
	});
});
