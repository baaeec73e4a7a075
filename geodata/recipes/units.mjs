import { mkdirSync, writeFileSync } from 'node:fs';
import { topology } from 'topojson-server';
import { feature, mergeArcs, quantize } from 'topojson-client';
import { here, readYaml } from './lib/paths.mjs';
import { polygonContains, polygonsOf, ringArea, ringBox } from './lib/planar.mjs';
import { compare, loadSourceUnits } from './lib/source-units.mjs';
import { simplifyTopology } from './lib/simplify.mjs';
import { borderKinds } from './lib/borders.mjs';

/** Corners of the source that are this close are the same: 1e-5 degrees, about a metre. */
const SOURCE_GRID = 3.6e7;
/** Steps across the world in the file that is shipped: 0.0036 degrees, a third of a pixel at zoom 6. */
const SHIPPED_GRID = 1e5;

const { units } = loadSourceUnits();
const separate = topology({ units: collection(units.map(toFeature)) }, SOURCE_GRID);
const joined = collection(joinUnits(separate).map((geometry) => feature(separate, geometry)));
const world = simplifyTopology(topology({ units: joined }, SOURCE_GRID));
const borders = borderKinds(readYaml('disputed.yaml'), readYaml('worldviews.yaml'), world);

world.objects.borders = {
	type: 'GeometryCollection',
	geometries: borders.geometries(),
};
world.objects.land = mergeArcs(world, world.objects.units.geometries);
keepSmallest(world);
for (const id of borders.unused()) console.warn(`disputed.yaml: ${id} meets no line of ours`);

mkdirSync(here('built'), { recursive: true });
const shipped = quantize(dropUnusedArcs(world), SHIPPED_GRID);
writeFileSync(here('built/world.topo.json'), `${JSON.stringify(shipped)}\n`);

/** Units that the shipped grid would squash (the Vatican is half a step wide) become a diamond of three steps. */
function keepSmallest(topo) {
	const step = 360 / SHIPPED_GRID;
	for (const geometry of topo.objects.units.geometries) {
		const polygons = polygonsOf(feature(topo, geometry).geometry);
		if (polygons.some(([outer]) => ringArea(outer) > 2 * step * step)) continue;
		const { west, south, east, north } = ringBox(polygons[0][0]);
		const [lon, lat] = [(west + east) / 2, (south + north) / 2];
		const reach = 1.5 * step;
		const ring = [
			[lon - reach, lat],
			[lon, lat + reach],
			[lon + reach, lat],
			[lon, lat - reach],
			[lon - reach, lat],
		];
		geometry.type = 'Polygon';
		const arc = topo.arcs.push(ring) - 1;
		geometry.arcs = [[arc]];
		cutOut(topo, geometry, ring, arc);
	}
}

/** Makes the ring a hole of the unit that surrounds it, in the place of the hole that was there. */
function cutOut(topo, small, ring, arc) {
	for (const geometry of topo.objects.units.geometries) {
		if (geometry === small) continue;
		const shapes = geometry.type === 'Polygon' ? [geometry.arcs] : geometry.arcs;
		polygonsOf(feature(topo, geometry).geometry).forEach(([outer, ...holes], p) => {
			if (!ring.every(([lon, lat]) => polygonContains([outer], lon, lat))) return;
			const others = shapes[p].slice(1).filter((_, h) => !isAround(ringBox(holes[h]), ring[0], ring[2]));
			shapes[p].splice(1, Infinity, ...others, [~arc]);
		});
	}
}

/** Whether the middle of a box lies between the western and the eastern end of a diamond. */
function isAround({ west, east, south, north }, [from, lat], [to]) {
	const [lon, middle] = [(west + east) / 2, (south + north) / 2];
	return lon > from && lon < to && Math.abs(middle - lat) < to - from;
}

function toFeature(unit) {
	return { type: 'Feature', id: unit.group, properties: { country: unit.country }, geometry: unit.geometry };
}

/** One geometry for each group of source units, sorted by id, so that inner lines vanish. */
function joinUnits(source) {
	const groups = new Map();
	for (const geometry of source.objects.units.geometries) {
		if (groups.has(geometry.id)) groups.get(geometry.id).push(geometry);
		else groups.set(geometry.id, [geometry]);
	}
	const geometries = [...groups].map(([id, members]) => {
		const countries = new Set(members.map((member) => member.properties.country));
		if (countries.size > 1) throw new Error(`${id} belongs to ${[...countries].join(' and ')}`);
		const merged =
			members.length > 1 ? mergeArcs(source, members) : { type: members[0].type, arcs: members[0].arcs };
		return { ...merged, id, properties: { country: [...countries][0] } };
	});
	return geometries.sort((a, b) => compare(a.id, b.id));
}

function collection(features) {
	return { type: 'FeatureCollection', features };
}

/** Renumbers the arcs so that only those in use remain. */
function dropUnusedArcs(topo) {
	const index = new Map();
	const arcs = [];
	const renumber = (item) => {
		if (Array.isArray(item)) return item.map(renumber);
		const arc = item < 0 ? ~item : item;
		if (!index.has(arc)) index.set(arc, arcs.push(topo.arcs[arc]) - 1);
		return item < 0 ? ~index.get(arc) : index.get(arc);
	};
	const geometryOf = (geometry) =>
		geometry.type === 'GeometryCollection'
			? { ...geometry, geometries: geometry.geometries.map(geometryOf) }
			: geometry.arcs
				? { ...geometry, arcs: renumber(geometry.arcs) }
				: geometry;
	const objects = Object.fromEntries(
		Object.entries(topo.objects).map(([name, object]) => [name, geometryOf(object)]),
	);
	return { ...topo, objects, arcs };
}
