import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { here } from './lib/paths.mjs';

const PACKAGE = 'libgeonames-common';
const FOLDER = here('downloads');

/**
 * Puts the translated city names of Debian's `libgeonames-common` into `downloads/geonames`, unless they are there.
 * Needs `apt-get` and `dpkg-deb`; without them it says how to get the file by hand.
 */
function fetchGeonames() {
	if (existsSync(`${FOLDER}/geonames/usr/share/locale/de/LC_MESSAGES/geonames.mo`)) return;
	mkdirSync(FOLDER, { recursive: true });
	try {
		if (!archive())
			execFileSync('apt-get', ['download', PACKAGE], { cwd: FOLDER, stdio: ['ignore', 'ignore', 'inherit'] });
		execFileSync('dpkg-deb', ['-x', archive(), `${FOLDER}/geonames`]);
	} catch (cause) {
		throw new Error(
			`geodata needs the city names in Debian's package ${PACKAGE} (GeoNames, CC BY 4.0) and could not fetch it with apt-get. ` +
				`Download ${PACKAGE}_0.3.0-1_all.deb from a Debian bookworm mirror, put it into geodata/downloads/ and run the build ` +
				'again. Without dpkg-deb, unpack it there (`ar x`, then `tar -xf data.tar.xz`) into geodata/downloads/geonames/.',
			{ cause },
		);
	}
}

function archive() {
	const name = readdirSync(FOLDER).find((file) => file.startsWith(`${PACKAGE}_`) && file.endsWith('.deb'));
	return name && `${FOLDER}/${name}`;
}

fetchGeonames();
