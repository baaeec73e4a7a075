import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { readJson, root } from './paths.mjs';

const FOLDER = root('static/basemap');
const ABOUT = `${FOLDER}/basemap.json`;

/**
 * Writes an archive under a name that carries its digest, so that hosts may cache it for ever, in the place of the one
 * before. Returns the name.
 */
export function archiveFile(kind, { digest, bytes }) {
	for (const file of readdirSync(FOLDER))
		if (file.startsWith(`${kind}-`) && file.endsWith('.pmtiles')) rmSync(`${FOLDER}/${file}`);
	const name = `${kind}-${digest.slice(0, 8)}.pmtiles`;
	writeFileSync(`${FOLDER}/${name}`, bytes);
	return name;
}

/** Notes in `basemap.json` what the page must know of the archives; what is noted of the other archive stays. */
export function tellOf(news) {
	const about = { ...(existsSync(ABOUT) ? readJson(ABOUT) : {}), ...news };
	const { archive, attribution, digests, layers, relief } = about;
	writeFileSync(ABOUT, `${JSON.stringify({ archive, relief, attribution, digests, layers }, null, '\t')}\n`);
}
