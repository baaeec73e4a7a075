import { readdirSync, writeFileSync } from 'node:fs';
import { here, readJson, readYaml } from './lib/paths.mjs';
import { compare } from './lib/source-units.mjs';

/** Entries of regions/*.yaml that are not regions. */
const OTHERS = new Set(['outlines.yaml']);

/** Parts that are coloured together with a country although they carry a code of their own. */
const TOGETHER = { CN: ['HK', 'MO'], FI: ['AX'] };

const world = readJson(here('built/world.topo.json'));
const known = new Set(
	world.objects.units.geometries.flatMap(({ id, properties }) => [id, properties.country]),
);
const sources = readdirSync(here('regions'))
	.filter((file) => file.endsWith('.yaml') && !OTHERS.has(file))
	.sort(compare)
	.flatMap((file) => readYaml(`regions/${file}`));
const byId = new Map(sources.map((entry) => [entry.id, entry]));

const regions = sources.map((entry) => ({
	id: entry.id,
	...(entry.m49 && { m49: entry.m49 }),
	kind: entry.kind,
	names: entry.names,
	aliases: entry.aliases ?? [],
	members: checked(entry, membersOf(entry)),
	...excludedOf(entry),
	...(entry.water && { water: true }),
	definition: entry.definition,
	...(entry.asOf && { asOf: String(entry.asOf) }),
	label: point(entry.label),
	outline: (entry.outline ?? frame(entry.box)).map(point),
}));
const outlines = Object.fromEntries(
	Object.entries(readYaml('regions/outlines.yaml').countries).map(([code, points]) => [
		code,
		points.map(point),
	]),
);
const labels = Object.fromEntries(
	Object.entries(readYaml('labels.yaml').countries).map(([code, at]) => [code, point(at)]),
);
writeFileSync(
	here('built/regions.json'),
	`${JSON.stringify({ regions, outlines, labels, together: TOGETHER }, null, '\t')}\n`,
);

function membersOf(entry) {
	const inherited = (entry.with ?? []).flatMap((id) => membersOf(find(id, entry)));
	return [...new Set([...inherited, ...entry.members])];
}

function excludedOf(entry) {
	const all = [
		...(entry.exclude ?? []),
		...(entry.with ?? []).flatMap((id) => find(id, entry).exclude ?? []),
	];
	const exclude = [...new Set(all)].filter((code) => !entry.members.includes(code));
	return exclude.length ? { exclude: checked(entry, exclude) } : {};
}

function find(id, entry) {
	if (!byId.has(id)) throw new Error(`regions: ${entry.id} builds on ${id}, which is no region`);
	return byId.get(id);
}

function checked(entry, codes) {
	const unknown = codes.filter((code) => !known.has(code));
	if (unknown.length)
		throw new Error(`regions: ${entry.id} names ${unknown.join(', ')}, which the map does not have`);
	return codes;
}

/** Corners and middles of the sides of a box, `[west, south, east, north]`. */
function frame([west, south, east, north]) {
	const middle = west + ((east - west + 360) % 360) / 2;
	const center = Number((middle > 180 ? middle - 360 : middle).toFixed(2));
	const row = (lat) => [
		[west, lat],
		[center, lat],
		[east, lat],
	];
	const between = (south + north) / 2;
	return [...row(south), [west, between], [east, between], ...row(north)];
}

function point([lon, lat]) {
	return { lat, lon };
}
