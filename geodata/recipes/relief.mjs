import { mkdirSync } from 'node:fs';
import sharp from 'sharp';
import { feature } from 'topojson-client';
import { archiveFile, tellOf } from './lib/basemap-files.mjs';
import { sewDateLine } from './lib/date-line.mjs';
import { loadElevation } from './lib/elevation.mjs';
import { hillshade } from './lib/hillshade.mjs';
import { landMasks } from './lib/land-mask.mjs';
import { projectGeometry } from './lib/mercator.mjs';
import { here, readJson, root } from './lib/paths.mjs';
import { writePmtiles } from './lib/pmtiles-writer.mjs';

/** The source has a pixel of 4 km, the map's zoom 4 has one of 5 km; the relief is gone at zoom 6. */
const MAX_ZOOM = 4;
const SIZE = 512;
/** Grey of a plain: shadows have more room than lights, since land is light on paper. */
const PLAIN = 0.75;
/** What a plain has more or less than its grey, so that the page can turn it to the hue of its land: a warm tint. */
const TINT = [9 / 255, -1 / 255, -20 / 255];
/** WebP's qualities of the shading and of the mask. A story's first view takes tiles of zoom 2 at most. */
const QUALITY = [24, 24, 24, 32, 32];
const MASK_QUALITY = 8;
/** Land is masked this many pixels inside of its shore, so that nothing spills into the water. */
const MARGIN = 1;
const INSIDE = 0.4;
/** Latitudes between which the relief fades towards the pole, where the globe would draw its last pixels out to rays. */
const POLAR_FADE = { from: -79, to: -84 };

const levels = await loadElevation();
const world = readJson(here('built/world.topo.json'));
const maskOf = landMasks(projectGeometry(sewDateLine(feature(world, world.objects.land).geometry)));

const tiles = [];
for (let z = 0; z <= MAX_ZOOM; z++)
	for (let y = 0; y < 2 ** z; y++)
		for (let x = 0; x < 2 ** z; x++) {
			const data = await reliefTile({ z, x, y });
			if (data) tiles.push({ z, x, y, data });
		}
const archive = writePmtiles(tiles, {
	minZoom: 0,
	maxZoom: MAX_ZOOM,
	format: 'webp',
	metadata: { name: 'Dateline relief', attribution: 'Made with Natural Earth' },
});
mkdirSync(root('static/basemap'), { recursive: true });
const name = archiveFile('relief', archive);
tellOf({
	relief: {
		archive: name,
		plain: PLAIN,
		tint: TINT.map((value) => Math.round(255 * value)),
		maxzoom: MAX_ZOOM,
		digests: archive.digests,
	},
});
console.log(
	`${name}: ${archive.entries} tiles, ${archive.bytes.length} bytes, largest tile ${archive.largest}`,
);

/** The picture of a tile; null where there is no land. */
async function reliefTile(tile) {
	const mask = maskOf(tile, SIZE, MARGIN);
	if (!mask.some((land) => land > 0)) return null;
	const shade = hillshade(levels, tile, SIZE);
	const pixels = Buffer.alloc(SIZE * SIZE * 4);
	let isSeen = false;
	for (let row = 0; row < SIZE; row++) {
		const fade = polarFade(tile, row);
		for (let column = 0; column < SIZE; column++) {
			const i = row * SIZE + column;
			const alpha = fade * inside(mask, row, column);
			const grey = PLAIN + shade[i] * (shade[i] < 0 ? PLAIN : 1 - PLAIN);
			isSeen ||= alpha > 0;
			const channels = [...TINT.map((tint) => (alpha > 0 ? grey : PLAIN) + tint), alpha];
			channels.forEach((value, c) => (pixels[4 * i + c] = Math.round(255 * Math.min(1, Math.max(0, value)))));
		}
	}
	if (!isSeen) return null;
	return sharp(pixels, { raw: { width: SIZE, height: SIZE, channels: 4 } })
		.webp({ quality: QUALITY[tile.z], alphaQuality: MASK_QUALITY, effort: 6 })
		.toBuffer();
}

/** 0 on the shore to 1 within the land, from the land in the pixels around. */
function inside(mask, row, column) {
	const span = SIZE + 2 * MARGIN;
	let land = 0;
	for (let y = row; y <= row + 2 * MARGIN; y++)
		for (let x = column; x <= column + 2 * MARGIN; x++) land += mask[y * span + x];
	const share = land / (2 * MARGIN + 1) ** 2;
	return Math.min(1, Math.max(0, (share - INSIDE) / (1 - INSIDE)));
}

function polarFade({ z, y }, row) {
	const v = (y + (row + 0.5) / SIZE) / 2 ** z;
	const lat = (Math.atan(Math.sinh(Math.PI * (1 - 2 * v))) * 180) / Math.PI;
	return Math.min(1, Math.max(0, (lat - POLAR_FADE.to) / (POLAR_FADE.from - POLAR_FADE.to)));
}
