import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { GeoJSONVT } from '@maplibre/geojson-vt';
import { fromGeojsonVt } from '@maplibre/vt-pbf';
import { feature, mergeArcs } from 'topojson-client';
import { coastLines } from './lib/coast.mjs';
import { sewDateLine } from './lib/date-line.mjs';
import { placeLabels, waterLabels } from './lib/labels.mjs';
import { here, readJson, root } from './lib/paths.mjs';
import { projectGeometry } from './lib/mercator.mjs';
import { pointLayer } from './lib/point-layer.mjs';
import { writePmtiles } from './lib/pmtiles-writer.mjs';
import { compare } from './lib/source-units.mjs';
import { untangle } from './lib/untangle.mjs';

const MAX_ZOOM = 6;
/** geojson-vt leaves its last zoom unsimplified, so its index goes one zoom deeper than we export. */
const INDEX = {
	maxZoom: MAX_ZOOM + 1,
	indexMaxZoom: 4,
	indexMaxPoints: 0,
	tolerance: 3,
	extent: 4096,
	buffer: 64,
	coordinates: 'unitSquare',
	wrap: false,
};
/** The globe of a story's first view is small: a line may be off by a pixel there (6 of 4096 steps in 512 pixels). */
const OVERVIEW_ZOOM = 2;
const OVERVIEW = { tolerance: 6, maxZoom: OVERVIEW_ZOOM + 1, indexMaxZoom: OVERVIEW_ZOOM };
const PROVINCE_LINES_FROM = 3;
const COUNTRIES_FROM = 3;
const RIVER_ZOOMS = [0, 2, 3, 4, 4];
/** Geometry type in geojson-vt's tiles. */
const POLYGON = 3;
const ATTRIBUTION = {
	de: 'Karte: Natural Earth · Orte: © GeoNames (CC BY 4.0) · Namen: Unicode CLDR',
	en: 'Made with Natural Earth · Places © GeoNames (CC BY 4.0) · Names: Unicode CLDR',
};

const world = readJson(here('built/world.topo.json'));
const water = readJson(here('built/water.topo.json'));

/** Layers in the order of drawing: `fields` for the metadata, `from` the first zoom, `tile(z, x, y)` in geojson-vt's form. */
const layers = {
	land: {
		from: 0,
		fields: {},
		...shapes([{ properties: {}, geometry: sewDateLine(feature(world, world.objects.land).geometry) }]),
	},
	coast: { from: 0, fields: {}, ...shapes([{ properties: {}, geometry: coastLines(world) }]) },
	countries: { from: COUNTRIES_FROM, fields: { code: 'String' }, ...shapes(countries()) },
	lakes: { from: 0, fields: {}, ...shapes(feature(water, water.objects.lakes).features) },
	rivers: {
		from: 0,
		fields: { rank: 'Number' },
		...shapes(feature(water, water.objects.rivers).features, riverAt),
	},
	borders: {
		from: 0,
		fields: { kind: 'String' },
		...shapes(feature(world, world.objects.borders).features, borderAt),
	},
	...labelLayers(),
};

const tiles = [];
for (let z = 0; z <= MAX_ZOOM; z++)
	for (let x = 0; x < 2 ** z; x++)
		for (let y = 0; y < 2 ** z; y++) {
			const data = tileData(z, x, y);
			if (data) tiles.push({ z, x, y, data });
		}
writeArchive(tiles);

function tileData(z, x, y) {
	const filled = {};
	for (const [name, layer] of Object.entries(layers)) {
		const tile = z >= layer.from ? layer.tile(z, x, y) : null;
		if (tile?.features.length) filled[name] = tile;
	}
	return Object.keys(filled).length
		? Buffer.from(fromGeojsonVt(filled, { version: 2, extent: INDEX.extent }))
		: null;
}

/** A layer of lines or polygons. `isShown(properties, z)` thins it out by zoom. */
function shapes(features, isShown = () => true) {
	const data = features.map(({ properties, geometry }) => ({
		type: 'Feature',
		properties,
		geometry: projectGeometry(geometry),
	}));
	const collection = { type: 'FeatureCollection', features: data };
	const fine = new GeoJSONVT(collection, INDEX);
	const coarse = new GeoJSONVT(collection, { ...INDEX, ...OVERVIEW });
	return {
		tile(z, x, y) {
			const tile = (z <= OVERVIEW_ZOOM ? coarse : fine).getTile(z, x, y);
			const shown = tile?.features.filter(({ tags }) => isShown(tags ?? {}, z)) ?? [];
			return tile && { ...tile, features: shown.map(withoutLoops).filter(({ geometry }) => geometry.length) };
		},
	};
}

function withoutLoops(tileFeature) {
	if (tileFeature.type !== POLYGON) return tileFeature;
	return { ...tileFeature, geometry: tileFeature.geometry.map(untangle).filter(Boolean) };
}

function riverAt({ rank }, z) {
	return z >= RIVER_ZOOMS[rank];
}

function borderAt({ kind }, z) {
	return kind !== 'province' || z >= PROVINCE_LINES_FROM;
}

function countries() {
	const members = new Map();
	for (const geometry of world.objects.units.geometries) {
		const { country } = geometry.properties;
		if (members.has(country)) members.get(country).push(geometry);
		else members.set(country, [geometry]);
	}
	return [...members.keys()].sort(compare).map((code) => ({
		properties: { code },
		geometry: sewDateLine(feature(world, mergeArcs(world, members.get(code))).geometry),
	}));
}

function labelLayers() {
	const { country_labels, province_labels, places } = placeLabels();
	const names = { name: 'String', name_de: 'String', name_zh: 'String', name_ru: 'String' };
	return {
		country_labels: {
			from: 0,
			fields: { code: 'String', rank: 'Number', ...names },
			...pointLayer(country_labels),
		},
		province_labels: {
			from: 4,
			fields: { code: 'String', rank: 'Number', ...names },
			...pointLayer(province_labels),
		},
		places: {
			from: 2,
			fields: { id: 'String', rank: 'Number', capital: 'String', ...names },
			...pointLayer(places),
		},
		water_labels: {
			from: 0,
			fields: { kind: 'String', rank: 'Number', angle: 'Number', ...names },
			...pointLayer(waterLabels()),
		},
	};
}

function writeArchive(content) {
	const described = Object.entries(layers).map(([id, { from, fields }]) => ({
		id,
		minzoom: from,
		maxzoom: MAX_ZOOM,
		fields,
	}));
	const archive = writePmtiles(content, {
		minZoom: 0,
		maxZoom: MAX_ZOOM,
		metadata: { name: 'Dateline basemap', attribution: ATTRIBUTION.en, vector_layers: described },
	});
	const folder = root('static/basemap');
	mkdirSync(folder, { recursive: true });
	for (const file of readdirSync(folder)) if (/^world-.*\.pmtiles$/.test(file)) rmSync(`${folder}/${file}`);
	const name = `world-${archive.digest.slice(0, 8)}.pmtiles`;
	writeFileSync(`${folder}/${name}`, archive.bytes);
	const about = {
		archive: name,
		attribution: ATTRIBUTION,
		layers: Object.fromEntries(described.map(({ id, ...layer }) => [id, layer])),
	};
	writeFileSync(`${folder}/basemap.json`, `${JSON.stringify(about, null, '\t')}\n`);
	console.log(
		`${name}: ${archive.entries} tiles, ${archive.bytes.length} bytes, largest tile ${archive.largest}`,
	);
}
