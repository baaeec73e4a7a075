import {
	DEFAULTS,
	parseSettings,
	rootAttributes,
	serializeSettings,
	STORAGE_KEY,
	type Settings,
} from '#lib/runtime/settings.ts';

const settings = $state<Settings>({ ...DEFAULTS });

/** The reader's settings, the same for all components of a page. */
export const chosen: Readonly<Settings> = settings;

/** The end of a still map's address that tells the picture of the contrast which the reader chose. */
export function stillFragment(): string {
	return settings.contrast === 'system' ? '' : `#${settings.contrast}`;
}

/** Takes over what the browser has kept; a browser that forbids storage starts from the defaults. */
export function restoreSettings(): void {
	try {
		Object.assign(settings, parseSettings(localStorage.getItem(STORAGE_KEY)));
	} catch {
		// Storage is forbidden: the choice holds for this page.
	}
	applyToPage();
}

/** Sets one setting, applies it, and keeps it where the browser allows. */
export function choose<K extends keyof Settings>(name: K, value: Settings[K]): void {
	settings[name] = value;
	applyToPage();
	try {
		localStorage.setItem(STORAGE_KEY, serializeSettings(settings));
	} catch {
		// As above.
	}
}

function applyToPage(): void {
	const { dataset } = document.documentElement;
	for (const [name, value] of Object.entries(rootAttributes(settings))) {
		if (value === undefined) delete dataset[name];
		else dataset[name] = value;
	}
}
