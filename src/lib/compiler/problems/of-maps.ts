import type { Candidate } from '#lib/gazetteer/index.ts';
import type { At } from '../draft';
import { error, oneOf, quote, warning } from './tell';

/** Of what a map block asks for. */
export const ofMaps = {
	borderNone: (at: At, a: string, b: string) =>
		error(
			at,
			'border-none',
			`${quote(a)} and ${quote(b)} have no border in common.`,
			'Name two neighbours on land.',
		),
	coordinatesBare: (at: At, received: string) =>
		error(
			at,
			'coordinates-bare',
			`${quote(received)} does not say which number is the latitude.`,
			'Write the name of a place, or "{name: …, lat: …, lon: …}".',
		),
	dateInvalid: (at: At, received: string, why: string, hint: string) =>
		error(at, 'date-invalid', `${quote(received)} ${why}.`, hint),
	datelineWithoutWhen: (at: At) =>
		warning(
			at,
			'dateline-without-when',
			'A dateline without a day is not shown.',
			'Add "when: 2024-05-16" to this map block.',
		),
	focusMissing: (at: At) =>
		error(
			at,
			'focus-missing',
			'No step of this story names a place, so there is nothing to see on the map.',
			'Add a map block with "focus: …" to the first step.',
		),
	highlightPoint: (at: At, name: string, kind: string, write = name) =>
		error(
			at,
			'highlight-point',
			`${quote(name)} is a ${kind}, which has no area to highlight.`,
			`Mark it with "show: ${write}", or highlight the province or country around it.`,
		),
	idDuplicate: (at: At, id: string) =>
		error(
			at,
			'id-duplicate',
			`Another step already has the id ${quote(id)}.`,
			'Give each step an id of its own.',
		),
	idInvalid: (at: At, received: string, why: string, better: string) =>
		error(at, 'id-invalid', `The id ${quote(received)} ${why}.`, `Write ${quote(better)}.`),
	idReserved: (at: At, id: string) =>
		error(
			at,
			'id-reserved',
			`The page itself has the id ${quote(id)}.`,
			`Write another one, such as ${quote(`${id}-2`)}.`,
		),
	blockMeta: (at: At, received: string) =>
		error(
			at,
			'map-meta',
			`${quote(received)} stands in the line of "\`\`\`map", where nobody reads it.`,
			'Begin it in the next line.',
		),
	blockMisplaced: (at: At, where: string) =>
		error(at, 'map-misplaced', `This map block ${where}.`, 'Put it at the left margin, between paragraphs.'),
	blockTwice: (at: At) =>
		error(at, 'map-twice', 'This step has a second map block.', 'Join the two: a step has one map.'),
	/** @param bracketed the name stands in brackets, where a comma parts two places */
	placeAmbiguous: (at: At, name: string, candidates: Candidate[], bracketed = false) =>
		error(
			at,
			'place-ambiguous',
			`${quote(name)} may be ${oneOf(candidates.slice(0, 5).map(({ name, description }) => `${name} (${description})`))}.`,
			`Write ${oneOf(candidates.slice(0, 5).map(({ write }) => quote(write)))}${bracketed ? withQuotes(candidates.slice(0, 5)) : ''}.`,
		),
	/** @param own the id of what was named, which is a place of its own */
	placeMetonym: (at: At, name: string, meant: string, own: string) =>
		warning(
			at,
			'place-metonym',
			`${quote(name)} stands for ${quote(meant)}, and the map shows that.`,
			`Write ${quote(meant)} if you mean the town, or ${quote(own)} for the spot itself.`,
		),
	/**
	 * @param linked the name is the text of a link, which may stay as it is
	 * @param bracketed the name stands in brackets, where a comma parts two places
	 */
	placeUnknown: (at: At, name: string, near: Candidate[], { linked = false, bracketed = false } = {}) =>
		error(
			at,
			'place-unknown',
			`No place ${quote(name)}.`,
			near.length
				? `Did you mean ${oneOf(near.map((candidate) => (linked ? nearLink(name, candidate) : nearMiss(candidate))))}?${bracketed && withQuotes(near) ? ' A name with a comma keeps its quotes.' : ''}`
				: linked
					? `Say which place it is: ${quote(`[${name}](place:…)`)}.`
					: 'Write it as an atlas does, or say where it is: "{name: …, lat: …, lon: …}".',
		),
	pointSwapped: (at: At, name: string, distance: number, { lat, lon }: { lat: number; lon: number }) =>
		warning(
			at,
			'point-swapped',
			`${quote(name)} lies ${distance} km from the rest of this map; with lat and lon swapped it would lie there.`,
			`If they are swapped, write "lat: ${lat}, lon: ${lon}".`,
		),
	regionShapeless: (at: At, name: string) =>
		error(
			at,
			'region-shapeless',
			`${quote(name)} has no outline in this world, so there is nothing to highlight.`,
			`Mark it with "show: ${name}", or draw an outline of your own with "data".`,
		),
	regionTwice: (at: At, name: string) =>
		warning(
			at,
			'region-twice',
			`${quote(name)} is highlighted twice in this step, and drawn once.`,
			'Keep one of the two.',
		),
	routeShort: (at: At, name: string) =>
		error(
			at,
			'route-short',
			`This route has one place, ${quote(name)}, and leads nowhere.`,
			`Name where it begins and where it ends: "[${name}, …]"; or mark the place with "show".`,
		),
	routeStill: (at: At, name: string) =>
		error(
			at,
			'route-still',
			`This route goes from ${quote(name)} to ${quote(name)}.`,
			'Name two different places in a row.',
		),
	zoomClose: (at: At, zoom: number, most: number) =>
		warning(
			at,
			'zoom-close',
			`At zoom ${zoom} the map has nothing more to show: its coasts and rivers are drawn for countries and provinces, and it has no streets.`,
			`Write "zoom: ${most}" or less, or leave it out; or name a map of your own with "basemap".`,
		),
};

function nearMiss({ name, description, write }: Candidate): string {
	const exact = write === name ? '' : `, ${quote(write)}`;
	return `${quote(name)} (${description}${exact})`;
}

function nearLink(text: string, { description, write }: Candidate): string {
	return `${quote(`[${text}](place:${write})`)} (${description})`;
}

/** Inside brackets a name that holds a comma needs its quotes. */
function withQuotes(candidates: Candidate[]): string {
	return candidates.some(({ write }) => write.includes(',')) ? ', with the quotes' : '';
}
