/** How a reader wants every page to be; kept in the browser, never sent anywhere. */
export interface Settings {
	/** `system` follows the device, and so do the contrast's. */
	theme: 'system' | 'light' | 'dark';
	contrast: 'system' | 'less' | 'more';
	/** Size of all type, against the browser's own. */
	text: 'small' | 'normal' | 'large' | 'larger';
	/** Whether single keys act; who dictates or slips on keys switches them off (WCAG 2.1.4). */
	keys: 'on' | 'off';
}

/** Every value of every setting, in the order in which they are offered. */
export const CHOICES = {
	theme: ['system', 'light', 'dark'],
	contrast: ['system', 'less', 'more'],
	text: ['small', 'normal', 'large', 'larger'],
	keys: ['on', 'off'],
} as const satisfies { [K in keyof Settings]: readonly Settings[K][] };

export const DEFAULTS: Readonly<Settings> = {
	theme: 'system',
	contrast: 'system',
	text: 'normal',
	keys: 'on',
};

/** Where the browser keeps them; `app.html` reads the same entry before the first paint. */
export const STORAGE_KEY = 'dateline-settings';

/** Reads what was kept. Whatever is missing, unknown or broken is as the default has it. */
export function parseSettings(kept: string | null): Settings {
	const found = readObject(kept);
	const settings: Record<string, string> = { ...DEFAULTS };
	for (const [name, values] of Object.entries(CHOICES) as [string, readonly string[]][]) {
		const value = found[name];
		if (typeof value === 'string' && values.includes(value)) settings[name] = value;
	}
	return settings as unknown as Settings;
}

/** Only what differs from the defaults is kept, so that a later default reaches those who never chose. */
export function serializeSettings(settings: Settings): string {
	return JSON.stringify(
		Object.fromEntries(
			Object.entries(settings).filter(([name, value]) => value !== DEFAULTS[name as keyof Settings]),
		),
	);
}

/** The `data-*` attributes of the page's root for the settings, `undefined` where there is to be none. */
export function rootAttributes({ theme, contrast, text }: Settings): Record<string, string | undefined> {
	return {
		theme: theme === 'system' ? undefined : theme,
		contrast: contrast === 'system' ? undefined : contrast,
		text: text === 'normal' ? undefined : text,
	};
}

function readObject(text: string | null): Record<string, unknown> {
	try {
		const value: unknown = JSON.parse(text ?? '{}');
		return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
	} catch {
		return {};
	}
}
