import type { Measurement } from './measure';

/** What must at least hold, as shares of one. Raise them when the figures rise; never lower them in silence. */
export const FLOORS = {
	names: { de: 0.94, en: 0.92, ru: 0.95, zh: 0.94 } as Record<string, number>,
	ambiguous: 0.87,
	noPlaces: 0.94,
	news: {
		'dev/de': { f: 0.915, resolution: 0.96 },
		'dev/en': { f: 0.865, resolution: 0.92 },
		'held-out/de': { f: 0.89, resolution: 0.95 },
		'held-out/en': { f: 0.89, resolution: 0.935 },
	} as Record<string, { f: number; resolution: number }>,
};

/** What lies below its floor, in words; floors of sets that were not measured hold. */
export function belowFloors(measured: Partial<Measurement>, floors = FLOORS): string[] {
	const figures: [string, number, number | undefined][] = [];
	for (const [lang, { right, of }] of Object.entries(measured.names ?? {}))
		figures.push([`names in ${lang}`, right / of, floors.names[lang]]);
	for (const set of ['ambiguous', 'noPlaces'] as const) {
		const share = measured[set];
		if (share) figures.push([set, share.right / share.of, floors[set]]);
	}
	for (const [folder, { f, resolution }] of Object.entries(measured.news ?? {})) {
		figures.push([`F of ${folder}`, f, floors.news[folder]?.f]);
		figures.push([`resolution of ${folder}`, resolution, floors.news[folder]?.resolution]);
	}
	return figures
		.filter(([, value, floor]) => value < (floor ?? 0))
		.map(([what, value, floor]) => `${what}: ${value.toFixed(3)} is below ${floor}`);
}
