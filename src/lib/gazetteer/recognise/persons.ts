import type { Lexicon, Words } from './lexicon';
import { foldWord, type Token } from './tokens';

/** Parts of surnames: von Hagen, de la Cruz, bin Salman. */
const PARTICLE =
	/^(?:von|van|de|der|den|da|dos|del|della|di|la|le|al|bin|ibn|ben|el|zu|zur|du|ten|ter|af|O|Mac|Jr)$/;

/** The surnames of persons that a text introduces with a first name or a title: later it names them by the surname alone. */
export function personsOf(tokens: readonly Token[], words: Words, lexicon: Lexicon): Map<string, number> {
	const persons = new Map<string, number>();
	for (const [index, token] of tokens.entries()) {
		if (!token.isWord || token.casing === 'lower') continue;
		const isFirstName = lexicon.firstNames.has(token.text);
		const isUnknownName = !isFirstName && isBeforeSurname(tokens, index, words);
		const isTitle = !isFirstName && words.titlesBefore.has(token.text.replace(/\.$/, ''));
		if (!isFirstName && !isTitle && !isUnknownName) continue;
		const surname =
			isTitle && PARTICLE.test(tokens[index + 1]?.text ?? '')
				? undefined
				: surnameAfter(tokens, index, words, isTitle ? 3 : 2);
		if (surname !== undefined) persons.set(foldWord(tokens[surname]!.text), index);
	}
	return persons;
}

/** Denzel Washington: an unknown word before a name that is known as a surname. */
function isBeforeSurname(tokens: readonly Token[], index: number, words: Words): boolean {
	const token = tokens[index]!;
	const next = tokens[index + 1];
	if (
		token.casing !== 'initial' ||
		token.startsSentence ||
		token.text.length < 3 ||
		next?.gap !== ' ' ||
		next.casing !== 'initial'
	)
		return false;
	if (!words.surnames.has(foldWord(next.text)) || words.functionWords.has(token.text.toLowerCase()))
		return false;
	return (
		words.isEnglish &&
		!words.titlesAfter.has(token.text) &&
		!words.tails.has(token.text) &&
		!/^(?:North|South|East|West|New|Old|Upper|Lower|Greater|Central|Port|Fort|Lake|Mount|St)$/.test(
			token.text,
		)
	);
}

/** The last capitalised word in a row, particles and initials between left out. */
function surnameAfter(
	tokens: readonly Token[],
	index: number,
	words: Words,
	most: number,
): number | undefined {
	let surname: number | undefined;
	let taken = 0;
	for (let next = index + 1; next < tokens.length && taken < most; next++) {
		const token = tokens[next]!;
		if (token.gap.includes('\n') || (token.gap === '' && token.text !== '-' && token.text !== '.')) {
			if (token.text !== '-' && tokens[next - 1]!.text !== '-') break;
		}
		if (token.text === '.' && tokens[next - 1]!.text.length === 1) continue;
		if (token.text === '-' && token.gap === '') continue;
		if (PARTICLE.test(token.text)) continue;
		if (!token.isWord || token.casing === 'lower' || token.isHan) break;
		if (words.functionWords.has(token.text.toLowerCase()) || words.titlesAfter.has(token.text)) break;
		if (token.text.length === 1) continue;
		surname = next;
		taken++;
	}
	return surname;
}

/** So many words of sport in a text of this many words make it one about sport. */
const SPORT_WORDS = 4;
const SPORT_SHARE = 0.012;

/** In a longer text one word of sport is a figure of speech: the goal of the talks. */
const FEW_WORDS = 120;

/** Whether a text tells of matches: there, towns are mostly teams. */
export function sportIn(tokens: readonly Token[], words: Words): 0 | 1 | 2 {
	const seen = new Set<string>();
	let count = 0;
	let all = 0;
	for (const token of tokens) {
		if (!token.isWord) continue;
		all++;
		if (
			!words.sport.has(token.text) &&
			(token.casing === 'lower' || !words.sport.has(token.text.toLowerCase()))
		)
			continue;
		seen.add(token.text.toLowerCase());
		count++;
	}
	if (seen.size >= Math.min(SPORT_WORDS, 2 + all / 60) && count / Math.max(all, 1) >= SPORT_SHARE) return 2;
	return seen.size >= (all > FEW_WORDS ? 2 : 1) ? 1 : 0;
}
