import { mkdirSync } from 'node:fs';
import { GeoJSONVT } from '@maplibre/geojson-vt';
import { fromGeojsonVt } from '@maplibre/vt-pbf';
import { feature } from 'topojson-client';
import { archiveFile, tellOf } from './lib/basemap-files.mjs';
import { sewDateLine } from './lib/date-line.mjs';
import { placeLabels, waterLabels } from './lib/labels.mjs';
import { countryFeatures, provinceFeatures } from './lib/territories.mjs';
import { readUrbanAreas } from './lib/urban.mjs';
import { here, readJson, readYaml, root } from './lib/paths.mjs';
import { projectGeometry } from './lib/mercator.mjs';
import { pointLayer } from './lib/point-layer.mjs';
import { writePmtiles } from './lib/pmtiles-writer.mjs';
import { untangle } from './lib/untangle.mjs';

const MAX_ZOOM = 6;
/** geojson-vt leaves its last zoom unsimplified, so its index goes one zoom deeper than we export. */
const INDEX = {
	maxZoom: MAX_ZOOM + 1,
	indexMaxZoom: 4,
	indexMaxPoints: 0,
	tolerance: 3,
	extent: 4096,
	// 12 px at a zoom's beginning: the style draws shores around land, 11 px to either side, and no tile's edge may show.
	buffer: 96,
	coordinates: 'unitSquare',
	wrap: false,
};
/** The globe of a story's first view is small: a line may be off by a pixel there (3.9 of 2048 steps in 512 pixels). */
const OVERVIEW_ZOOM = 2;
const OVERVIEW = {
	tolerance: 3.9,
	extent: 2048,
	buffer: 48,
	maxZoom: OVERVIEW_ZOOM + 1,
	indexMaxZoom: OVERVIEW_ZOOM,
};
const PROVINCE_LINES_FROM = 3;
/** Shapes for who draws on the map: not in first views, where they would cost more than they give. */
const COUNTRIES_FROM = 4;
const PROVINCES_FROM = 5;
/** The style shows rivers from zoom 2.5 on. */
const RIVER_ZOOMS = [2, 2, 3, 4, 4];
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
	urban: { from: 4, fields: {}, ...shapes([{ properties: {}, geometry: readUrbanAreas() }]) },
	lakes: { from: 0, fields: {}, ...shapes(feature(water, water.objects.lakes).features) },
	rivers: {
		from: 2,
		fields: { rank: 'Number' },
		...shapes(feature(water, water.objects.rivers).features, riverAt),
	},
	borders: {
		from: 0,
		fields: { kind: 'String', id: 'String', ...worldviewFields() },
		...shapes(feature(world, world.objects.borders).features, borderAt, withoutIds),
	},
	countries: { from: COUNTRIES_FROM, fields: { code: 'String' }, ...shapes(countryFeatures(world)) },
	provinces: {
		from: PROVINCES_FROM,
		fields: { code: 'String', country: 'String' },
		...shapes(provinceFeatures(world)),
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
		? Buffer.from(fromGeojsonVt(filled, { version: 2, extent: extentAt(z) }))
		: null;
}

function extentAt(z) {
	return z <= OVERVIEW_ZOOM ? OVERVIEW.extent : INDEX.extent;
}

/** A layer of lines or polygons. `isShown(properties, z)` thins it out by zoom. */
function shapes(features, isShown = () => true, forOverview = (data) => data) {
	const data = features.map(({ properties, geometry }) => ({
		type: 'Feature',
		properties,
		geometry: projectGeometry(geometry),
	}));
	const collection = { type: 'FeatureCollection', features: data };
	const fine = new GeoJSONVT(collection, INDEX);
	const coarse = new GeoJSONVT({ ...collection, features: forOverview(data) }, { ...INDEX, ...OVERVIEW });
	return {
		tile(z, x, y) {
			const tile = (z <= OVERVIEW_ZOOM ? coarse : fine).getTile(z, x, y);
			const shown = tile?.features.filter(({ tags }) => isShown(tags ?? {}, z)) ?? [];
			return tile && { ...tile, features: shown.map(withoutLoops).filter(({ geometry }) => geometry.length) };
		},
	};
}

/** In the first view each line's own id would weigh more than the line: those that are drawn alike are one. */
function withoutIds(data) {
	const alike = new Map();
	for (const { properties, geometry } of data) {
		const { id: _id, ...kinds } = properties;
		const key = JSON.stringify(kinds);
		const known = alike.get(key) ?? {
			type: 'Feature',
			properties: kinds,
			geometry: { type: 'MultiLineString', coordinates: [] },
		};
		const lines = geometry.type === 'LineString' ? [geometry.coordinates] : geometry.coordinates;
		known.geometry.coordinates.push(...lines);
		alike.set(key, known);
	}
	return [...alike.values()];
}

function withoutLoops(tileFeature) {
	if (tileFeature.type !== POLYGON) return tileFeature;
	return { ...tileFeature, geometry: tileFeature.geometry.map(untangle).filter(Boolean) };
}

function riverAt({ rank }, z) {
	return z >= RIVER_ZOOMS[rank];
}

/** Lines of provinces come late, unless a worldview makes more of them. */
function borderAt({ id: _id, ...kinds }, z) {
	return (
		z >= PROVINCE_LINES_FROM || Object.values(kinds).some((kind) => kind !== 'province' && kind !== 'none')
	);
}

/** How each worldview draws a line, where it differs from `kind`. */
function worldviewFields() {
	return Object.fromEntries(readYaml('worldviews.yaml').map(({ id }) => [id, 'String']));
}

function labelLayers() {
	const { country_labels, province_labels, places } = placeLabels();
	const names = { name: 'String', name_de: 'String', name_zh: 'String', name_ru: 'String' };
	return {
		country_labels: {
			from: 0,
			fields: { code: 'String', rank: 'Number', ...names },
			...pointLayer(country_labels, extentAt),
		},
		province_labels: {
			from: 4,
			fields: { code: 'String', rank: 'Number', ...names },
			...pointLayer(province_labels, extentAt),
		},
		places: {
			from: 2,
			fields: { id: 'String', rank: 'Number', capital: 'String', ...names },
			...pointLayer(places, extentAt),
		},
		water_labels: {
			from: 0,
			fields: { kind: 'String', rank: 'Number', angle: 'Number', ...names },
			...pointLayer(waterLabels(), extentAt),
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
	mkdirSync(root('static/basemap'), { recursive: true });
	const name = archiveFile('world', archive);
	tellOf({
		archive: name,
		attribution: ATTRIBUTION,
		digests: archive.digests,
		layers: Object.fromEntries(described.map(({ id, ...layer }) => [id, layer])),
	});
	console.log(
		`${name}: ${archive.entries} tiles, ${archive.bytes.length} bytes, largest tile ${archive.largest}`,
	);
}
