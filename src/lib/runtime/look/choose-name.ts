import type { LonLat } from '#lib/story/index.ts';

/** Something near the point that was tapped, and how near. */
export interface Candidate {
	/**
	 * What it is: something that the story names; a name on the basemap; an area of it around the point, or a water.
	 * Areas come in this order, the smaller first.
	 */
	kind:
		| 'story'
		| 'town'
		| 'river'
		| 'province-name'
		| 'country-name'
		| 'province'
		| 'country'
		| 'region'
		| 'water';
	name: string;
	/** Where it stands on the map. */
	at: LonLat;
	/** Px between it and the point; 0 around it. */
	distance: number;
}

/** What a tap tells. */
export interface Told {
	name: string;
	/** In which areas it lies, `Heilongjiang, China`; may be empty. */
	within: string;
	at: LonLat;
}

const NAMED: readonly Candidate['kind'][] = ['town', 'river', 'province-name', 'country-name'];
const AROUND: readonly Candidate['kind'][] = ['province', 'country', 'region', 'water'];

/**
 * Which of the candidates a reader means who taps: what the story names, else the nearest name, else the smallest
 * area around the point. Where two are equally near, the smaller kind of thing is harder to hit, and meant.
 *
 * @returns undefined where there is nothing that has a name
 */
export function chooseName(candidates: Candidate[]): Told | undefined {
	const nearest = (kinds: readonly Candidate['kind'][]) =>
		candidates
			.filter(({ kind }) => kinds.includes(kind))
			.sort((a, b) => a.distance - b.distance || kinds.indexOf(a.kind) - kinds.indexOf(b.kind))[0];
	const around = AROUND.flatMap((kind) =>
		candidates.filter((candidate) => candidate.kind === kind).slice(0, 1),
	);
	const areas = around.filter(
		({ name }, index) => !around.some((other, at) => at !== index && says(other.name, name, at < index)),
	);
	const chosen = nearest(['story']) ?? nearest(NAMED) ?? areas[0];
	if (!chosen) return undefined;
	const { kind, name, at } = chosen;
	if (kind !== 'story' && kind !== 'town' && !AROUND.includes(kind)) return { name, within: '', at };
	const within = areas.filter((area) => area.kind !== 'water' && !says(name, area.name, true));
	return { name, within: within.map((area) => area.name).join(', '), at };
}

/** Whether a name says another, too: `China, neutral by its own account` says `China`. */
function says(name: string, other: string, evenIfSame: boolean): boolean {
	const [long, short] = [name.toLocaleLowerCase(), other.toLocaleLowerCase()];
	return long === short ? evenIfSame : long.startsWith(short) && !/^\p{L}/u.test(long.slice(short.length));
}
