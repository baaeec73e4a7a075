import type { Place } from '../place';
import { type Token, foldWord } from './tokens';

/** Towns whose people are called by one word: die Kölner. Of the smaller ones it is rather a surname or a noun. */
const LARGE = 100_000;

/** Nouns in -ern are many; of these towns alone -ern is the dative of the people. */
const METROPOLIS = 500_000;

const ARTICLE =
	/^(?:der|die|das|den|des|dem|ein|eine|einen|einem|einer|eines|als|jede[rn]?|viele[nr]?|alle[nr]?|meisten)$/i;
const PLURAL_ARTICLE = /^(?:den|vielen|allen|meisten|von|mit|unter)$/i;

/** A Hamburger costs twelve euros; the Hamburgers vote. */
const FOOD = /^(?:hamburger|krakauer)$/;
const INDEFINITE = /^ein(?:e[nmrs]?)?$/i;

/** What makes a German word that is a people's, too, mean the man: der Pole, ein Bayer; but die Pole, Bayer baut Stellen ab. */
const MAN = /^(?:der|ein|kein|jeder|dieser|als|\p{L}*jährige|gebürtiger?|geborener?)$/iu;
const POLAR = /^(?:position|positions|der|des|eines)$/i;

const DETERMINER =
	/^(?:your|the|a|an|my|his|her|its|our|their|this|that|these|those|it|them|off|up|until|with|and|or)$/i;
const ENGLISH: Record<string, { before?: RegExp; after?: RegExp }> = {
	pole: {
		before: /^(?:north|south|magnetic|geographic|totem|may|barber|opposite)$/i,
		after: /^(?:position|positions|vault|vaulter|vaulters|vaulting|dance|dancer|dancers|dancing|star|in)$/i,
	},
	poles: { before: /^(?:north|south|magnetic|geographic|totem|opposite|ski|tent|utility)$/i },
	dane: { before: /^great$/i },
	danes: { before: /^great$/i },
	swede: { after: /^(?:soup|mash|puree|purée|gratin|crisps|fries|stew|and)$/i },
};

/**
 * Whether a word that can be the adjective or the people of a place is that where it stands. In German a town's -er is an
 * adjective before a noun only (Berliner Senat), and its people after an article.
 */
export function meansPeople(tokens: readonly Token[], index: number, place: Place, lang: string): boolean {
	const token = tokens[index]!;
	const folded = foldWord(token.text);
	if (lang === 'en') return isEnglishPeople(tokens, index, folded);
	if (lang === 'ru') return token.text !== 'Чехов';
	if (lang !== 'de') return true;
	const [previous, next] = [tokens[index - 1], tokens[index + 1]];
	if (folded === 'pole' || folded === 'bayer') {
		const isJoined = next?.gap === '' && next.text === '-';
		return !isJoined && MAN.test(previous?.text ?? '') && !POLAR.test(next?.text ?? '');
	}
	const isOfTown = place.kind === 'city' && /er(?:n|s|in|innen)?$/.test(folded) && !/sche/.test(folded);
	return !isOfTown || isOfTownIn(tokens, index, folded, place);
}

function isOfTownIn(tokens: readonly Token[], index: number, folded: string, { population }: Place): boolean {
	const article = tokens[index - 1]?.text ?? '';
	if (folded.endsWith('ern')) return population >= METROPOLIS && PLURAL_ARTICLE.test(article);
	if (folded.endsWith('er') && isBeforeNoun(tokens, index)) return true;
	if (population < LARGE || !ARTICLE.test(article)) return false;
	return !(FOOD.test(folded) && INDEFINITE.test(article));
}

/** Berliner Senat, Berliner und Hamburger Senat. */
function isBeforeNoun(tokens: readonly Token[], index: number): boolean {
	const next = tokens[index + 1];
	if (!next || !/^\s+$/.test(next.gap)) return false;
	if (next.isWord && next.casing !== 'lower') return true;
	const [second, noun] = [tokens[index + 2], tokens[index + 3]];
	return (
		/^(?:und|oder|,)$/.test(next.text) &&
		/^\p{Lu}\p{L}+er$/u.test(second?.text ?? '') &&
		noun?.isWord === true &&
		noun.casing !== 'lower'
	);
}

function isEnglishPeople(tokens: readonly Token[], index: number, folded: string): boolean {
	const next = tokens[index + 1]?.text ?? '';
	if (folded === 'polish')
		return !(tokens[index]!.startsSentence && DETERMINER.test(next) && !/^(?:and|or)$/.test(next));
	const other = ENGLISH[folded];
	if (!other) return true;
	return !other.before?.test(tokens[index - 1]?.text ?? '') && !other.after?.test(next);
}
