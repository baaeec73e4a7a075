import { asNamed, besides, from, germanName, inCase, isPlural, of, towards, within } from './articles-de';
import type { Compass } from './compass';
import { capitalised, isInside, joined, standsFor, type Sentences } from './compose';
import type { AreaFact, ClaimFact, Leg, MarkFact, MapFacts, Named } from './facts';

const SIDES: Record<Compass, string> = {
	north: 'Norden',
	'north-east': 'Nordosten',
	east: 'Osten',
	'south-east': 'Südosten',
	south: 'Süden',
	'south-west': 'Südwesten',
	west: 'Westen',
	'north-west': 'Nordwesten',
};

const ADVERBS: Record<Compass, string> = {
	north: 'nördlich',
	'north-east': 'nordöstlich',
	east: 'östlich',
	'south-east': 'südöstlich',
	south: 'südlich',
	'south-west': 'südwestlich',
	west: 'westlich',
	'north-west': 'nordwestlich',
};

const STYLES: Record<ClaimFact['style'], string> = {
	fill: 'Farbig hervorgehoben',
	outline: 'Umrandet',
	hatch: 'Schraffiert',
	mention: 'Blass getönt',
	named: 'Nur mit Namen verzeichnet',
	shown: 'Zu sehen',
};

const EXTENTS = { globe: 'Die ganze Erdkugel', flat: 'Eine Weltkarte', part: 'Ein Ausschnitt' };

const NUMBERS = 'null eine zwei drei vier fünf sechs sieben acht neun zehn elf zwölf'.split(' ');

const lists = new Intl.ListFormat('de', { type: 'conjunction' });
const numbers = new Intl.NumberFormat('de-DE');

const list = (parts: string[]) => lists.format(parts);
const km = (value: number) => (value < 1 ? 'weniger als 1 km' : `${numbers.format(value)} km`);
const side = (direction: Compass) => SIDES[direction];
const towardsSide = (direction: Compass) => ADVERBS[direction];
const subject = (named: Named) => inCase(named, 'nominative');
const verb = (subjects: Named[]) => (subjects.length > 1 || subjects.some(isPlural) ? 'sind' : 'ist');
const count = (value: number) => NUMBERS[value] ?? numbers.format(value);

/** `im Norden und Osten`, `ringsum`. */
function onSides(directions: Compass[]): string {
	if (!directions.length) return '';
	return directions.length > 3 ? ' ringsum' : ` im ${list(directions.map(side))}`;
}

/** `im Nordosten Chinas`, `in der Mitte des Iran`. */
function partWords({ part }: Pick<MarkFact, 'part'>): string | undefined {
	if (!part) return undefined;
	const where = part.side === 'middle' ? 'in der Mitte' : `im ${side(part.side)}`;
	return `${where} ${of(asNamed(part.of))}`;
}

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

/** ` in Heilongjiang, im Nordosten Chinas`, ` auf Hawaii (USA)`. */
function markWhere(mark: MarkFact): string {
	const { province, country, capital } = mark;
	const isTown = !province || !germanName(asNamed(province)).includes(germanName(mark));
	const inProvince = province && isTown ? ` ${within(province)}` : '';
	const part = partWords(mark);
	if (!country) return inProvince;
	if (germanName(asNamed(country)) === germanName(mark)) return '';
	if (capital) return `, die Hauptstadt ${of(asNamed(country))}`;
	if (part) return `${inProvince}${inProvince && ','} ${part}`;
	return inProvince ? `${inProvince} (${germanName(asNamed(country))})` : ` ${within(country)}`;
}

function lone(mark: MarkFact): string {
	const { reach, coastKm, border: near, capital, part } = mark;
	const away: string[] = [];
	if (reach?.km !== undefined) away.push(legWords(reach));
	if (coastKm !== undefined && coastKm >= 10) away.push(`${km(coastKm)} von der Küste`);
	if (near) away.push(`${km(near.km)} von der Grenze ${towards(asNamed(near.to))}`);
	const isApart = away.length > (reach?.km === undefined ? 0 : 1);
	const where = [
		...(capital && part
			? [part.side === 'middle' ? 'in der Mitte des Landes' : `im ${side(part.side)} des Landes`]
			: []),
		...(coastKm !== undefined && coastKm < 10 ? ['an der Küste'] : []),
		...(away.length ? [`${list(away)}${isApart ? ' entfernt' : ''}`] : []),
	];
	const lies = where.length ? ` ${mark.place ? 'Die Stadt' : 'Der Ort'} liegt ${where.join(', ')}.` : '';
	return `Markiert ${verb([mark])} ${subject(mark)}${markWhere(mark)}.${lies}`;
}

/** `1.060 km nordöstlich von Peking`. */
function legWords({ from: start, km: length = 0, direction }: Leg): string {
	return direction
		? `${km(length)} ${towardsSide(direction)} ${besides(start)}`
		: `${km(length)} ${from(start)} entfernt`;
}

function marks({ marks: all, claims: drawn }: MapFacts, isTold: boolean): string | undefined {
	const [first] = all;
	if (!first) return undefined;
	const inside = all.filter(isInside(drawn));
	const shared = all.every(({ country }) => country && country === first.country) ? first.country : undefined;
	const some = inside.length < all.length ? inside : [];
	const insideWords = some.map((mark) => `${subject(mark)} liegt ${partWords(mark)}.`).join(' ') || undefined;
	if (isTold) {
		if (insideWords) return insideWords;
		return shared && all.length > 1
			? `${all.length === 2 ? 'Beide' : 'Alle'} Orte liegen ${within(shared)}.`
			: undefined;
	}
	if (all.length === 1) {
		if (!drawn.length) return lone(first);
		const where = inside.length ? ` ${partWords(first)}` : markWhere(first);
		return `Markiert ${verb([first])} ${subject(first)}${where}.`;
	}
	const isFew = all.length <= 4 && !shared;
	const names = all.map(
		(mark) => `${subject(mark)}${isFew && mark.country ? ` (${germanName(asNamed(mark.country))})` : ''}`,
	);
	const where = shared && !drawn.length ? `, ${all.length === 2 ? 'beide' : 'alle'} ${within(shared)}` : '';
	return [`Markiert sind ${list(names)}${where}.`, insideWords].filter(Boolean).join(' ');
}

function legs(all: Leg[]): string | undefined {
	const told = all.filter((leg) => leg.km !== undefined);
	const [first] = told;
	if (!first) return undefined;
	if (told.length === 1) return `${capitalised(subject(first.to))} liegt ${legWords(first)}.`;
	const ends = told.map(
		({ to, km: length = 0, direction }) =>
			`${germanName(to)} ${km(length)}${direction ? ` ${towardsSide(direction)}` : ''}`,
	);
	return `Von ${inCase(first.from, 'dative')} aus: ${ends.join(', ')}.`;
}

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
