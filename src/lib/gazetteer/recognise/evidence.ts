import type { Place } from '../place';
import type { Lexicon, Words } from './lexicon';
import type { Lines } from './lines';
import type { Span } from './spans';
import { foldWord, type Token } from './tokens';
import { WEIGHTS, type Sign } from './weights';

/** A stretch of text with what is known of it as a whole. */
export interface Surroundings {
	tokens: readonly Token[];
	lang: string;
	words: Words;
	lexicon: Lexicon;
	lines: Lines;
	persons: ReadonlyMap<string, number>;
	/** 0 for no, 1 for words of it, 2 for a text about it. */
	sport: 0 | 1 | 2;
	/** Folded words that the text has in lower case, too. */
	lowerCase: ReadonlySet<string>;
	/** Whether a word is an adjective or the name of a people. */
	isDemonym: (word: string) => boolean;
	/** Spans by the index of their first token, and of their last. */
	startingAt: ReadonlyMap<number, Span>;
	endingAt: ReadonlyMap<number, Span>;
}

const PROMINENT_PROVINCE = 4;

const GERMAN_ARTICLE =
	/^(?:der|die|das|des|dem|den|ein|eine|einen|einem|einer|eines|kein|keine|zum|zur|vom|beim|im|am|ins|ans)$/i;
const ARTICLE_OF_COUNTRY = /^(?:der|die|das|des|dem|den|zum|zur|vom|beim|im|am|ins|ans)$/i;

/** Who leaves for somewhere leaves for a place. */
const LEAVES = /^(?:left|leave|leaves|leaving|bound|head|heads|headed|heading|departed|departs|sailed|set)$/;

/** What follows is a name given to a ship, a dog, a film. */
const NAMED = /^(?:named|called|dubbed|titled|entitled|namens|heißt|heißen|genannt|hieß)$/;

/** Parts of names between a first name and a surname. */
const PARTICLE = /^(?:von|van|de|der|den|da|dos|della|di|bin|ibn|ben|al|el|zu|zur|du|ter)$/;

const PERSON_VERB =
	/^(?:said|says|told|added|argued|wrote|scored|died|joked|recalled|testified|sagte|sagt|erklärte|betonte|schrieb|fügte|traf|meinte|starb|spielte|kritisierte)$/;

/** Imperial College London, Geoforschungszentrum Potsdam. */
const ORGANISATION_BEFORE =
	/^(?:College|University|Institute|Academy|Hospital|Museum|Bank|Opera|Ballet|Symphony)$|(?:universität|hochschule|zentrum|institut|gericht|klinikum|museum|theater|kammer|polizei|verband|verein|ministerium|landtag|werke|kasse|akademie|direktion|präsidium|anwaltschaft|feuerwehr|orchester|gesellschaft|verwaltung|stiftung|Rettung)$/;

