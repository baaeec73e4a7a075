import { asNamed, isPlural, the } from './articles-en';
import type { Compass } from './compass';
import type { ClaimFact, MarkFact, Named } from './facts';

/** How each style is told. */
export const STYLES: Record<ClaimFact['style'], string> = {
	fill: 'highlighted in colour',
	outline: 'outlined',
	hatch: 'hatched',
	mention: 'lightly tinted',
	named: 'marked by name only',
	shown: 'in view',
};

/** How much of the Earth is told. */
export const EXTENTS = { globe: 'The whole globe', flat: 'A map of the world', part: 'A part of the world' };

export const NUMBERS = 'zero one two three four five six seven eight nine ten eleven twelve'.split(' ');

export const lists = new Intl.ListFormat('en-GB', { type: 'conjunction' });
export const numbers = new Intl.NumberFormat('en-GB');

export const list = (parts: string[]) => lists.format(parts);
export const km = (value: number) => (value < 1 ? 'less than 1 km' : `${numbers.format(value)} km`);
export const verb = (subjects: Named[]) => (subjects.length > 1 || subjects.some(isPlural) ? 'are' : 'is');
export const count = (value: number) => NUMBERS[value] ?? numbers.format(value);

/** ` to the north and east`, ` all around`. */
export function onSides(directions: Compass[]): string {
	if (!directions.length) return '';
	return directions.length > 3 ? ' all around' : ` to the ${list(directions)}`;
}

/** `in the north-east of China`. */
export function partWords({ part }: Pick<MarkFact, 'part'>): string | undefined {
	return part && `in the ${part.side} of ${the(asNamed(part.of))}`;
}
