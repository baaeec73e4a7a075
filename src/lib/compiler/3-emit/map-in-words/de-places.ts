import { asNamed, besides, from, germanName, inCase, of, towards, within } from './articles-de';
import { capitalised, isInside } from './compose';
import type { Leg, MarkFact, MapFacts } from './facts';
import { list, km, side, towardsSide, subject, verb, partWords } from './de-words';

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
	if (near && near.km >= 5) away.push(`${km(near.km)} von der Grenze ${towards(asNamed(near.to))}`);
	const isApart = away.length > (reach?.km === undefined ? 0 : 1);
	const where = [
		...(capital && part
			? [part.side === 'middle' ? 'in der Mitte des Landes' : `im ${side(part.side)} des Landes`]
			: []),
		...(coastKm !== undefined && coastKm < 10 ? ['an der Küste'] : []),
		...(near && near.km < 5 ? [`an der Grenze ${towards(asNamed(near.to))}`] : []),
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

/** Which places are marked, and where they lie; `isTold`: routes have named them all. */
export function marks({ marks: all, claims: drawn }: MapFacts, isTold: boolean): string | undefined {
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

/** How far the others are from the first. */
export function legs(all: Leg[]): string | undefined {
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
