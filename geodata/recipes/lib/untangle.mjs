import { ringArea } from './planar.mjs';

/** Loops of at most this many corners are cut off; longer ones are left alone. */
const LONGEST_LOOP = 40;
const ROUNDS = 8;

/**
 * A closed ring of tile positions without the small loops that simplifying leaves where a coast is narrow: one crossing
 * is enough for the triangulation to spill a false wedge across the map. Of a ring that is crossed in the middle the larger
 * side stays. Returns null when nothing of the ring is left.
 */
export function untangle(ring) {
	let current = ring;
	for (let round = 0; round < ROUNDS; round++) {
		const loops = smallLoops(current);
		if (!loops.length) break;
		current = cutLoops(current, loops);
		if (current.length < 4) return null;
	}
	return isTurned(ring) === isTurned(current) ? current : [...current].reverse();
}

/** Whether a ring runs the other way round: what is land would be taken for a hole. */
function isTurned(ring) {
	return ring.reduce((sum, [bx, by], i) => sum + (i ? ring[i - 1][0] * by - bx * ring[i - 1][1] : 0), 0) < 0;
}

/** Pairs `{ i, j, at }`: segment i meets segment j again, j - i corners later. Pairs do not overlap. */
function smallLoops(ring) {
	const loops = [];
	const last = ring.length - 1;
	for (let i = 0; i < last; i++) {
		for (let j = Math.min(i + LONGEST_LOOP, last - 1); j > i + 1; j--) {
			if (i === 0 && j === last - 1) continue;
			const at = crossing(ring[i], ring[i + 1], ring[j], ring[j + 1]);
			if (!at) continue;
			loops.push({ i, j, at });
			i = j;
			break;
		}
	}
	return loops;
}

function cutLoops(ring, loops) {
	for (const { i, j, at } of loops) {
		const loop = [at, ...ring.slice(i + 1, j + 1), at];
		if (ringArea(loop) > ringArea(ring) / 2) return loop;
	}
	const kept = [];
	let from = 0;
	for (const { i, j, at } of loops) {
		kept.push(...ring.slice(from, i + 1), at);
		from = j + 1;
	}
	return [...kept, ...ring.slice(from)];
}

/** The whole-numbered point where two segments cross in their insides, or null. */
function crossing([ax, ay], [bx, by], [cx, cy], [dx, dy]) {
	if (Math.max(ax, bx) < Math.min(cx, dx) || Math.max(cx, dx) < Math.min(ax, bx)) return null;
	if (Math.max(ay, by) < Math.min(cy, dy) || Math.max(cy, dy) < Math.min(ay, by)) return null;
	const divisor = (bx - ax) * (dy - cy) - (by - ay) * (dx - cx);
	if (divisor === 0) return null;
	const t = ((cx - ax) * (dy - cy) - (cy - ay) * (dx - cx)) / divisor;
	const u = ((cx - ax) * (by - ay) - (cy - ay) * (bx - ax)) / divisor;
	if (t <= 0 || t >= 1 || u <= 0 || u >= 1) return null;
	return [Math.round(ax + t * (bx - ax)), Math.round(ay + t * (by - ay))];
}
