/** Direction to the light: north-west, 40° above the horizon. */
const AZIMUTH = (315 * Math.PI) / 180;
const ALTITUDE = (40 * Math.PI) / 180;
const LIGHT = {
	east: Math.sin(AZIMUTH) * Math.cos(ALTITUDE),
	south: -Math.cos(AZIMUTH) * Math.cos(ALTITUDE),
	up: Math.sin(ALTITUDE),
};

/** Height of a step of grey, in pixels of the tile: slopes grow gentler as the map comes nearer. */
const EXAGGERATION = [0.055, 0.055, 0.07, 0.115, 0.17];

const RADIANS = Math.PI / 180;

/**
 * How the light of a tile's pixels differs from that of a plain, -1 (away from the light) to 1, row by row; `size` is the
 * tile's width in pixels. `levels` is the pyramid of `loadElevation`.
 */
export function hillshade(levels, { z, x, y }, size) {
	const world = size * 2 ** z;
	const level = levels.findLast(({ width }) => width >= world * 0.9) ?? levels[0];
	const span = size + 2;
	const heights = new Float32Array(span * span);
	for (let row = 0; row < span; row++) {
		const lat = latitude((y * size + row - 0.5) / world);
		for (let column = 0; column < span; column++) {
			const lon = ((x * size + column - 0.5) / world) * 360 - 180;
			heights[row * span + column] = sample(level, lon, lat);
		}
	}
	const k = EXAGGERATION[z];
	const shade = new Float32Array(size * size);
	for (let row = 0; row < size; row++)
		for (let column = 0; column < size; column++) {
			const i = (row + 1) * span + column + 1;
			const east = ((heights[i + 1] - heights[i - 1]) / 2) * k;
			const south = ((heights[i + span] - heights[i - span]) / 2) * k;
			const light =
				(LIGHT.up - east * LIGHT.east - south * LIGHT.south) / Math.sqrt(1 + east * east + south * south);
			shade[row * size + column] = soften(light - LIGHT.up);
		}
	return shade;
}

/** Steep slopes must not drown the gentle ones. */
function soften(difference) {
	return Math.tanh(difference * 2);
}

function latitude(v) {
	return Math.atan(Math.sinh(Math.PI * (1 - 2 * v))) / RADIANS;
}

/** Between four pixels, linearly; the world goes on at 180°. */
function sample({ width, height, data }, lon, lat) {
	const u = ((lon + 540) / 360) * width - 0.5;
	const v = Math.min(height - 1.001, Math.max(0, ((90 - lat) / 180) * height - 0.5));
	const left = Math.floor(u);
	const top = Math.floor(v);
	const [a, b] = [left % width, (left + 1) % width];
	const [row, below] = [top * width, Math.min(height - 1, top + 1) * width];
	const [p, q] = [u - left, v - top];
	return (
		(data[row + a] * (1 - p) + data[row + b] * p) * (1 - q) +
		(data[below + a] * (1 - p) + data[below + b] * p) * q
	);
}
