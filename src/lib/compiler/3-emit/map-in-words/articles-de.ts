import { nameOf, type Place } from '#lib/gazetteer/index.ts';
import type { Named } from './facts';

type Gender = 'm' | 'f' | 'n' | 'pl';
type Case = 'nominative' | 'accusative' | 'dative' | 'genitive';

/** Names that take an article, by id. */
const GENDERS: Record<Gender, string> = {
	f: 'AQ CD CF CG CH CI CX DO EH IM MN NF SK TR UA CN-NM UA-43 RS-VO AT-6 FR-BRE FR-NOR IT-25 IT-52 IT-45 ES-EX nato nato-europe eu asean sco african-union arab-league cis csto eaeu opec ecowas osce visegrad iberia arabian-peninsula levant korean-peninsula soviet-union czechoslovakia caribbean manchuria arctic',
	m: 'IQ IR LB NE SD SN SS TD VA XK YE US-DC middle-east caucasus balkans south-pacific maghreb sahel donbas north-caucasus russian-far-east indo-pacific indian-subcontinent midwest global-south gcc mercosur schengen euro-area',
	n: 'IO DE-SL PS-WBK AT-1 ES-PV baltic-states horn-of-africa weimar-triangle southern-africa northern-america pacific-islands-forum',
	pl: 'AE AX BS CC CK FK FO HM KM KY MH MP MV NL PH PN SB SC TC TF UM US VG VI SY-X02 IT-57 IT-65 brics g7 g20 gulf-states benelux british-isles nordic-countries usmca five-eyes',
};

/** What kinds of province are called, at the head of their names. */
const HEADS: Record<Gender, RegExp> = {
	f: /^(Gemeinde|Gespanschaft|Grafschaft|Oblast|Präfektur|Provinz|Region|Republik|Wilaya|Woiwodschaft)$/,
	m: /^(Bezirk|Bundesstaat|Distrikt|Kanton|Kreis|Landkreis|Okrug|Qark|Rajon)$/,
	n: /^(Département|Gebiet|Gouvernement|Komitat|Territorium)$/,
	pl: /^$/,
};

/** Provinces that are called after the land itself. */
const LANDS: Record<Gender, RegExp> = {
	f: /(insel|Insel)$|^(Nörd|Süd|Öst|West)liche \S+(?<!n)$/,
	m: /^$/,
	n: /^$/,
	pl: /(inseln|Inseln)$|^(Nörd|Süd|Öst|West)liche \S+n$/,
};

