import { readFileSync } from 'node:fs';
import { contentFault } from './archive-fault';

const FOLDER = 'static/basemap';
const ABOUT = `${FOLDER}/basemap.json`;

export interface Basemap {
	/** File name of the PMTiles archive in `static/basemap/`; carries its hash. */
	archive: string;
	/** The same of the relief. */
	relief: { archive: string };
}

/**
 * What the recipe in `geodata/` says of the archive it built.
 *
 * @throws with what to do, where that cannot be read: no page could be made
 */
export function basemap(): Basemap {
	try {
		return JSON.parse(readFileSync(ABOUT, 'utf8')) as Basemap;
	} catch (error) {
		throw new Error(`${ABOUT} cannot be read (${String(error)}). ${cure(ABOUT)}`, { cause: error });
	}
}

/**
 * What is wrong with the archives of the world in the box, each with what to do. The site is built all the same: where the
 * live map cannot be drawn, the still maps stand in.
 */
export function worldFaults(folder = FOLDER): string[] {
	const about = `${folder}/basemap.json`;
	let named: string[];
	try {
		named = archivesIn(JSON.parse(readFileSync(about, 'utf8')));
	} catch (error) {
		return [`${about} cannot be read (${String(error)}). ${cure(about)}`];
	}
	if (!named.length) return [`${about} names no archive. ${cure(about)}`];
	return named.flatMap((name) => {
		const path = `${folder}/${name}`;
		const fault = contentFault(path);
		if (!fault) return [];
		const namer = fault === 'is not there' ? `, though ${about} names it` : '';
		return [`${path} ${fault}${namer}. Until it is mended readers see still maps. ${cure(path, fault)}`];
	});
}

/** File names of archives, wherever they stand. */
function archivesIn(about: unknown): string[] {
	if (typeof about === 'string') return about.endsWith('.pmtiles') ? [about] : [];
	return about && typeof about === 'object' ? Object.values(about).flatMap(archivesIn) : [];
}

function cure(path: string, fault = ''): string {
	if (fault.includes('Git LFS')) return `Fetch it: git lfs pull`;
	return `Bring it back, git checkout ${path}, or build the world anew: npm run geodata`;
}
