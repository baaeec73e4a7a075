import { asNamed, besides, from, germanName, inCase, isPlural, towards, within } from './articles-de';
import { capitalised, joined, standsFor, type Sentences } from './compose';
import type { AreaFact, ClaimFact, Named } from './facts';
import { legs, marks } from './de-places';
import {
	STYLES,
	EXTENTS,
	numbers,
	list,
	km,
	side,
	towardsSide,
	subject,
	verb,
	count,
	onSides,
	partWords,
} from './de-words';

/** `im Nordosten Chinas`; of a region how many it has and how far it reaches. */
function areaNotes(area: AreaFact): { where?: string; reach: string[] } {
	const { members, few, ends, country } = area;
	return {
		where: partWords(area) ?? (country && within(country)),
		reach: [
			...(few ? [list(few.map((place) => subject(asNamed(place))))] : []),
			...(members ? [`${count(members)} Länder`] : []),
			...(ends ? [`${from(asNamed(ends[0]))} bis ${until(asNamed(ends[1]))}`] : []),
		],
	};
}

/** `bis Portugal`, `bis zur Türkei`. */
function until(named: Named): string {
	const phrase = towards(named);
	return phrase === `zu ${germanName(named)}` ? germanName(named) : phrase;
}

function claims(all: ClaimFact[]): string {
	const style = STYLES[all[0]!.style];
	const alone = all.map(labelAlone);
	if (alone.every((text) => text !== undefined)) return `${style}: ${alone.join('; ')}.`;
	const areas = all.flatMap((claim) => claim.areas);
	const [where, ...others] = new Set(areas.map((area) => areaNotes(area).where));
	const shared =
		areas.length > 1 && where && !others.length ? `, ${areas.length > 2 ? 'alle' : 'beide'} ${where}` : '';
	const isShort = areas.length > 2 || shared !== '';
	const parts = all.map(({ areas: own, label }) => {
		const names = list(own.map((area) => withNotes(area, own.length > 1 ? undefined : label, isShort)));
		return own.length > 1 && label ? `${names} („${label}“)` : names;
	});
	const whole = all.every((claim) => claim.areas.length === 1) ? list(parts) : parts.join('; ');
	return `${style} ${verb(areas)} ${whole}${shared}.`;
}

/** `Provinz Heilongjiang, im Nordosten Chinas`, where the label says which area is meant. */
function labelAlone({ label, areas: [only, ...others] }: ClaimFact): string | undefined {
	if (!label || !only || others.length || !standsFor(label, germanName(only))) return undefined;
	const { where, reach } = areaNotes(only);
	return `${label}${where ? `, ${where}` : ''}${reach.length ? ` (${reach.join(', ')})` : ''}`;
}

function withNotes(area: AreaFact, label: string | undefined, isShort: boolean): string {
	const { where, reach } = isShort ? { where: undefined, reach: [] } : areaNotes(area);
	const notes = [...(label ? [`„${label}“`] : []), ...(reach.length ? [reach.join(', ')] : [])];
	return `${subject(area)}${where ? ` ${where}` : ''}${notes.length ? ` (${notes.join('; ')})` : ''}`;
}

function neighbours({ place, neighbours: found, more, coast }: AreaFact): string | undefined {
	if (!place || (place.kind !== 'country' && place.kind !== 'province')) return undefined;
	if (!found.length) return coast ? 'Landgrenzen gibt es nicht.' : undefined;
	const [only] = found.length === 1 ? found : [];
	if (only && !only.directions.length)
		return `Ringsum ${isPlural(asNamed(only.place)) ? 'liegen' : 'liegt'} ${subject(asNamed(only.place))}.`;
	const named = found.map(({ place: near, directions }) => `${subject(asNamed(near))}${onSides(directions)}`);
	if (only) return `Einziger Nachbar an Land ${verb([asNamed(only.place)])} ${named[0]}.`;
	const all = more ? [...named, `${count(more)} weitere`] : named;
	const isTwofold = found.some(({ directions }) => directions.length > 1);
	return `Nachbarn sind ${isTwofold ? joined(all, ' sowie ') : list(all)}.`;
}