const WATERS: Record<Gender, RegExp> = {
	f: /(^Adria|^Ägäis|Bay|Donau|Lena|Straße.*|straße|Wolga|Bucht.*|bucht|Passage|passage|Syrte|^Oder|^(Lausitzer )?Neiße|^(Elbe|Weser|Mosel|Saar|Ahr|Ruhr|Spree|Havel|Saale|Isar|Salzach|Aare|Rhone|Seine|Loire|Garonne|Marne|Somme|Maas|Schelde|Themse|Weichsel|Memel|Düna|Newa|Moskwa|Oka|Kama|Desna|Theiß|Save|Drau|Drina|Mariza|Kura|Petschora|Angara|Kolyma|Seja|Moldau|Müritz)|Dwina|darja)( \(.*)?$/,
	m: /(^Golf .*|Fluss|Golf|kanal|Meerbusen|Ozean|busen|^Kanal .*|-Kanal)$/,
	n: /(Meer|meer|^Kattegat)$/,
	pl: /^(Dardanellen|Große Seen)$/,
};

/** Names of countries that keep their form in the genitive: des Iran. */
const UNINFLECTED = new Set(['IQ', 'IR', 'LB', 'NE', 'SD', 'SN', 'SS', 'TD', 'XK', 'YE']);

/** One is not in them but on them: auf der Krim, auf Kuba. */
const ON = new Set(
	(
		'AI AW AX BB BL BM BS CC CK CU CW CX CY DM FJ FK FO GD GG GL GU IM JE JM KM KY LC MG MH MP MS MT MU MV NF NR NU PH PN PR ' +
		'SB SC SH SX TC TO TT UM VG VI WS UA-43 SY-X02 CN-HI FR-COR FR-GP FR-MQ FR-RE FR-YT IT-82 IT-88 ES-CN US-HI'
	).split(' '),
);

const ARTICLES: Record<Gender, Record<Case, string>> = {
	m: { nominative: 'der', accusative: 'den', dative: 'dem', genitive: 'des' },
	f: { nominative: 'die', accusative: 'die', dative: 'der', genitive: 'der' },
	n: { nominative: 'das', accusative: 'das', dative: 'dem', genitive: 'des' },
	pl: { nominative: 'die', accusative: 'die', dative: 'den', genitive: 'der' },
};

/** How an adjective ends where no article stands before it, as it does in the gazetteer. */
const STRONG: Record<Gender, RegExp> = { m: /er$/, f: /e$/, n: /es$/, pl: /e$/ };

const byId = new Map(
	Object.entries(GENDERS).flatMap(([gender, ids]) => ids.split(' ').map((id) => [id, gender as Gender])),
);

/** The name as it stands on the map, without what only tells a town from its surroundings. */
export function germanName({ place, label }: Named): string {
	return place ? nameOf(place, 'de').replace(/ \((Stadt|Stadtgebiet)\)$/, '') : label;
}

/** The gender of a name that takes an article; `undefined` for all others. */
function genderOf(place: Place): Gender | undefined {
	const known = byId.get(place.id);
	if (known) return known;
	const name = nameOf(place, 'de');
	if (place.kind === 'province') return match(HEADS, headOf(name)) ?? match(LANDS, name);
	if (place.kind === 'river') return match(WATERS, name) ?? 'm';
	if (place.kind !== 'sea') return undefined;
	const isLake = place.id.startsWith('lake:');
	return match(WATERS, name) ?? (/see$/i.test(name) ? (isLake ? 'm' : 'f') : 'm');
}

/** The name in a case, with its article if it takes one: `dem Iran`, `der Inneren Mongolei`, `China`. An author's own name stands in quotes. */
export function inCase(named: Named, which: Case): string {
	const name = germanName(named);
	if (!named.place) return `„${name}“`;
	const gender = genderOf(named.place);
	if (!gender) return which === 'dative' ? name.replace(' und die ', ' und den ') : name;
	const words = name.split(' ');
	const first = adjectives(words, gender);
	// Süd- und Antarktisgebiete: what the hyphen stands for comes last.
	const head = words[first]!.endsWith('-') ? words.length - 1 : first;
	const declined = words.map((word, index) => {
		if (index < first) return word.replace(STRONG[gender], weakEnding(gender, which));
		return index === head ? noun(word, gender, which, named.id) : word;
	});
	return `${ARTICLES[gender][which]} ${declined.join(' ')}`;
}

/** `in China`, `im Iran`, `auf der Krim`. */
export function within(place: Place): string {
	const isOn = ON.has(place.id) || /(inseln?|Inseln?)$/.test(nameOf(place, 'de'));
	const phrase = `${isOn ? 'auf' : 'in'} ${inCase(asNamed(place), 'dative')}`;
	return phrase.replace(/^in dem /, 'im ');
}

/** `zu China`, `zum Iran`, `zur Ukraine`, `zu den USA`. */
export function towards(named: Named): string {
	return `zu ${inCase(named, 'dative')}`.replace(/^zu dem /, 'zum ').replace(/^zu der /, 'zur ');
}

/** `von China`, `vom Iran`. */
export function from(named: Named): string {
	return `von ${inCase(named, 'dative')}`.replace(/^von dem /, 'vom ');
}

/** After a noun: `Chinas`, `der Ukraine`, `von Laos`. */
export function of(named: Named): string {
	const name = germanName(named);
	if (named.place && genderOf(named.place)) return inCase(named, 'genitive');
	return /[sxzß)’]$|[ /,]/.test(name) ? `von ${inCase(named, 'dative')}` : `${name}s`;
}

/** After `nördlich`: `von China`, `der Ukraine`. */
export function besides(named: Named): string {
	return named.place && genderOf(named.place) ? inCase(named, 'genitive') : `von ${inCase(named, 'dative')}`;
}

/** Whether the verb stands in the plural: `die USA sind`. */
export function isPlural({ place }: Named): boolean {
	return place !== undefined && genderOf(place) === 'pl';
}

export function asNamed(place: Place): Named {
	return { id: place.id, place, label: nameOf(place, 'de') };
}

function match(patterns: Record<Gender, RegExp>, text: string): Gender | undefined {
	return (Object.keys(patterns) as Gender[]).find((gender) => patterns[gender].test(text));
}

/** `Jüdisches Autonomes Gebiet` → `Gebiet`. */
function headOf(name: string): string {
	const words = name.split(' ');
	return words.find((word) => !/^(Autonom|Jüdisch|Nördlich|Südlich|Kanarisch)\p{L}+$/u.test(word)) ?? name;
}

/** How many words stand before the noun that must be declined. */
function adjectives(words: string[], gender: Gender): number {
	const isAdjective = (word: string, index: number) =>
		STRONG[gender].test(word) && !match(HEADS, word) && /^\p{Lu}/u.test(words[index + 1] ?? '');
	const first = words.findIndex((word, index) => !isAdjective(word, index));
	return Math.max(0, first);
}

function weakEnding(gender: Gender, which: Case): string {
	if (gender === 'pl' || which === 'dative' || which === 'genitive') return 'en';
	return gender === 'm' && which === 'accusative' ? 'en' : 'e';
}

function noun(word: string, gender: Gender, which: Case, id: string): string {
	if (gender === 'pl') return which === 'dative' && /[er]$/.test(word) ? `${word}n` : word;
	if (which !== 'genitive' || gender === 'f' || UNINFLECTED.has(id) || /[uae]s$/.test(word)) return word;
	return /[sxzß]$/.test(word) ? `${word}es` : `${word}s`;
}