const UNIT_AFTER =
	/^(?:province|state|region|district|county|governorate|prefecture|oblast|peninsula|island|valley|airport|municipality|area|province's|suburb|resort)$/;

const TEAM_VERB =
	/^(?:beat|beats|lost|drew|won|wins|defeated|edged|scored|trounced|thrashed|trailed|host|hosted|visit|face|faced|leads|lead|led|signed|gewann|verlor|besiegte|siegte|unterlag|gewinnt|verliert|trennten|spielte|bleibt|empfängt|schlug|muss)$/;
const TEAM_BEFORE =
	/^(?:beat|beats|defeated|edged|with|against|over|past|trounced|thrashed|gegen|besiegte|besiegt|schlug|bezwang)$/;

/** Before a number, and after one or a comma: Boston 88, Cleveland 90. */
function isScored(span: Span, tokens: readonly Token[]): boolean {
	const [before, number, behind] = [tokens[span.first - 1], tokens[span.last + 1], tokens[span.last + 2]];
	if (!number || !/^\d{1,3}$/.test(number.text) || number.gap !== ' ') return false;
	return (
		behind?.casing !== 'lower' &&
		(!before || /^(?:\d+|[,;:(])$/.test(before.text) || tokens[span.first]!.gap.includes('\n'))
	);
}

function hasTeamVerb(span: Span, tokens: readonly Token[]): boolean {
	return (
		TEAM_VERB.test(tokens[span.last + 1]?.text ?? '') || TEAM_BEFORE.test(tokens[span.first - 1]?.text ?? '')
	);
}

/** Compass and size, capitalised inside a name. */
const DIRECTION =
	/^(?:North|South|East|West|Northern|Southern|Eastern|Western|Central|Northeast|Northwest|Southeast|Southwest|Northeastern|Northwestern|Southeastern|Southwestern|Greater|Upper|Lower|Inner|Outer|Downtown|Old|New|Ancient|Mainland|Metropolitan|Nord|Süd|Ost|West)$/;

const HEAD_UNITS =
	/^(?:County|Province|Prefecture|Oblast|State|Region|District|Island|Islands|City|Republic|Territory)$/;

/** The signs for and against a span's being a place, without what the rest of the text adds. */
export function signsOf(span: Span, place: Place, around: Surroundings): Sign[] {
	const signs: Sign[] = ['bias', ...standing(place, around.lang), ...ofName(span, around)];
	const kind = around.lines.kindOf[span.first]!;
	if (around.lines.inDateline.has(span.first))
		return [...signs.filter((sign) => sign !== 'surname' && sign !== 'locativeOnly'), 'dateline'];
	if (isHead(span, around)) return [...signs.filter((sign) => sign !== 'surname'), 'head'];
	if (kind === 'capitals') signs.push('capitals');
	signs.push(...before(span, place, around), ...after(span, around));
	if (place.kind === 'river' && !signs.some(isLeading)) signs.push('bareRiver');
	const isTown = place.kind === 'city' || (place.kind === 'province' && place.country === 'US');
	if (isTown && around.sport && (around.lines.inResults.has(span.first) || isScored(span, around.tokens)))
		signs.push('inResults');
	if (isTown && around.sport && !signs.some(isLocating)) {
		if (around.sport > 1) signs.push('teamInSport');
		else if (hasTeamVerb(span, around.tokens)) signs.push('teamVerb');
	}
	if (around.persons.has(lastWord(span, around)) && place.kind !== 'continent') signs.push('knownPerson');
	return settled(signs, place, around.tokens[span.first]!, around.lang, kind !== 'text');
}

/** A place in front of a report: Merseburg. Ein Mann …, Grünheide/Austin - Der …, Chile – Santiago … */
function isHead(span: Span, { tokens, lines }: Surroundings): boolean {
	return (
		lines.inHead.has(span.first) &&
		tokens[span.last + 1] !== undefined &&
		/^[.\-–—/:]$/.test(tokens[span.last + 1]!.text)
	);
}

/** Doubts about a word that its neighbours dispel. */
function settled(signs: Sign[], { kind }: Place, token: Token, lang: string, isRaised: boolean): Sign[] {
	if (isRaised && kind !== 'country') return signs;
	if (signs.includes('kindWord'))
		return signs.filter((sign) => !/^(?:never|locativeOnly|surname|seenInLowerCase|isFirstName)$/.test(sign));
	if (signs.includes('strongPreposition'))
		return signs
			.filter((sign) => !/^(?:locativeOnly|surname|isFirstName)$/.test(sign))
			.map((sign) => (sign === 'knownPerson' ? 'knownPersonLocated' : sign));
	if (signs.includes('direction')) signs = signs.filter((sign) => sign !== 'surname');
	const isLikely =
		/direction|weakPreposition/.test(signs.join(' ')) ||
		kind === 'country' ||
		(lang === 'en' && !token.startsSentence);
	return isLikely ? signs.map((sign) => (sign === 'locativeOnly' ? 'rarelyLocative' : sign)) : signs;
}

export function sum(signs: readonly Sign[]): number {
	return signs.reduce((total, sign) => total + WEIGHTS[sign], 0);
}

const LOCATING = new Set<Sign>([
	'strongPreposition',
	'inherited',
	'head',
	'kindWord',
	'qualifier',
	'isQualifier',
	'dateline',
	'based',
	'articled',
]);
const EXCLUDING = new Set((Object.keys(WEIGHTS) as Sign[]).filter((sign) => WEIGHTS[sign] <= -2));

/** Signs that only a place has. */
export function isLocating(sign: Sign): boolean {
	return LOCATING.has(sign);
}

/** Prepositions and articles. */
export function isLeading(sign: Sign): boolean {
	return isLocating(sign) || sign === 'direction';
}

/** Signs that only something else has. */
export function isExcluding(sign: Sign): boolean {
	return EXCLUDING.has(sign);
}

function standing(place: Place, lang: string): Sign[] {
	const { kind, rank, capital, population, country } = place;
	if (kind === 'province')
		return [
			rank <= PROMINENT_PROVINCE || (isHome(country, lang) && lang === 'de')
				? 'prominentProvince'
				: 'province',
			...(isHome(country, lang) ? (['ownTown'] as const) : []),
		];
	if (kind === 'organisation') return ['never'];
	if (kind === 'province' && isNation(place)) return ['country'];
	if (kind !== 'city') return [kind];
	const own: Sign[] = isHome(country, lang) ? ['ownTown'] : [];
	if (population >= 1_000_000 || rank === 0 || (capital === 'country' && population > 50_000))
		return ['metropolis', ...own];
	if (population >= 300_000 || capital === 'country') return ['largeCity', ...own];
	if (population >= 100_000 || capital === 'province') return ['city', ...own];
	if (population >= 30_000) return ['town', ...own];
	return [population >= 10_000 ? 'smallTown' : 'village', ...own];
}

/** England is a country to everybody who writes of it. */
export function isNation({ id }: Place): boolean {
	return /^GB-(?:ENG|SCT|WLS|NIR)$/.test(id);
}

function isHome(country: string | undefined, lang: string): boolean {
	if (lang === 'de') return /^(?:DE|AT|CH)$/.test(country ?? '');
	if (lang === 'en') return /^(?:US|GB|CA|AU|IE|NZ)$/.test(country ?? '');
	return country?.toLowerCase() === lang;
}

function ofName(span: Span, { words, lang, lowerCase, lexicon, tokens }: Surroundings): Sign[] {
	const signs: Sign[] = [];
	const [match] = span.matches;
	if (isGivenName(span, tokens, lexicon, words)) signs.push('placeFirstName');
	const isForeign = span.matches.every(({ languages }) => languages.length > 0 && !languages.includes(lang));
	const isAlias = span.matches.every(({ languages }) => languages.length === 0);
	const isNatural = /^(?:river|sea|mountain|island|region)$/.test(match?.place.kind ?? '');
	if (isForeign && !isNatural && (lang === 'en' || lang === 'de')) signs.push('foreignName');
	else if (isAlias && !isNatural && match?.place.kind !== 'country') signs.push('alias');
	if (span.isPart) signs.push('isPart');
	if (words.never.has(span.key) && span.first !== span.last) return [...signs, 'never'];
	if (span.key.includes(' ') && span.first !== span.last) {
		signs.push('severalWords');
		return signs;
	}
	if (words.locative.has(span.key)) signs.push('locativeOnly');
	else if (
		words.never.has(span.key) ||
		(words.functionWords.has(span.key) && tokens[span.first]!.casing !== 'upper')
	)
		signs.push('never');
	else if (lowerCase.has(span.key)) signs.push('seenInLowerCase');
	if (words.surnames.has(span.key)) signs.push('surname');
	if (lexicon.firstNames.has(tokens[span.first]!.text)) signs.push('isFirstName');
	return signs;
}

/** Paris Hilton, Brooklyn Beckham; but Paris Mayor Hidalgo. */
function isGivenName(
	{ first, last }: Span,
	tokens: readonly Token[],
	lexicon: Lexicon,
	words: Words,
): boolean {
	const next = tokens[last + 1];
	if (first !== last || !next?.isWord || next.casing === 'lower' || next.gap !== ' ' || next.text.length < 2)
		return false;
	if (!lexicon.placeFirstNames.has(tokens[first]!.text) && !lexicon.firstNames.has(tokens[first]!.text))
		return false;
	if (words.titlesAfter.has(next.text) || words.functionWords.has(next.text.toLowerCase())) return false;
	return lexicon.surnames.has(foldWord(next.text)) || lexicon.firstNames.has(tokens[first]!.text);
}

function before(span: Span, place: Place, around: Surroundings): Sign[] {
	const { tokens, words, lang, lexicon, lines, endingAt, isDemonym } = around;
	const token = tokens[span.first]!;
	const previous = tokens[span.first - 1];
	if (!previous || (token.startsSentence && token.gap.includes('\n'))) return [];
	const lower = previous.text.toLowerCase();
	const isCapitals = lines.kindOf[span.first] === 'capitals';
	if (previous.text === '-' && previous.gap === '' && token.gap === '') return beforeHyphen(span, around);
	if (!isCapitals && previous.text === '.' && token.gap === ' ' && isInitial(tokens[span.first - 2]))
		return ['initial'];
	if (!previous.isWord) return [];
	const raised = previous.casing !== 'lower';

	if (words.kinds.has(previous.text)) return ['kindWord'];
	const second = tokens[span.first - 2];
	if (lang === 'en' && lower === 'of' && second?.isWord) {
		if (words.kinds.has(second.text.toLowerCase()))
			return [second.casing === 'lower' || HEAD_UNITS.test(second.text) ? 'kindWord' : 'weakPreposition'];
		if (second.casing !== 'lower' && words.of.has(second.text)) return ['organisationOf'];
		if (
			second.casing !== 'lower' &&
			!second.startsSentence &&
			!words.titlesBefore.has(second.text) &&
			!HEAD_UNITS.test(second.text)
		)
			return ['weakPreposition', 'unknownOf'];
	}
	if (lang === 'de' && /^(?:of|de|di|del)$/.test(lower) && second?.isWord && second.casing !== 'lower')
		return ['organisationOf'];
	if (/^(?:von|from)$/.test(lower) && /^(?:nach|bis|to)$/.test(tokens[span.last + 1]?.text ?? ''))
		return ['strongPreposition'];
	if (lang === 'de' && lower === 'von' && second?.isWord && words.of.has(second.text))
		return ['organisationOf'];
	if (lang === 'de' && lower === 'von' && second?.isWord && lexicon.firstNames.has(second.text))
		return ['firstName'];
	if (
		PARTICLE.test(previous.text) &&
		second?.isWord &&
		(lexicon.firstNames.has(second.text) ||
			(lang === 'en' && second.casing !== 'lower' && !second.startsSentence))
	)
		return ['firstName'];
	if (lower === 'for' && LEAVES.test(second?.text ?? '')) return ['strongPreposition'];
	if (words.strong.has(lower)) return ['strongPreposition'];
	if (lang === 'de' && GERMAN_ARTICLE.test(lower)) return germanArticle(span, place, previous, around);
	if (lang === 'en' && (lower === 'the' || lower === 'a' || lower === 'an'))
		return englishArticle(span, place, around);
	if (words.direction.has(lower)) return ['direction'];
	if (words.weak.has(lower)) return ['weakPreposition'];
	if (!raised) return words.titlesBefore.has(previous.text) ? ['title'] : NAMED.test(lower) ? ['quoted'] : [];

	if (lexicon.firstNames.has(previous.text)) return isCapitals ? [] : ['firstName'];
	if (words.titlesBefore.has(previous.text.replace(/\.$/, '')) && !previous.text.startsWith('US-'))
		return ['title'];
	if (words.heads.has(previous.text) || ORGANISATION_BEFORE.test(previous.text)) return ['organisationHead'];
	if (isCapitals) return [];
	if (lexicon.placeFirstNames.has(previous.text)) return [lang === 'en' ? 'placeFirstName' : 'title'];
	if (isInitial(previous)) return ['initial'];
	if (lang !== 'en') return [];
	if (words.functionWords.has(lower) || DIRECTION.test(previous.text) || isDemonym(previous.text)) return [];
	if (previous.startsSentence && !endingAt.has(span.first - 1) && !words.surnames.has(span.key)) return [];
	if (lines.kindOf[span.first] === 'headline') return [];
	return ['unknownCapitalBefore'];
}

/** Kramp-Karrenbauer, Hamburg-Mannheimer, but U.S.-China and Nord-Syrien. */
function beforeHyphen({ first }: Span, { tokens, endingAt, isDemonym, lexicon, lang }: Surroundings): Sign[] {
	const part = tokens[first - 2];
	if (!part || endingAt.has(first - 2) || isDemonym(part.text) || DIRECTION.test(part.text)) return [];
	if (part.casing === 'lower') return part.text === 'based' ? [] : ['weakPreposition'];
	const beforePart = tokens[first - 3];
	if (lexicon.firstNames.has(part.text) || (beforePart && lexicon.firstNames.has(beforePart.text)))
		return ['firstName'];
	return lang === 'de' ? ['particle'] : ['unknownCapitalBefore'];
}

function isInitial(token: Token | undefined): boolean {
	return (
		token !== undefined &&
		token.isWord &&
		token.casing !== 'lower' &&
		(token.text.length === 1 || /^(?:\p{Lu}\.){1,3}$/u.test(token.text)) &&
		!/^(?:U\.S\.|U\.K\.|I|A)$/.test(token.text)
	);
}

/** Das Essen is a meal; der Iran is the country; die Berlin-Reise is about Berlin. */
function germanArticle(span: Span, place: Place, article: Token, { words, tokens }: Surroundings): Sign[] {
	const next = tokens[span.last + 1];
	const lower = article.text.toLowerCase();
	const isArticled = tokens
		.slice(span.first, span.last + 1)
		.some(({ text }) => words.articled.has(text) || words.articled.has(text.replace(/e?s$/, '')));
	if (isArticled && ARTICLE_OF_COUNTRY.test(lower))
		return /^(?:im|ins|in)$/.test(lower) ? ['strongPreposition'] : ['articled'];
	if (next?.text === '-' && next.gap === '') return [];
	if (
		place.kind === 'sea' ||
		place.kind === 'river' ||
		place.kind === 'mountain' ||
		place.kind === 'region' ||
		place.kind === 'poi'
	)
		return ['articled'];
	if (span.first !== span.last) return [];
	return ['article'];
}

function englishArticle(span: Span, place: Place, { words, tokens, isDemonym }: Surroundings): Sign[] {
	const next = tokens[span.last + 1];
	if (/^(?:sea|river|mountain|region)$/.test(place.kind)) return ['articled'];
	if (
		tokens
			.slice(span.first, span.last + 1)
			.some(({ text }) => words.articled.has(text) || words.articled.has(text.replace(/\.$/, '')))
	)
		return ['articled'];
	if (
		/\b(?:islands|states|sea|ocean|republic|kingdom|emirates|river|gulf|strait|mountains|peninsula|bank|strip)\b/.test(
			span.key,
		)
	)
		return ['articled'];
	if (
		next?.isWord &&
		(next.casing === 'lower' || isDemonym(next.text)) &&
		!words.functionWords.has(next.text)
	)
		return words.strong.has(tokens[span.first - 2]?.text.toLowerCase() ?? '') ? ['direction'] : [];
	if (next?.text === '-' && next.gap === '') return [];
	return ['article'];
}

function after(span: Span, around: Surroundings): Sign[] {
	const { tokens, words, lexicon, lang, lines, startingAt } = around;
	const next = tokens[span.last + 1];
	if (!next || (next.startsSentence && next.gap.includes('\n'))) return [];
	if (isQuoted(span, tokens)) return ['quoted'];
	if (isAged(span, tokens)) return ['aged'];
	if (next.text === '-' && next.gap === '') return afterHyphen(span, around);
	const isCapitals = lines.kindOf[span.first] === 'capitals';
	if (!next.isWord || next.gap === '') return [];
	if (
		/^(?:da|de|do|del|di|du|des)$/.test(next.text) &&
		tokens[span.last + 2]?.isWord &&
		tokens[span.last + 2]!.casing !== 'lower'
	)
		return ['unknownCapitalAfter'];
	if (words.heads.has(tokens[span.last]!.text) && span.first === span.last && startingAt.has(span.last + 1))
		return ['organisationHead'];
	if (next.casing === 'lower' && UNIT_AFTER.test(next.text)) return ['kindWordAfter'];
	if (next.casing === 'lower')
		return PERSON_VERB.test(next.text) && words.surnames.has(span.key) ? ['personVerb'] : [];
	if (isCapitals) return words.tails.has(capitalised(next.text)) ? ['tail'] : [];
	if (words.tails.has(next.text)) return ['tail'];
	if (words.titlesAfter.has(next.text)) return ['role'];
	if (lang !== 'en' || lines.kindOf[span.first] === 'headline') return [];
	if (words.functionWords.has(next.text.toLowerCase())) return [];
	if (startingAt.get(span.last + 1)?.matches.some(({ place }) => place.kind === 'country')) return [];
	if (lexicon.firstNames.has(next.text) || words.titlesBefore.has(next.text)) return [];
	if (/^(?:AP|AFP|UPI)$/.test(next.text) || isInitial(next)) return [];
	return around.isDemonym(next.text) ? [] : ['unknownCapitalAfter'];
}

/** Carlisle, 61, said …; Jordan (34) */
function isAged({ last }: Span, tokens: readonly Token[]): boolean {
	const [open, number, close] = [tokens[last + 1], tokens[last + 2], tokens[last + 3]];
	return (
		/^\d{2}$/.test(number?.text ?? '') &&
		((open!.text === ',' && close?.text === ',') || (open!.text === '(' && close?.text === ')'))
	);
}

/** A title in quotation marks is no place, whatever it is called. */
function isQuoted({ first, last }: Span, tokens: readonly Token[]): boolean {
	return /^["“”„«»']$/.test(tokens[first - 1]?.text ?? '') && /^["“”«»']$/.test(tokens[last + 1]?.text ?? '');
}

/** Boston-based, Ukraine-Krieg, U.S.-China; but Essen-Müller. */
function afterHyphen(span: Span, { tokens, lang, startingAt, isDemonym }: Surroundings): Sign[] {
	const part = tokens[span.last + 2];
	if (!part?.isWord || part.gap !== '') return [];
	if (
		/^(?:based|born|led|backed|bound|controlled|held|area|ruled|owned|friendly|brokered|trained|style|wide|made|educated|bred)$/.test(
			part.text,
		)
	)
		return ['based'];
	if (startingAt.has(span.last + 2)) return [];
	if (lang === 'de' && part.casing !== 'lower' && isDemonym(part.text)) return ['tail'];
	if (/^(?:Fieber|Virus|Syndrom|Marathon|Symphonie|Sinfonie|Tatort|Derby|virus|fever)$/.test(part.text))
		return ['tail'];
	const chain = tokens[span.last + 3];
	if (lang === 'de' && chain?.text === '-' && chain.gap === '' && part.casing !== 'lower') return ['tail'];
	if (/^(?:Landkreis|Kreis|Landkreises|Kreises|Rhein)$/.test(tokens[span.first - 1]?.text ?? ''))
		return ['tail'];
	if (lang === 'de' && tokens[span.last]!.text === 'US') return ['prefixed'];
	return lang === 'de' ? ['hyphenAfter'] : [];
}

function capitalised(word: string): string {
	return word[0] + word.slice(1).toLowerCase();
}

function lastWord(span: Span, { tokens }: Surroundings): string {
	return foldWord(tokens[span.last]!.text);
}
