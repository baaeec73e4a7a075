import { readFileSync } from 'node:fs';

export interface Basemap {
	/** File name of the PMTiles archive in `static/basemap/`; carries its hash. */
	archive: string;
	/** The same of the relief. */
	relief: { archive: string };
}

/** What the recipe in `geodata/` says of the archive it built. */
export function basemap(): Basemap {
	return JSON.parse(readFileSync('static/basemap/basemap.json', 'utf8')) as Basemap;
}
