import { writeFileSync } from 'node:fs';
import { here, readJson, readYaml } from './lib/paths.mjs';

const worldviews = readYaml('worldviews.yaml');
const { objects } = readJson(here('built/world.topo.json'));

const units = objects.units.geometries;
const codes = new Set(units.flatMap(({ id, properties }) => [id, properties.country]));
for (const { id, gives, unnamed = [], renamed = {} } of worldviews)
	for (const code of [id, ...Object.entries(gives).flat(), ...unnamed, ...Object.keys(renamed)])
		if (!codes.has(code))
			throw new Error(`worldviews.yaml: ${id} names ${code}, which is no unit and no country`);

const built = worldviews.map(({ lines: _lines, ...worldview }) => worldview);
writeFileSync(here('built/worldviews.json'), `${JSON.stringify(built, null, '\t')}\n`);
