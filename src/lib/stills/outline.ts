import { geoPath, type GeoPermissibleObjects, type GeoStreamWrapper } from 'd3-geo';
import type { PlanePoint } from '#lib/geo/index.ts';

/** A line or a ring on the screen, px. A ring's first point is not repeated at its end. */
export interface Outline {
	points: PlanePoint[];
	closed: boolean;
}

/** How far a drawn line may be from the true one, px. */
const TOLERANCE = 0.5;

/** Rings smaller than this vanish, px². */
const LEAST_AREA = 2;

/** Projects and cuts a geometry, and takes away what nobody could see. */
export function trace(
	stream: GeoStreamWrapper,
	geometry: GeoPermissibleObjects,
	{ tolerance = TOLERANCE, leastArea = LEAST_AREA } = {},
): Outline[] {
	const found: Outline[] = [];
	let current: PlanePoint[] = [];
	const finish = (closed: boolean) => {
		const joined = !closed && isJoined(current);
		const points = closed
			? thinRing(current, tolerance)
			: joined
				? thinJoined(current, tolerance)
				: thin(current, tolerance);
		if (
			points.length > (closed || joined ? 2 : 1) &&
			(!(closed || joined) || Math.abs(signedArea(points)) >= leastArea)
		) {
			found.push({ points, closed });
		}
		current = [];
	};
	const context = {
		beginPath() {},
		arc() {},
		moveTo(x: number, y: number) {
			if (current.length) finish(false);
			current = [[x, y]];
		},
		lineTo(x: number, y: number) {
			const last = current.at(-1)!;
			if (x !== last[0] || y !== last[1]) current.push([x, y]);
		},
		closePath() {
			finish(true);
		},
	};
	geoPath(stream, context)(geometry);
	if (current.length) finish(false);
	return found;
}

/** True for a line that ends where it begins. */
export function isJoined(points: PlanePoint[]): boolean {
	const [first] = points;
	const last = points.at(-1);
	return points.length > 2 && first![0] === last![0] && first![1] === last![1];
}

/** Twice-signed shoelace area halved, px²; its sign tells the direction of the ring. */
export function signedArea(ring: PlanePoint[]): number {
	let sum = 0;
	let previous = ring.at(-1)!;
	for (const point of ring) {
		sum += previous[0] * point[1] - point[0] * previous[1];
		previous = point;
	}
	return sum / 2;
}

/** Douglas and Peucker 1973: keeps the ends and every point farther than `tolerance` from the chord. */
export function thin(line: PlanePoint[], tolerance: number): PlanePoint[] {
	if (line.length < 3) return line;
	const keep = new Uint8Array(line.length);
	keep[0] = keep[line.length - 1] = 1;
	const open: [number, number][] = [[0, line.length - 1]];
	for (let span = open.pop(); span; span = open.pop()) {
		const [first, last] = span;
		let worst = -1;
		let most = tolerance * tolerance;
		for (let i = first + 1; i < last; i++) {
			const distance = squaredDistance(line[i]!, line[first]!, line[last]!);
			if (distance > most) {
				most = distance;
				worst = i;
			}
		}
		if (worst < 0) continue;
		keep[worst] = 1;
		open.push([first, worst], [worst, last]);
	}
	return line.filter((_, i) => keep[i]);
}

/** A ring is thinned in two halves, between its first point and the one farthest from it. */
function thinRing(ring: PlanePoint[], tolerance: number): PlanePoint[] {
	const [start] = ring;
	if (!start) return ring;
	let far = 0;
	let most = -1;
	ring.forEach(([x, y], i) => {
		const distance = (x - start[0]) ** 2 + (y - start[1]) ** 2;
		if (distance > most) {
			most = distance;
			far = i;
		}
	});
	const there = thin(ring.slice(0, far + 1), tolerance);
	const back = thin([...ring.slice(far), start], tolerance);
	return [...there, ...back.slice(1, -1)];
}

