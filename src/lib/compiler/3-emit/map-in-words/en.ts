import { asNamed, englishName, isPlural, the } from './articles-en';
import { capitalised, joined, standsFor, type Sentences } from './compose';
import type { AreaFact, ClaimFact, Named } from './facts';
import { legs, marks } from './en-places';
import { STYLES, EXTENTS, numbers, list, km, verb, count, onSides, partWords } from './en-words';

/** `in the north-east of China`; of a region how many it has and how far it reaches. */
function areaNotes(area: AreaFact): { where?: string; reach: string[] } {
	const { members, few, ends, country } = area;
	return {
		where: partWords(area) ?? (country && `in ${the(asNamed(country))}`),
		reach: [
			...(few ? [list(few.map((place) => the(asNamed(place))))] : []),
			...(members ? [`${count(members)} countries`] : []),
			...(ends ? [`from ${the(asNamed(ends[0]))} to ${the(asNamed(ends[1]))}`] : []),
		],
	};
}

function claims(all: ClaimFact[]): string {
	const style = STYLES[all[0]!.style];
	const alone = all.map(labelAlone);
	if (alone.every((text) => text !== undefined)) return `${capitalised(style)}: ${alone.join('; ')}.`;
	const areas = all.flatMap((claim) => claim.areas);
	const [where, ...others] = new Set(areas.map((area) => areaNotes(area).where));
	const shared =
		areas.length > 1 && where && !others.length ? `, ${areas.length > 2 ? 'all' : 'both'} ${where}` : '';
	const isShort = areas.length > 2 || shared !== '';
	const parts = all.map(({ areas: own, label }) => {
		const names = list(own.map((area) => withNotes(area, own.length > 1 ? undefined : label, isShort)));
		return own.length > 1 && label ? `${names} (“${label}”)` : names;
	});
	const whole = `${all.every((claim) => claim.areas.length === 1) ? list(parts) : parts.join('; ')}${shared}`;
	if (/[(;]/.test(whole)) return `${capitalised(style)}: ${whole}.`;
	const isInserted = shared || (areas.length === 1 && whole.includes(', '));
	return `${capitalised(whole)}${isInserted ? ',' : ''} ${verb(areas)} ${style}.`;
}

/** `Heilongjiang province, in the north-east of China`, where the label says which area is meant. */
function labelAlone({ label, areas: [only, ...others] }: ClaimFact): string | undefined {
	if (!label || !only || others.length || !standsFor(label, englishName(only))) return undefined;
	const { where, reach } = areaNotes(only);
	return `${label}${where ? `, ${where}` : ''}${reach.length ? ` (${reach.join(', ')})` : ''}`;
}

function withNotes(area: AreaFact, label: string | undefined, isShort: boolean): string {
	const { where, reach } = isShort ? { where: undefined, reach: [] } : areaNotes(area);
	const notes = [...(label ? [`“${label}”`] : []), ...(reach.length ? [reach.join(', ')] : [])];
	return `${the(area)}${where ? `, ${where}` : ''}${notes.length ? ` (${notes.join('; ')})` : ''}`;
}

function neighbours({ place, neighbours: found, more, coast }: AreaFact): string | undefined {
	if (!place || (place.kind !== 'country' && place.kind !== 'province')) return undefined;
	if (!found.length) return coast ? 'There are no land borders.' : undefined;
	const [only] = found.length === 1 ? found : [];
	if (only && !only.directions.length)
		return `${capitalised(the(asNamed(only.place)))} surrounds it on all sides.`;
	const named = found.map(({ place: near, directions }) => `${the(asNamed(near))}${onSides(directions)}`);
	if (only) return `Its only neighbour on land is ${named[0]}.`;
	const all = more ? [...named, `${count(more)} others`] : named;
	const isTwofold = found.some(({ directions }) => directions.length > 1);
	return `It borders ${isTwofold ? joined(all, ', and ') : list(all)}.`;
}

const pair: Sentences['pair'] = ({ a, b, direction, sharedKm, adjoining, gapKm }) => {
	if (adjoining) {
		const shown = adjoining.places.slice(0, 6).map((place) => the(asNamed(place)));
		const more = adjoining.places.length - shown.length;
		const names = list(more ? [...shown, `${count(more)} others`] : shown);
		const isOne = adjoining.places.length === 1;
		return `Of these, ${names} ${isOne ? 'borders' : 'border'} ${the(adjoining.of === 'a' ? b : a)}.`;
	}
	const where = direction && `${the(a)} ${isPlural(a) ? 'lie' : 'lies'} ${direction} of ${the(b)}`;
	if (sharedKm)
		return `The border between them is more than ${km(sharedKm)} long${where ? `; ${where}` : ''}.`;
	if (!where) return undefined;
	return `${capitalised(where)}${gapKm ? `, about ${km(gapKm)} away at the nearest point` : ''}.`;
};

const border: Sentences['border'] = ({ between: [a, b], label, directions, km: length }, said, isPlaced) => {
	const long = length ? `, more than ${km(length)} long` : '';
	const isNamed = (named: Named) => label?.includes(englishName(named)) || said(named);
	const sides =
		!isPlaced && directions.length ? `; ${the(b)} ${isPlural(b) ? 'lie' : 'lies'}${onSides(directions)}` : '';
	const names = `between ${the(a)} and ${the(b)}`;
	if (!label) return `A line marks the border ${names}${long}${sides}.`;
	return `Drawn as a line: ${label}${isNamed(a) && isNamed(b) ? '' : ` (${names})`}${long}${sides}.`;
};

const route: Sentences['route'] = ({ legs, label, totalKm }) => {
	const [first] = legs;
	const title = label ? ` (“${label}”)` : '';
	if (!first) return '';
	if (legs.length === 1) {
		const way = first.direction ? ` to the ${first.direction}` : '';
		const far = first.km === undefined ? '' : `: ${km(first.km)}${way} as the crow flies`;
		return `A line${title} connects ${the(first.from)} with ${the(first.to)}${far}.`;
	}
	const stops = legs.map((leg) => `${englishName(leg.to)}${leg.km === undefined ? '' : ` (${km(leg.km)})`}`);
	const total = totalKm === undefined ? '' : `; ${km(totalKm)} in all, as the crow flies`;
	return `A line${title} connects in turn ${[englishName(first.from), ...stops].join(', ')}${total}.`;
};

function amounts(parts: [number, string][]): string[] {
	return parts
		.filter(([value]) => value)
		.map(([value, noun]) => `${numbers.format(value)} ${noun}${value === 1 ? '' : 's'}`);
}

export const english: Sentences = {
	stays(names, earth) {
		if (!names.length) return earth ? `The map stays: ${english.earth(earth)}` : 'The map stays as it was.';
		return `The map stays: still in view ${names.length > 1 || names.some(isPlural) ? 'are' : 'is'} ${list(names.map(the))}.`;
	},
	earth({ over, center, extent }) {
		const whole = EXTENTS[extent];
		if (over) return `${whole}, with ${the(asNamed(over))} in the middle.`;
		const lat = `${Math.round(Math.abs(center.lat))}° ${center.lat < 0 ? 'south' : 'north'}`;
		return `${whole}, with open sea in the middle, at ${lat}, ${Math.round(Math.abs(center.lon))}° ${center.lon < 0 ? 'west' : 'east'}.`;
	},
	claims,
	neighbours,
	pair,
	border,
	route,
	marks,
	legs,
	data({ title, areas, lines, points, names }) {
		const parts = amounts([
			[areas, 'area'],
			[lines, 'line'],
			[points, 'point'],
		]);
		const shown = names.length > 8 ? [...names.slice(0, 7), `${count(names.length - 7)} others`] : names;
		return `Also drawn: “${title}”, with ${list(parts)}${shown.length ? ` (${list(shown)})` : ''}.`;
	},
	span: (value) => `The area shown is about ${km(value)} across.`,
	name: englishName,
};
