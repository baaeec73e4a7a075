import { feature } from 'topojson-client';
import { here, readJson, readYaml } from './paths.mjs';

/** A river label farther than this from every line, in degrees, is a mistake in the list. */
const FARTHEST = 0.35;
/** The angle is taken over this much of the line on either side, in degrees: about the length of a word at zoom 5. */
const REACH = 0.45;

/** Waters of `water-labels.yaml`, with river points moved onto their lines: `{ kind, id, rank, names, also, points }`. */
export function loadWaterLabels() {
	const water = readJson(here('built/water.topo.json'));
	const world = readJson(here('built/world.topo.json'));
	const lines = {
		rivers: linesOf(water, water.objects.rivers),
		borders: linesOf(world, world.objects.borders),
	};
	return Object.entries(readYaml('water-labels.yaml')).flatMap(([kind, entries]) =>
		entries.map(({ id, rank, at, on = 'rivers', also = [], ...names }) => ({
			kind,
			id,
			rank,
			names,
			also,
			points: at.map(([lon, lat]) =>
				kind === 'river' ? pointOnLine(lines[on], lon, lat, id) : { lon, lat },
			),
		})),
	);
}

function linesOf(topo, object) {
	return feature(topo, object).features.flatMap(({ geometry }) =>
		geometry.type === 'LineString' ? [geometry.coordinates] : geometry.coordinates,
	);
}

/** The nearest point of the lines and the angle there, in degrees clockwise from reading left to right. */
function pointOnLine(lines, lon, lat, id) {
	const k = Math.cos((lat * Math.PI) / 180);
	let best = { distance: Infinity };
	for (const line of lines)
		for (let i = 1; i < line.length; i++) {
			const [ax, ay] = line[i - 1];
			const [bx, by] = line[i];
			const dx = (bx - ax) * k;
			const dy = by - ay;
			const along = ((lon - ax) * k * dx + (lat - ay) * dy) / (dx * dx + dy * dy || 1);
			const t = Math.max(0, Math.min(1, along));
			const x = ax + t * (bx - ax);
			const y = ay + t * dy;
			const distance = Math.hypot((lon - x) * k, lat - y);
			if (distance < best.distance) best = { distance, line, i, lon: x, lat: y };
		}
	if (best.distance > FARTHEST)
		throw new Error(
			`water-labels.yaml: ${id} at ${lon},${lat} is ${best.distance.toFixed(2)} degrees from every line`,
		);
	return { lon: round(best.lon), lat: round(best.lat), angle: angleAt(best, k) };
}

function angleAt({ line, i, lon, lat }, k) {
	const walk = (from, step) => {
		let index = from;
		while (line[index + step] && Math.hypot((line[index][0] - lon) * k, line[index][1] - lat) < REACH)
			index += step;
		return line[index];
	};
	const [ax, ay] = walk(i - 1, -1);
	const [bx, by] = walk(i, 1);
	const degrees = (Math.atan2(-(by - ay), (bx - ax) * k) * 180) / Math.PI;
	const readable = degrees > 90 ? degrees - 180 : degrees <= -90 ? degrees + 180 : degrees;
	return Math.round(readable);
}

const round = (degrees) => Math.round(degrees * 1e4) / 1e4;
