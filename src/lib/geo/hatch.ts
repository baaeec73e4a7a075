/** A point in the plane of the picture, px. */
export type PlanePoint = readonly [x: number, y: number];
export type Segment = readonly [PlanePoint, PlanePoint];

/**
 * Parallel lines inside an area, clipped to it rather than tiled, so that they end at its edge on any medium.
 * Even-odd rule; lines of neighbouring areas continue each other because they are counted from the origin.
 *
 * @param rings closed rings of the area, holes included, px
 * @param angle of the lines against the x axis, degrees, y downwards
 * @param step distance between two lines, px
 */
export function hatch(rings: PlanePoint[][], angle: number, step: number): Segment[] {
	const cos = Math.cos((angle * Math.PI) / 180);
	const sin = Math.sin((angle * Math.PI) / 180);
	const crossings = new Map<number, number[]>();
	for (const ring of rings) {
		const turned = ring.map(([x, y]): PlanePoint => [x * cos + y * sin, (y * cos - x * sin) / step]);
		for (let i = 1; i < turned.length; i++) cross(crossings, turned[i - 1]!, turned[i]!);
	}
	const segments: Segment[] = [];
	for (const [line, xs] of [...crossings].sort(([a], [b]) => a - b)) {
		xs.sort((a, b) => a - b);
		const y = line * step;
		const back = (x: number): PlanePoint => [x * cos - y * sin, x * sin + y * cos];
		for (let i = 1; i < xs.length; i += 2) segments.push([back(xs[i - 1]!), back(xs[i]!)]);
	}
	return segments;
}

/** Notes where an edge crosses the lines `y = 0, 1, 2 …`; half open, so that a shared vertex counts once. */
function cross(crossings: Map<number, number[]>, a: PlanePoint, b: PlanePoint): void {
	const [low, high] = a[1] < b[1] ? [a, b] : [b, a];
	for (let line = Math.ceil(low[1]); line < high[1]; line++) {
		const x = low[0] + ((high[0] - low[0]) * (line - low[1])) / (high[1] - low[1]);
		const known = crossings.get(line);
		if (known) known.push(x);
		else crossings.set(line, [x]);
	}
}
