import { nearest } from '#lib/gazetteer/index.ts';
import type { OwnBasemap, Problem } from '#lib/story/index.ts';
import type { BasemapRef, Located } from '../draft';
import { problems } from '../problems';

/** What is known of the styles and archives below `static/`, by address (`/basemap/x.json`): why one cannot be drawn, or `null`. */
export type ServedBasemaps = Record<string, string | null>;

/** Looks the files up that a basemap names. Those of other hosts are asked for only when somebody reads. */
export function resolveBasemap(
	ref: BasemapRef | undefined,
	served: ServedBasemaps | undefined,
	report: (problem: Problem) => void,
): OwnBasemap | undefined {
	if (!ref) return undefined;
	const { light, dark, attribution, hosts } = ref;
	for (const address of [light, dark]) if (address && served) check(address, served, report);
	return { light: light.value, dark: dark?.value, attribution: attribution?.value, hosts };
}

function check({ value, at }: Located<string>, served: ServedBasemaps, report: (problem: Problem) => void) {
	if (!value.startsWith('/')) return;
	const why = served[value];
	if (why === undefined) report(problems.basemapMissing(at, value, nearest(value, Object.keys(served))[0]));
	else if (why !== null) report(problems.basemapBroken(at, value, why));
}
