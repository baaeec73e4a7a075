import type { Span } from './spans';
import type { Token } from './tokens';

/** What is called after the place where it was found first, and is in all others, too. */
const DISEASE =
	/^(?:(?!coronavirus)\p{L}*virus|viruses|flu|fever|disease|worm|syndrome|variant|strain|strains|encephalitis|meningoencephalitis|pox|lineage|serotype|influenza|\p{L}*krankheit|\p{L}*fieber|\p{L}*grippe|\p{L}*variante|\p{L}*syndrom|erreger)$/iu;

/** What may stand between: Crimean-Congo haemorrhagic fever, Middle East Respiratory Syndrome, Ebola river virus. */
const BETWEEN =
	/^(?:ha?emorrhagic|hämorrhagische[ns]?|worm|river|respiratory|acute|equine|spotted|viral|swine|bird|avian|relapsing|recurrent|tick|horse|mountain|-)$/i;

const MOST_BETWEEN = 3;

/** Whether a disease, or what causes it, is named after the words that end at a token: Guinea worm, West-Nil-Virus. */
export function namesDisease(last: number, tokens: readonly Token[]): boolean {
	for (let index = last + 1; index <= last + 1 + MOST_BETWEEN; index++) {
		const token = tokens[index];
		if (!token || token.gap.includes('\n\n')) return false;
		if (DISEASE.test(token.text)) return true;
		if (!BETWEEN.test(token.text)) return false;
	}
	return false;
}

/** Names that a text gives to a disease, folded; it calls them by the bare name elsewhere: an outbreak of Marburg. */
export function diseasesIn(spans: readonly Span[], tokens: readonly Token[]): Set<string> {
	return new Set(
		spans
			.filter(({ matches }) => matches.every(({ place: { kind } }) => kind === 'city' || kind === 'river'))
			.filter(({ last }) => namesDisease(last, tokens))
			.map(({ key }) => key),
	);
}
