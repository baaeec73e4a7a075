import { distanceToSegment, polygonContains, polygonsOf, ringArea, ringBox } from './planar.mjs';

const STEPS = 24;
const ROUNDS = 4;

/**
 * A point well inside the largest polygon of a geometry: the best of a grid that is refined a few times around the
 * best so far (the idea of Mapbox' polylabel). Returns `{ lon, lat }`.
 */
export function labelPoint(geometry) {
	const polygon = largestPolygon(geometry);
	let box = ringBox(polygon[0]);
	let best = null;
	for (let round = 0; round < ROUNDS; round++) {
		best = bestOnGrid(polygon, box, best);
		if (!best) return middleOf(polygon[0]);
		const width = (box.east - box.west) / STEPS;
		const height = (box.north - box.south) / STEPS;
		box = {
			west: best.lon - width,
			east: best.lon + width,
			south: best.lat - height,
			north: best.lat + height,
		};
	}
	return { lon: best.lon, lat: best.lat };
}

/** Area on the globe, roughly: the plane's area times the cosine of the middle latitude. */
function trueArea(polygon) {
	const { south, north } = ringBox(polygon[0]);
	return ringArea(polygon[0]) * Math.cos((((south + north) / 2) * Math.PI) / 180);
}

export function largestPolygon(geometry) {
	return polygonsOf(geometry).reduce((best, polygon) =>
		trueArea(polygon) > trueArea(best) ? polygon : best,
	);
}

function bestOnGrid(polygon, box, best) {
	const points = polygon.flat();
	const stride = Math.max(1, Math.floor(points.length / 1200));
	for (let i = 0; i <= STEPS; i++) {
		for (let j = 0; j <= STEPS; j++) {
			const lon = box.west + ((box.east - box.west) * i) / STEPS;
			const lat = box.south + ((box.north - box.south) * j) / STEPS;
			if (!polygonContains(polygon, lon, lat)) continue;
			const distance = distanceToEdge(polygon, lon, lat, stride, best?.distance ?? 0);
			if (!best || distance > best.distance) best = { lon, lat, distance };
		}
	}
	return best;
}

function distanceToEdge(polygon, lon, lat, stride, giveUpBelow) {
	let nearest = Infinity;
	for (const ring of polygon) {
		for (let i = 0; i + 1 < ring.length; i += stride) {
			nearest = Math.min(
				nearest,
				distanceToSegment(lon, lat, ring[i], ring[Math.min(i + stride, ring.length - 1)]),
			);
			if (nearest < giveUpBelow) return nearest;
		}
	}
	return nearest;
}

function middleOf(ring) {
	const { west, south, east, north } = ringBox(ring);
	return { lon: (west + east) / 2, lat: (south + north) / 2 };
}
