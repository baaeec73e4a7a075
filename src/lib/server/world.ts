import { readFileSync } from 'node:fs';
import { createWorld, type World } from '#lib/compiler/index.ts';
import { createGazetteer, type Gazetteer, type Worldview } from '#lib/gazetteer/index.ts';

const BUILT = 'geodata/built';

/** All that stories are made of. */
export interface Sources {
	gazetteer: Gazetteer;
	world: World;
	worldviews: Worldview[];
}

let loaded: Sources | undefined;

/** The gazetteer, the shapes of the world and the worldviews, read from `geodata/built` once. */
export function loadWorld(): Sources {
	loaded ??= {
		gazetteer: createGazetteer({
			placesTsv: read('places.tsv'),
			namesTsv: read('names.tsv'),
			regions: JSON.parse(read('regions.json')),
		}),
		world: createWorld(JSON.parse(read('world.topo.json'))),
		worldviews: JSON.parse(read('worldviews.json')),
	};
	return loaded;
}

function read(name: string): string {
	return readFileSync(`${BUILT}/${name}`, 'utf8');
}
