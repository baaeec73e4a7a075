import sharp from 'sharp';
import { here } from './paths.mjs';

const FOLDER = here('downloads/marble/usr/share/marble/data/maps/earth/srtm/3');
const COLUMNS = 16;
const ROWS = 8;
const TILE = 675;
/** Grey of the sea's surface in the source: the shores of the North Sea, the Amazon and the Bohai have 92 to 98. */
const SEA_LEVEL = 90;
/** The source was packed in blocks of eight pixels, which show on plains: there it is blurred by more than a block. */
const FINE_BLUR = 1;
const PLAIN_BLUR = 5;
/** Ruggedness (mean steps of grey from pixel to pixel) of a plain, and of what keeps all its detail. */
const PLAIN = 0.35;
const RUGGED = 1.6;

/**
 * The elevation of the world as a pyramid of grids in plate carrée, each half as wide as the one before, the finest
 * first: `{ width, height, data }`. Values are the grey of the source, which grows more slowly the higher the land; the sea is flat.
 */
export async function loadElevation() {
	const source = await readMosaic();
	const fine = blur(source, FINE_BLUR);
	const smooth = blur(fine, PLAIN_BLUR);
	const rugged = blur(ruggedness(fine), PLAIN_BLUR);
	fine.data.forEach((value, i) => {
		const share = Math.min(1, Math.max(0, (rugged.data[i] - PLAIN) / (RUGGED - PLAIN)));
		fine.data[i] = smooth.data[i] + (value - smooth.data[i]) * share;
	});
	const levels = [fine];
	while (levels.at(-1).width > 400) levels.push(halve(levels.at(-1)));
	return levels;
}

async function readMosaic() {
	const width = COLUMNS * TILE;
	const data = new Float32Array(width * ROWS * TILE);
	const number = (value) => String(value).padStart(6, '0');
	for (let row = 0; row < ROWS; row++)
		for (let column = 0; column < COLUMNS; column++) {
			const file = `${FOLDER}/${number(row)}/${number(row)}_${number(column)}.jpg`;
			const grey = await sharp(file).greyscale().raw().toBuffer();
			for (let i = 0; i < grey.length; i++) {
				const y = row * TILE + Math.floor(i / TILE);
				data[y * width + column * TILE + (i % TILE)] = Math.max(SEA_LEVEL, grey[i]);
			}
		}
	return { width, height: ROWS * TILE, data };
}

/** Three boxes in each direction, which is nearly a Gaussian of `sigma` pixels; the world goes on at 180°. */
function blur({ width, height, data }, sigma) {
	const radius = Math.max(1, Math.round(Math.sqrt(4 * sigma * sigma + 1) / 2 - 0.5));
	let from = data;
	for (let round = 0; round < 3; round++) {
		from = boxRows(from, width, height, radius);
		from = boxColumns(from, width, height, radius);
	}
	return { width, height, data: from };
}

function boxRows(data, width, height, radius) {
	const out = new Float32Array(data.length);
	const size = 2 * radius + 1;
	for (let y = 0; y < height; y++) {
		const row = y * width;
		let sum = 0;
		for (let x = -radius; x <= radius; x++) sum += data[row + ((x + width) % width)];
		for (let x = 0; x < width; x++) {
			out[row + x] = sum / size;
			sum += data[row + ((x + radius + 1) % width)] - data[row + ((x - radius + width) % width)];
		}
	}
	return out;
}

function boxColumns(data, width, height, radius) {
	const out = new Float32Array(data.length);
	const size = 2 * radius + 1;
	const at = (y) => Math.min(height - 1, Math.max(0, y)) * width;
	const sums = new Float64Array(width);
	for (let y = -radius; y <= radius; y++) for (let x = 0; x < width; x++) sums[x] += data[at(y) + x];
	for (let y = 0; y < height; y++) {
		const [entering, leaving] = [at(y + radius + 1), at(y - radius)];
		for (let x = 0; x < width; x++) {
			out[y * width + x] = sums[x] / size;
			sums[x] += data[entering + x] - data[leaving + x];
		}
	}
	return out;
}

function ruggedness({ width, height, data }) {
	const out = new Float32Array(data.length);
	for (let i = width; i < data.length - 1; i++)
		out[i] = (Math.abs(data[i + 1] - data[i]) + Math.abs(data[i] - data[i - width])) / 2;
	return { width, height, data: out };
}

function halve({ width, height, data }) {
	const half = { width: Math.floor(width / 2), height: Math.floor(height / 2) };
	const out = new Float32Array(half.width * half.height);
	for (let y = 0; y < half.height; y++)
		for (let x = 0; x < half.width; x++) {
			const i = 2 * y * width + 2 * x;
			out[y * half.width + x] = (data[i] + data[i + 1] + data[i + width] + data[i + width + 1]) / 4;
		}
	return { ...half, data: out };
}
