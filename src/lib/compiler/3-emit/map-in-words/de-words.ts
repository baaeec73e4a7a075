import { asNamed, inCase, isPlural, of } from './articles-de';
import type { Compass } from './compass';
import type { ClaimFact, MarkFact, Named } from './facts';

export const SIDES: Record<Compass, string> = {
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

/** How each style is told. */
export const STYLES: Record<ClaimFact['style'], string> = {
	fill: 'Farbig hervorgehoben',
	outline: 'Umrandet',
	hatch: 'Schraffiert',
	mention: 'Blass getönt',
	named: 'Nur mit Namen verzeichnet',
	shown: 'Zu sehen',
};

/** How much of the Earth is told. */
export const EXTENTS = { globe: 'Die ganze Erdkugel', flat: 'Eine Weltkarte', part: 'Ein Ausschnitt' };

export const NUMBERS = 'null eine zwei drei vier fünf sechs sieben acht neun zehn elf zwölf'.split(' ');

export const lists = new Intl.ListFormat('de', { type: 'conjunction' });
export const numbers = new Intl.NumberFormat('de-DE');

export const list = (parts: string[]) => lists.format(parts);
export const km = (value: number) => (value < 1 ? 'weniger als 1 km' : `${numbers.format(value)} km`);
export const side = (direction: Compass) => SIDES[direction];
export const towardsSide = (direction: Compass) => ADVERBS[direction];
export const subject = (named: Named) => inCase(named, 'nominative');
export const verb = (subjects: Named[]) => (subjects.length > 1 || subjects.some(isPlural) ? 'sind' : 'ist');
export const count = (value: number) => NUMBERS[value] ?? numbers.format(value);

/** `im Norden und Osten`, `ringsum`. */
export function onSides(directions: Compass[]): string {
	if (!directions.length) return '';
	return directions.length > 3 ? ' ringsum' : ` im ${list(directions.map(side))}`;
}

/** `im Nordosten Chinas`, `in der Mitte des Iran`. */
export function partWords({ part }: Pick<MarkFact, 'part'>): string | undefined {
	if (!part) return undefined;
	const where = part.side === 'middle' ? 'in der Mitte' : `im ${side(part.side)}`;
	return `${where} ${of(asNamed(part.of))}`;
}
