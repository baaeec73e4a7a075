import type { LonLat } from '#lib/story/index.ts';

export const LABEL_LANGUAGES = ['de', 'en', 'zh', 'ru'] as const;
export const PROJECTIONS = ['globe', 'flat'] as const;
export const THEMES = ['system', 'light', 'dark'] as const;

/** How the page `/world/` shows the map; all of it stands in the address. */
export interface WorldView {
	lang: (typeof LABEL_LANGUAGES)[number];
	projection: (typeof PROJECTIONS)[number];
	theme: (typeof THEMES)[number];
	center: LonLat;
	zoom: number;
	/** Whether search and controls are there; without them the picture is the map alone. */
	panel: boolean;
}

export const WORLD: Readonly<WorldView> = {
	lang: 'en',
	projection: 'globe',
	theme: 'system',
	center: { lon: 100, lat: 30 },
	zoom: 1.7,
	panel: true,
};

/** Reads `#lang=zh&projection=flat&theme=dark&at=45.8,126.5,4.7` (latitude, longitude, zoom); what cannot be read is as in `WORLD`. */
export function readView(hash: string): WorldView {
	const given = new URLSearchParams(hash.replace(/^#/, ''));
	const one = <T extends string>(name: string, values: readonly T[], otherwise: T): T =>
		values.find((value) => value === given.get(name)) ?? otherwise;
	const [lat, lon, zoom] = (given.get('at') ?? '').split(',').map(Number);
	const isPlace = [lat, lon, zoom].every((number) => Number.isFinite(number));
	return {
		lang: one('lang', LABEL_LANGUAGES, WORLD.lang),
		projection: one('projection', PROJECTIONS, WORLD.projection),
		theme: one('theme', THEMES, WORLD.theme),
		center: isPlace ? { lon: clamp(lon!, 180), lat: clamp(lat!, 90) } : WORLD.center,
		zoom: isPlace ? clamp(zoom!, 22) : WORLD.zoom,
		panel: given.get('panel') !== 'off',
	};
}

/** The address of a view, with `#`; what is as in `WORLD` is left out, but for the place. */
export function writeView({ lang, projection, theme, center, zoom, panel }: WorldView): string {
	const parts = [
		lang !== WORLD.lang && `lang=${lang}`,
		projection !== WORLD.projection && `projection=${projection}`,
		theme !== WORLD.theme && `theme=${theme}`,
		`at=${[center.lat, center.lon, zoom].map((number) => Number(number.toFixed(2))).join(',')}`,
		!panel && 'panel=off',
	];
	return `#${parts.filter(Boolean).join('&')}`;
}

/** `45.80° N 126.50° E, zoom 4.7` */
export function viewInWords({ center: { lat, lon }, zoom }: Pick<WorldView, 'center' | 'zoom'>): string {
	const degrees = (value: number, plus: string, minus: string) =>
		`${Math.abs(value).toFixed(2)}° ${value < 0 ? minus : plus}`;
	return `${degrees(lat, 'N', 'S')} ${degrees(lon, 'E', 'W')}, zoom ${zoom.toFixed(1)}`;
}

function clamp(value: number, most: number): number {
	return Math.max(-most, Math.min(most, value));
}
