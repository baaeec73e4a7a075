/** Every word of the interface, by language. English is complete by its type and stands in for what others lack. */
const en = {
	allStories: 'All stories',
	alsoIn: 'also in {languages}',
	announced: '{n} of {total}: {heading}. {words}',
	asDevice: 'Like my device',
	atCover: 'Beginning: {title}',
	backToTop: 'Back to the beginning',
	colours: 'Colours',
	contents: 'Contents',
	contrast: 'Contrast',
	contrastHigh: 'High',
	contrastNormal: 'Normal',
	credits: 'Made with Natural Earth · Places © GeoNames (CC BY 4.0) · Names: Unicode CLDR',
	creditsShort: 'Natural Earth · © GeoNames',
	dark: 'Dark',
	display: 'Display',
	frontIntro: 'Dateline tells the news along its places. Read on, and you travel with the map.',
	frontTagline: 'Stories to be read on the map',
	key: 'Key',
	keys: 'Single keys',
	languages: 'Languages',
	light: 'Light',
	mapCredits: 'Sources of the map',
	mapFailed: 'A still map stands in for the moving one.',
	mapInWords: 'The map in words',
	mapOffline: 'No connection. What is loaded stays.',
	menu: 'Menu',
	minutes: '{n} min read',
	mistakes: 'This story has mistakes',
	nextStep: 'next step',
	noStories: 'There is no story in this language yet.',
	notFound: 'This page does not exist',
	notFoundText: 'The address may be mistyped, or the story has moved.',
	oneMinute: '1 min read',
	otherStories: 'Read on',
	previousStep: 'previous step',
	published: 'Published',
	scrollCue: 'Scroll to read',
	skipToText: 'Skip to the story',
	slides: 'Show as slides',
	sources: 'Sources',
	stations: '{n} stops',
	stepOf: '{n} of {total}',
	steps: 'Steps of the story',
	textLarge: 'Large',
	textLarger: 'Larger',
	textNormal: 'Normal',
	textSize: 'Text size',
	textSmall: 'Small',
	toFront: 'Front page',
	updated: 'Updated',
	writtenBy: 'By {author}',
} satisfies Record<string, string>;

export type MessageKey = keyof typeof en;

const de: Partial<Record<MessageKey, string>> = {
	allStories: 'Alle Geschichten',
	alsoIn: 'auch auf {languages}',
	announced: '{n} von {total}: {heading}. {words}',
	asDevice: 'Wie das Gerät',
	atCover: 'Anfang: {title}',
	backToTop: 'Zurück zum Anfang',
	colours: 'Farben',
	contents: 'Inhalt',
	contrast: 'Kontrast',
	contrastHigh: 'Hoch',
	contrastNormal: 'Normal',
	credits: 'Karte: Natural Earth · Orte: © GeoNames (CC BY 4.0) · Namen: Unicode CLDR',
	creditsShort: 'Natural Earth · © GeoNames',
	dark: 'Dunkel',
	display: 'Darstellung',
	frontIntro: 'Dateline erzählt Nachrichten entlang ihrer Orte. Wer weiterliest, reist auf der Karte mit.',
	frontTagline: 'Geschichten, die man auf der Karte liest',
	key: 'Legende',
	keys: 'Einzelne Tasten',
	languages: 'Sprachen',
	light: 'Hell',
	mapCredits: 'Quellen der Karte',
	mapFailed: 'Ein Standbild vertritt die bewegte Karte.',
	mapInWords: 'Die Karte in Worten',
	mapOffline: 'Keine Verbindung. Was geladen ist, bleibt.',
	menu: 'Menü',
	minutes: '{n} Minuten',
	mistakes: 'Diese Geschichte hat Fehler',
	nextStep: 'nächste Station',
	noStories: 'In dieser Sprache gibt es noch keine Geschichte.',
	notFound: 'Diese Seite gibt es nicht',
	notFoundText: 'Vielleicht ist die Adresse vertippt, oder die Geschichte ist umgezogen.',
	oneMinute: '1 Minute',
	otherStories: 'Weiterlesen',
	previousStep: 'vorige Station',
	published: 'Veröffentlicht',
	scrollCue: 'Zum Lesen scrollen',
	skipToText: 'Zum Text springen',
	slides: 'Als Folien zeigen',
	sources: 'Quellen',
	stations: '{n} Stationen',
	stepOf: '{n} von {total}',
	steps: 'Stationen der Geschichte',
	textLarge: 'Groß',
	textLarger: 'Größer',
	textNormal: 'Normal',
	textSize: 'Schriftgröße',
	textSmall: 'Klein',
	toFront: 'Startseite',
	updated: 'Aktualisiert',
	writtenBy: 'Von {author}',
};

const languages = { de, en };

/** A message in a language, with its `{slots}` filled; English where the language has none. */
export const message = messagesIn(en, languages);

/** Gives the function that finds messages in a catalogue, of which English is complete. */
export function messagesIn<Key extends string>(
	english: Record<Key, string>,
	others: Record<string, Partial<Record<Key, string>>>,
) {
	return (lang: string, key: Key, slots: Record<string, string | number> = {}): string =>
		(others[lang]?.[key] ?? english[key]).replace(/\{(\w+)\}/g, (slot, name: string) =>
			String(slots[name] ?? slot),
		);
}

/**
 * Attributes for an element with words of the interface on a page in `lang`: where they are English instead, a reading
 * voice has to know, and their stops belong at their right.
 */
export function languageOfWords(lang: string): { lang?: string; dir?: 'ltr' } {
	return lang in languages ? {} : { lang: 'en', dir: 'ltr' };
}

/** A language's own name, as its readers write it: `Deutsch`. */
export function languageName(lang: string): string {
	const name = new Intl.DisplayNames([lang], { type: 'language' }).of(lang) ?? lang;
	return name.charAt(0).toLocaleUpperCase(lang) + name.slice(1);
}

/** An ISO date as readers of a language write it; the whole date unless `parts` asks for less of it. */
export function formatDate(
	lang: string,
	iso: string,
	parts: Intl.DateTimeFormatOptions = { dateStyle: 'long' },
): string {
	return new Intl.DateTimeFormat(lang === 'en' ? 'en-GB' : lang, { ...parts, timeZone: 'UTC' }).format(
		new Date(iso),
	);
}
