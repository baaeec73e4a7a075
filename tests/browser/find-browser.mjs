import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { chromium } from 'playwright';

/**
 * Software WebGL on every machine, nothing asked of the network by the browser itself, and no sandbox, because
 * containers run as root. The browser opens nothing but the site under test.
 */
export const BROWSER_FLAGS = [
	'--no-sandbox',
	'--disable-dev-shm-usage',
	'--disable-quic',
	'--no-first-run',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
	'--use-gl=angle',
	'--use-angle=swiftshader',
	'--enable-unsafe-swiftshader',
];

/** Parts of the browser that the tests do without. */
const OFF = [
	// Playwright's own list, of which the switch takes the place.
	...['AimEnabled', 'AvoidCorsURLLoaderRestartOnRedirect', 'AvoidUnnecessaryBeforeUnloadCheckSync'],
	...['DestroyProfileOnBrowserClose', 'HttpsFirstBalancedModeAutoEnable', 'HttpsUpgrades', 'LensOverlay'],
	...['MediaRouter', 'NetworkTimeServiceQuerying', 'OptimizationHints', 'PaintHolding'],
	...['PreconnectToSearch', 'TcpPortRandomizationWin', 'ThirdPartyStoragePartitioning'],
	// Pages of the address bar, two for each window, that take a fifth of the time of a page load.
	...['WebUIOmniboxPopup', 'WebUIOmniboxAimPopup', 'WebUIOmniboxFullPopup'],
];

/**
 * For the tests, not for measuring: the page's own letters and boxes are painted and put together without WebGL, which in
 * software costs more than half of a page load.
 */
export const TEST_FLAGS = [
	...BROWSER_FLAGS,
	'--disable-gpu-rasterization',
	'--disable-gpu-compositing',
	`--disable-features=${OFF.join(',')}`,
];

const NAMES = [
	'chromium',
	'chromium-browser',
	'google-chrome',
	'google-chrome-stable',
	'chrome',
	'microsoft-edge',
];

/**
 * Places of system browsers that are not in PATH.
 *
 * @type {Partial<Record<NodeJS.Platform, string[]>>}
 */
const PLACES = {
	darwin: [
		'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
		'/Applications/Chromium.app/Contents/MacOS/Chromium',
		'/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
	],
	win32: ['ProgramFiles', 'ProgramFiles(x86)', 'LOCALAPPDATA'].flatMap((name) => {
		const folder = process.env[name];
		if (!folder) return [];
		return [
			path.join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe'),
			path.join(folder, 'Microsoft', 'Edge', 'Application', 'msedge.exe'),
		];
	}),
};

/**
 * Path of a Chromium or Chrome that starts: the one that `DATELINE_BROWSER` names, Playwright's own, the
 * system's, or, as a last resort, one that is installed here and now. Says what it does; throws if there is none.
 *
 * @param {(line: string) => void} say
 * @returns {string}
 */
export function findBrowser(say = (line) => console.log(line)) {
	const named = process.env.DATELINE_BROWSER;
	if (named) {
		if (starts(named)) return named;
		throw new Error(
			`DATELINE_BROWSER names "${named}", which does not start. It must be the path of a Chromium or Chrome.`,
		);
	}
	const present = installed();
	if (present) return present;

	say('No Chromium or Chrome found. Installing one for the browser tests …');
	for (const install of [installWithPlaywright, installWithApt]) {
		install(say);
		const found = installed();
		if (found) {
			say(`Installed ${found}.`);
			return found;
		}
	}
	throw new Error(
		'No browser for the browser tests, and none could be installed. Install Chromium or Chrome ' +
			'(Debian: apt-get install chromium) or set DATELINE_BROWSER to the path of one.',
	);
}

function installed() {
	return candidates().find(starts) ?? null;
}

function candidates() {
	const folders = (process.env.PATH ?? '').split(path.delimiter).filter(Boolean);
	const inPath = NAMES.flatMap((name) => folders.map((folder) => path.join(folder, name)));
	return [chromium.executablePath(), ...inPath, ...(PLACES[process.platform] ?? [])];
}

/**
 * Whether a browser is there and all the libraries that it needs. Windows opens a window on `--version`, so there
 * a file is enough.
 *
 * @param {string} file
 */
function starts(file) {
	if (!file || !existsSync(file)) return false;
	if (process.platform === 'win32') return true;
	return spawnSync(file, ['--version'], { stdio: 'ignore', timeout: 20_000 }).status === 0;
}

/** @param {(line: string) => void} say */
function installWithPlaywright(say) {
	run(say, 'npx', ['playwright', 'install', 'chromium'], {
		// Without a network its five tries of 30 s each would look like a test run that hangs.
		PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '10000',
	});
}

/** @param {(line: string) => void} say */
function installWithApt(say) {
	if (process.platform !== 'linux' || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return;
	const env = { DEBIAN_FRONTEND: 'noninteractive' };
	run(say, 'apt-get', ['update', '-q'], env);
	run(say, 'apt-get', ['install', '-y', '-q', '--no-install-recommends', 'chromium'], env);
}

/**
 * @param {(line: string) => void} say
 * @param {string} command
 * @param {string[]} args
 * @param {Record<string, string>} env
 */
function run(say, command, args, env) {
	say(`  ${command} ${args.join(' ')}`);
	const { status, stdout, stderr } = spawnSync(command, args, {
		encoding: 'utf8',
		env: { ...process.env, ...env },
		stdio: ['ignore', 'pipe', 'pipe'],
		shell: process.platform === 'win32',
		timeout: 600_000,
	});
	if (status === 0) return;
	const lastLines = `${stdout ?? ''}${stderr ?? ''}`.trim().split('\n').slice(-3);
	say(`  failed: ${lastLines.join('\n          ')}`);
}
