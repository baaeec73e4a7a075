import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { here } from './lib/paths.mjs';

const FOLDER = here('downloads');

/** What we take from Debian bookworm: unpacked into `folder`, and there when the file `proof` is. */
const PACKAGES = [
	{
		name: 'libgeonames-common',
		file: 'libgeonames-common_0.3.0-1_all.deb',
		what: 'the city names (GeoNames, CC BY 4.0)',
		folder: 'geonames',
		proof: 'usr/share/locale/de/LC_MESSAGES/geonames.mo',
	},
	{
		name: 'marble-qt-data',
		file: 'marble-qt-data_22.12.3-1_all.deb',
		what: 'the elevation (Natural Earth, public domain)',
		folder: 'marble',
		proof: 'usr/share/marble/data/maps/earth/srtm/3/000000/000000_000000.jpg',
	},
];

/**
 * Puts what is in a Debian package into a folder of `downloads/`, unless it is there. Needs `apt-get` and `dpkg-deb`; without
 * them it says how to get the file by hand.
 */
function fetchPackage({ name, file, what, folder, proof }) {
	if (existsSync(`${FOLDER}/${folder}/${proof}`)) return;
	mkdirSync(FOLDER, { recursive: true });
	try {
		if (!archive(name))
			execFileSync('apt-get', ['download', name], { cwd: FOLDER, stdio: ['ignore', 'ignore', 'inherit'] });
		execFileSync('dpkg-deb', ['-x', archive(name), `${FOLDER}/${folder}`]);
	} catch (cause) {
		throw new Error(
			`geodata needs ${what} in Debian's package ${name} and could not fetch it with apt-get. ` +
				`Download ${file} from a Debian bookworm mirror, put it into geodata/downloads/ and run the build ` +
				`again. Without dpkg-deb, unpack it there (\`ar x\`, then \`tar -xf data.tar.xz\`) into geodata/downloads/${folder}/.`,
			{ cause },
		);
	}
}

function archive(name) {
	const found = readdirSync(FOLDER).find((file) => file.startsWith(`${name}_`) && file.endsWith('.deb'));
	return found && `${FOLDER}/${found}`;
}

PACKAGES.forEach(fetchPackage);
