import { asNamed, englishName, the } from './articles-en';
import { capitalised, isInside } from './compose';
import type { Leg, MarkFact, MapFacts } from './facts';
import { list, km, verb, partWords } from './en-words';

/** `, in Heilongjiang, in the north-east of China`, `, in Hawaii (United States)`. */
function markWhere(mark: MarkFact): string {
	const { province, country, capital } = mark;
	const isTown = !province || !englishName(asNamed(province)).includes(englishName(mark));
	const inProvince = province && isTown ? `, in ${the(asNamed(province))}` : '';
	const part = partWords(mark);
	if (!country) return inProvince;
	if (englishName(asNamed(country)) === englishName(mark)) return '';
	if (capital) return `, the capital of ${the(asNamed(country))}`;
	if (part) return `${inProvince}, ${part}`;
	return inProvince ? `${inProvince} (${englishName(asNamed(country))})` : `, in ${the(asNamed(country))}`;
}

function lone(mark: MarkFact): string {
	const { reach, coastKm, border: near, capital, part } = mark;
	const away: string[] = [];
	if (reach?.km !== undefined) away.push(legWords(reach));
	if (coastKm !== undefined && coastKm >= 10) away.push(`${km(coastKm)} from the coast`);
	if (near && near.km >= 5) away.push(`${km(near.km)} from the border with ${the(asNamed(near.to))}`);
	const where = [
		...(capital && part ? [`in the ${part.side} of the country`] : []),
		...(coastKm !== undefined && coastKm < 10 ? ['on the coast'] : []),
		...(near && near.km < 5 ? [`on the border with ${the(asNamed(near.to))}`] : []),
		...(away.length ? [list(away)] : []),
	];
	return `${marked([mark], `${the(mark)}${markWhere(mark)}`)}${where.length ? ` It lies ${where.join(', ')}.` : ''}`;
}

function marked(all: MarkFact[], names: string): string {
	return `Marked on the map ${verb(all)} ${names}.`;
}

/** `1,060 km north-east of Beijing`. */
function legWords({ from, km: length = 0, direction }: Leg): string {
	return `${km(length)} ${direction ? `${direction} of` : 'from'} ${the(from)}`;
}

/** Which places are marked, and where they lie; `isTold`: routes have named them all. */
export function marks({ marks: all, claims: drawn }: MapFacts, isTold: boolean): string | undefined {
	const [first] = all;
	if (!first) return undefined;
	const inside = all.filter(isInside(drawn));
	const shared = all.every(({ country }) => country && country === first.country) ? first.country : undefined;
	const some = inside.length < all.length ? inside : [];
	const insideWords =
		some.map((mark) => `${capitalised(the(mark))} lies ${partWords(mark)}.`).join(' ') || undefined;
	if (isTold) {
		if (insideWords) return insideWords;
		return shared && all.length > 1
			? `${all.length === 2 ? 'Both' : 'All'} places are in ${the(asNamed(shared))}.`
			: undefined;
	}
	if (all.length === 1) {
		if (!drawn.length) return lone(first);
		return marked(all, `${the(first)}${inside.length ? ` ${partWords(first)}` : markWhere(first)}`);
	}
	const isFew = all.length <= 4 && !shared;
	const names = all.map(
		(mark) => `${the(mark)}${isFew && mark.country ? ` (${englishName(asNamed(mark.country))})` : ''}`,
	);
	const where =
		shared && !drawn.length ? `, ${all.length === 2 ? 'both' : 'all'} in ${the(asNamed(shared))}` : '';
	return [marked(all, `${list(names)}${where}`), insideWords].filter(Boolean).join(' ');
}

/** How far the others are from the first. */
export function legs(all: Leg[]): string | undefined {
	const told = all.filter((leg) => leg.km !== undefined);
	const [first] = told;
	if (!first) return undefined;
	if (told.length === 1) return `${capitalised(the(first.to))} lies ${legWords(first)}.`;
	const ends = told.map(
		({ to, km: length = 0, direction }) =>
			`${englishName(to)} ${km(length)}${direction ? ` ${direction}` : ''}`,
	);
	return `From ${englishName(first.from)}: ${ends.join(', ')}.`;
}
