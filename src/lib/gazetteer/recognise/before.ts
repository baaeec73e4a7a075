import type { Place } from '../place';
import type { Span } from './spans';
import type { Surroundings } from './surroundings';
import type { Token } from './tokens';
import type { Sign } from './weights';

const GERMAN_ARTICLE =
	/^(?:der|die|das|des|dem|den|ein|eine|einen|einem|einer|eines|kein|keine|zum|zur|vom|beim|im|am|ins|ans)$/i;
const ARTICLE_OF_COUNTRY = /^(?:der|die|das|des|dem|den|zum|zur|vom|beim|im|am|ins|ans)$/i;

/** Who leaves for somewhere leaves for a place. */
const LEAVES = /^(?:left|leave|leaves|leaving|bound|head|heads|headed|heading|departed|departs|sailed|set)$/;

/** What follows is a name given to a ship, a dog, a film. */
const NAMED = /^(?:named|called|dubbed|titled|entitled|namens|heißt|heißen|genannt|hieß)$/;

/** Parts of names between a first name and a surname. */
const PARTICLE = /^(?:von|van|de|der|den|da|dos|della|di|bin|ibn|ben|al|el|zu|zur|du|ter)$/;

/** Imperial College London, Geoforschungszentrum Potsdam. */
const ORGANISATION_BEFORE =
	/^(?:College|University|Institute|Academy|Hospital|Museum|Bank|Opera|Ballet|Symphony)$|(?:universität|hochschule|zentrum|institut|gericht|klinikum|museum|theater|kammer|polizei|verband|verein|ministerium|landtag|werke|kasse|akademie|direktion|präsidium|anwaltschaft|feuerwehr|orchester|gesellschaft|verwaltung|stiftung|Rettung)$/;

/** Compass and size, capitalised inside a name. */
const DIRECTION =
	/^(?:North|South|East|West|Northern|Southern|Eastern|Western|Central|Northeast|Northwest|Southeast|Southwest|Northeastern|Northwestern|Southeastern|Southwestern|Greater|Upper|Lower|Inner|Outer|Downtown|Old|New|Ancient|Mainland|Metropolitan|Nord|Süd|Ost|West)$/;

const HEAD_UNITS =
	/^(?:County|Province|Prefecture|Oblast|State|Region|District|Island|Islands|City|Republic|Territory)$/;

export function before(span: Span, place: Place, around: Surroundings): Sign[] {
	const { tokens, words, lang, lexicon, lines, endingAt, isDemonym } = around;
	const token = tokens[span.first]!;
	const previous = tokens[span.first - 1];
	if (!previous || (token.startsSentence && token.gap.includes('\n'))) return [];
	const lower = previous.text.toLowerCase();
	const isCapitals = lines.kindOf[span.first] === 'capitals';
	if (previous.text === '-' && previous.gap === '' && token.gap === '') return beforeHyphen(span, around);
	if (!isCapitals && previous.text === '.' && token.gap === ' ' && isInitial(tokens[span.first - 2]))
		return ['initial'];
	if (previous.text === '.' && /^(?:Lk|LK|Lkr|Kr)$/.test(tokens[span.first - 2]?.text ?? ''))
		return ['kindWord'];
	if (!previous.isWord) return [];
	if (lang === 'de' && isInLand(span.first, tokens)) return ['strongPreposition'];
	if (
		lang === 'en' &&
		lower === 'of' &&
		/^(?:Government|Governor|Governors|People)$/i.test(tokens[span.first - 2]?.text ?? '')
	)
		return ['strongPreposition'];
	const raised = previous.casing !== 'lower';

	if (words.kinds.has(previous.text) || (lang === 'en' && previous.text === 'County')) return ['kindWord'];
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
	if (lang !== 'en' && lang !== 'ru') return [];
	if (words.functionWords.has(lower) || DIRECTION.test(previous.text) || isDemonym(previous.text)) return [];
	if (previous.startsSentence && !endingAt.has(span.first - 1) && !words.surnames.has(span.key)) return [];
	if (lines.kindOf[span.first] === 'headline') return [];
	return ['unknownCapitalBefore'];
}

/** Im pfälzischen Leimersheim, aus dem hessischen Hof. */
function isInLand(first: number, tokens: readonly Token[]): boolean {
	const [article, land] = [tokens[first - 2], tokens[first - 1]];
	return (
		/^\p{Ll}+(?:ischen|sischen)$/u.test(land?.text ?? '') &&
		/^(?:im|vom|beim|dem|zum)$/i.test(article?.text ?? '')
	);
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

export function isInitial(token: Token | undefined): boolean {
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
