import { readFileSync } from 'node:fs';
import { createWorld, type World } from '#lib/compiler/index.ts';
import { createGazetteer, type Gazetteer } from '#lib/gazetteer/index.ts';

const BUILT = 'geodata/built';

let loaded: { gazetteer: Gazetteer; world: World } | undefined;

/** The gazetteer and the shapes of the world, read from `geodata/built` once. */
export function loadWorld(): { gazetteer: Gazetteer; world: World } {
	loaded ??= {
		gazetteer: createGazetteer({
			placesTsv: read('places.tsv'),
			namesTsv: read('names.tsv'),
			regions: JSON.parse(read('regions.json')),
		}),
		world: createWorld(JSON.parse(read('world.topo.json'))),
	};
	return loaded;
}

function read(name: string): string {
	return readFileSync(`${BUILT}/${name}`, 'utf8');
}