const pair: Sentences['pair'] = ({ a, b, direction, sharedKm, adjoining, gapKm }) => {
	if (adjoining) {
		const shown = adjoining.places.slice(0, 6).map((place) => subject(asNamed(place)));
		const more = adjoining.places.length - shown.length;
		const whole = adjoining.of === 'a' ? b : a;
		const isOne = adjoining.places.length === 1 && !isPlural(asNamed(adjoining.places[0]!));
		const names = list(more ? [...shown, `${count(more)} weitere`] : shown);
		return `An ${inCase(whole, 'accusative')} ${isOne ? 'grenzt' : 'grenzen'} davon ${names}.`;
	}
	const lies = `${subject(a)} ${isPlural(a) ? 'liegen' : 'liegt'}`;
	const where = direction && `${lies} ${towardsSide(direction)} ${besides(b)}`;
	if (sharedKm) {
		const border = `Ihre gemeinsame Grenze ist mehr als ${km(sharedKm)} lang`;
		return `${border}${where ? `; ${where}` : ''}.`;
	}
	if (!where) return undefined;
	return `${capitalised(where)}${gapKm ? `, an der nächsten Stelle rund ${km(gapKm)} entfernt` : ''}.`;
};

const border: Sentences['border'] = ({ between: [a, b], label, directions, km: length }, said, isPlaced) => {
	const long = length ? `, mehr als ${km(length)} lang` : '';
	const isNamed = (named: Named) => label?.includes(germanName(named)) || said(named);
	const sides =
		!isPlaced && directions.length
			? `; ${subject(b)} ${isPlural(b) ? 'liegen' : 'liegt'}${onSides(directions)}`
			: '';
	const names = `zwischen ${inCase(a, 'dative')} und ${inCase(b, 'dative')}`;
	if (!label) return `Als Linie gezeichnet ist die Grenze ${names}${long}${sides}.`;
	return `Als Linie gezeichnet: ${label}${isNamed(a) && isNamed(b) ? '' : ` (${names})`}${long}${sides}.`;
};

const route: Sentences['route'] = ({ legs, label, totalKm }) => {
	const [first] = legs;
	const title = label ? ` („${label}“)` : '';
	if (!first) return '';
	if (legs.length === 1) {
		const far =
			first.km === undefined
				? ''
				: `: ${km(first.km)} Luftlinie${first.direction ? ` nach ${side(first.direction)}` : ''}`;
		return `Eine Linie${title} verbindet ${inCase(first.from, 'accusative')} mit ${inCase(first.to, 'dative')}${far}.`;
	}
	const stops = legs.map((leg) => `${germanName(leg.to)}${leg.km === undefined ? '' : ` (${km(leg.km)})`}`);
	const total = totalKm === undefined ? '' : `; zusammen ${km(totalKm)} Luftlinie`;
	return `Eine Linie${title} verbindet der Reihe nach ${[germanName(first.from), ...stops].join(', ')}${total}.`;
};

function amounts(parts: [number, string, string][]): string[] {
	return parts
		.filter(([value]) => value)
		.map(([value, one, many]) => `${numbers.format(value)} ${value === 1 ? one : many}`);
}

export const german: Sentences = {
	stays(names, earth) {
		if (!names.length)
			return earth ? `Die Karte bleibt: ${german.earth(earth)}` : 'Die Karte bleibt, wie sie war.';
		const isMany = names.length > 1 || names.some(isPlural);
		return `Die Karte bleibt: Zu sehen ${isMany ? 'sind' : 'ist'} weiter ${list(names.map(subject))}.`;
	},
	earth({ over, center, extent }) {
		const whole = EXTENTS[extent];
		if (over) return `${whole} mit ${inCase(asNamed(over), 'dative')} in der Mitte.`;
		const lat = `${Math.round(Math.abs(center.lat))}° ${center.lat < 0 ? 'Süd' : 'Nord'}`;
		return `${whole}, in der Mitte offenes Meer bei ${lat}, ${Math.round(Math.abs(center.lon))}° ${center.lon < 0 ? 'West' : 'Ost'}.`;
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
			[areas, 'Fläche', 'Flächen'],
			[lines, 'Linie', 'Linien'],
			[points, 'Punkt', 'Punkte'],
		]);
		const shown = names.length > 8 ? [...names.slice(0, 7), `${count(names.length - 7)} weitere`] : names;
		const amount = list(parts).replace(/Punkte$/, 'Punkten');
		return `Außerdem eingezeichnet: „${title}“ mit ${amount}${shown.length ? ` (${list(shown)})` : ''}.`;
	},
	span: (value) => `Gezeigt ist ein Raum von rund ${km(value)} Durchmesser.`,
	name: germanName,
};
