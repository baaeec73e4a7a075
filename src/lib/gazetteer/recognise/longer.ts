import type { Lookup } from './lookup';
import type { Found, Span } from './spans';
import { foldWord, type Token } from './tokens';

const COMPASS_WORD =
	/^(?:North|South|East|West|Northern|Southern|Eastern|Western|Central|Northeastern|Northwestern|Southeastern|Southwestern|Northeast|Northwest|Southeast|Southwest|Upper|Lower|Greater|Inner|Outer)$/;

const UNIT_WORD =
	/^(?:County|Province|Prefecture|Oblast|Governorate|District|Island|Islands|Peninsula|Valley|Region|Territory|Parish|Desert|Basin|Krai|Canton)$/;

/** Halle (Saale), Frankfurt (Oder): what is in brackets is a part of the name. */
export function bracketAfter(
	tokens: readonly Token[],
	first: number,
	{ last, key }: Found,
	lookUp: Lookup,
): Span | undefined {
	const [open, inside, close] = [tokens[last + 1], tokens[last + 2], tokens[last + 3]];
	if (open?.text !== '(' || close?.text !== ')' || !inside!.isWord) return undefined;
	const whole = `${key} ${foldWord(inside!.text)}`;
	const { matches } = lookUp(whole);
	if (!matches) return undefined;
	const [start, end] = [tokens[first]!.start, close.end];
	return { first, last: last + 3, start, end, text: '', key: whole, matches, form: 'name', isPart: false };
}

/** Azov Sea is the Sea of Azov. */
export function seaAfter(
	tokens: readonly Token[],
	first: number,
	{ last, key }: Found,
	lookUp: Lookup,
): Span | undefined {
	const sea = tokens[last + 1];
	if (sea?.text !== 'Sea' || sea.gap !== ' ') return undefined;
	const { matches } = lookUp(`sea of ${key}`);
	if (!matches) return undefined;
	return {
		first,
		last: last + 1,
		start: tokens[first]!.start,
		end: sea.end,
		text: '',
		key: `sea of ${key}`,
		matches,
		form: 'name',
		isPart: false,
	};
}

/** West Texas, Los Angeles County: what is capitalised with the name is a part of it. */
export function extended(tokens: readonly Token[], first: number, last: number, lang: string) {
	if (lang !== 'en') return { first, last };
	const before = tokens[first - 1];
	const after = tokens[last + 1];
	const joinsBefore =
		before !== undefined &&
		COMPASS_WORD.test(before.text) &&
		!before.startsSentence &&
		tokens[first]!.gap === ' ';
	const joinsAfter = after !== undefined && after.gap === ' ' && UNIT_WORD.test(after.text);
	return { first: joinsBefore ? first - 1 : first, last: joinsAfter ? last + 1 : last };
}