function thinJoined(line: PlanePoint[], tolerance: number): PlanePoint[] {
	const ring = thinRing(line.slice(0, -1), tolerance);
	return [...ring, ring[0]!];
}

/** The pieces that are drawn of a dashed line, `on` and `off` in px: it begins and starts anew with a dash. */
export function dash(points: PlanePoint[], on: number, off: number): PlanePoint[][] {
	const pieces: PlanePoint[][] = [];
	let piece: PlanePoint[] | undefined;
	let left = 0;
	points.slice(1).forEach((b, i) => {
		const a = points[i]!;
		const length = Math.hypot(b[0] - a[0], b[1] - a[1]);
		const at = (along: number): PlanePoint => [
			a[0] + ((b[0] - a[0]) * along) / length,
			a[1] + ((b[1] - a[1]) * along) / length,
		];
		let along = 0;
		while (along + left < length) {
			along += left;
			if (piece) {
				piece.push(at(along));
				piece = undefined;
				left = off;
			} else {
				pieces.push((piece = [at(along)]));
				left = on;
			}
		}
		left -= length - along;
		piece?.push(b);
	});
	return pieces.filter((piece) => piece.length > 1);
}

/** From a point to a segment, px². */
export function squaredDistance([x, y]: PlanePoint, a: PlanePoint, b: PlanePoint): number {
	const dx = b[0] - a[0];
	const dy = b[1] - a[1];
	const length = dx * dx + dy * dy;
	const along = length === 0 ? 0 : Math.max(0, Math.min(1, ((x - a[0]) * dx + (y - a[1]) * dy) / length));
	return (x - a[0] - along * dx) ** 2 + (y - a[1] - along * dy) ** 2;
}

/** Even-odd test over all rings. */
export function contains(rings: PlanePoint[][], [x, y]: PlanePoint): boolean {
	let inside = false;
	for (const ring of rings) {
		let previous = ring.at(-1)!;
		for (const point of ring) {
			if (point[1] > y !== previous[1] > y) {
				const crossing =
					previous[0] + ((y - previous[1]) / (point[1] - previous[1])) * (point[0] - previous[0]);
				if (x < crossing) inside = !inside;
			}
			previous = point;
		}
	}
	return inside;
}

/** SVG path data with relative commands. `grid` is the number of steps a pixel is divided into. */
export function pathData(outlines: Outline[], grid = 10): string {
	let data = '';
	let penX = 0;
	let penY = 0;
	for (const { points, closed } of outlines) {
		const [start, ...rest] = snap(points, grid);
		if (!start || rest.length === 0) continue;
		let command = 'm';
		const startX = start[0];
		const startY = start[1];
		for (const [x, y] of [start, ...rest]) {
			data += command + pair((x - penX) / grid, (y - penY) / grid, command !== '' || data === '');
			command = '';
			penX = x;
			penY = y;
		}
		if (closed) {
			data += 'z';
			penX = startX;
			penY = startY;
		}
	}
	return data;
}

/** Rounded to the grid, without the points that fall together there. */
function snap(points: PlanePoint[], grid: number): PlanePoint[] {
	const kept: PlanePoint[] = [];
	for (const [px, py] of points) {
		const x = Math.round(px * grid);
		const y = Math.round(py * grid);
		const last = kept.at(-1);
		if (!last || last[0] !== x || last[1] !== y) kept.push([x, y]);
	}
	return kept;
}

function pair(x: number, y: number, afterCommand: boolean): string {
	const first = short(x);
	const second = short(y);
	return (afterCommand || first[0] === '-' ? '' : ' ') + first + (second[0] === '-' ? '' : ' ') + second;
}

/** A number as short as SVG allows: `-.5`, `12`. */
export function short(value: number): string {
	const text = String(Math.round(value * 10) / 10);
	return text === '-0' ? '0' : text.replace(/^(-?)0\./, '$1.');
}

/** Of all rings together, px²; holes count against it. */
export function areaOf(rings: PlanePoint[][]): number {
	return Math.abs(rings.reduce((sum, ring) => sum + signedArea(ring), 0));
}
