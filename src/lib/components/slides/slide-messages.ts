import type { Deck, DeckPlace } from '#lib/story/index.ts';
import { messagesIn } from '../messages';

/** The words of slides, presenter's view and kiosk; apart from the others, so that who scrolls does not load them. */
const en = {
	announced: '{n} of {total}: {heading}',
	announcedPart: '{n} of {total}: {heading}, part {part} of {parts}',
	black: 'Black screen',
	blackOff: 'Show the slide again',
	close: 'Close',
	fullscreen: 'Full screen',
	fullscreenOff: 'Leave full screen',
	goTo: 'Go to slide {n}: press Enter',
	help: 'Keys and touch',
	helpClick: 'Click or tap: next. In the first quarter of the screen: previous. Swipe: both.',
	helpDigits: 'Number, then Enter: that slide',
	helpEnds: 'First slide, last slide',
	helpEscape: 'Closes what is open',
	keyEnd: 'End',
	keyEnter: 'Enter',
	keyHome: 'Home',
	keyPageDown: 'Page ↓',
	keyPageUp: 'Page ↑',
	keySpace: 'Space',
	lookAround: 'Look around the map',
	lookAroundHint: 'Drag, zoom, or use the arrow keys and + −.',
	lookAroundOff: 'Back to the slide',
	names: 'Place names',
	next: 'Next',
	overview: 'Overview',
	partOf: 'part {n} of {total}',
	pause: 'Pause',
	play: 'Play by itself',
	presenter: 'Presenter’s view',
	presenterBlocked:
		'The browser did not open the presenter’s window. Allow pop-ups for this page, or press the button.',
	previous: 'Previous',
	qr: 'QR code of this slide',
	qrLocal: 'This address leads to this machine only: other people’s phones cannot open it.',
	secondsLeft: '{n} s',
	slideOf: '{n} / {total}',
	slides: 'Slides',
	story: 'Read as a story',
	toFirst: 'Beginning',
	toLast: 'End',
} satisfies Record<string, string>;

export type SlideMessageKey = keyof typeof en;

const de: Partial<Record<SlideMessageKey, string>> = {
	announced: '{n} von {total}: {heading}',
	announcedPart: '{n} von {total}: {heading}, Teil {part} von {parts}',
	black: 'Schwarzes Bild',
	blackOff: 'Folie wieder zeigen',
	close: 'Schließen',
	fullscreen: 'Vollbild',
	fullscreenOff: 'Vollbild verlassen',
	goTo: 'Zu Folie {n}: Eingabetaste',
	help: 'Tasten und Gesten',
	helpClick: 'Klick oder Tipp: weiter. Im ersten Viertel des Bildes: zurück. Wischen: beides.',
	helpDigits: 'Zahl, dann Eingabetaste: diese Folie',
	helpEnds: 'Erste Folie, letzte Folie',
	helpEscape: 'Schließt, was offen ist',
	keyEnd: 'Ende',
	keyEnter: 'Eingabe',
	keyHome: 'Pos1',
	keyPageDown: 'Bild ↓',
	keyPageUp: 'Bild ↑',
	keySpace: 'Leertaste',
	lookAround: 'Auf der Karte umsehen',
	lookAroundHint: 'Ziehen, zoomen oder mit Pfeiltasten und + − bewegen.',
	lookAroundOff: 'Zurück zur Folie',
	names: 'Ortsnamen',
	next: 'Weiter',
	overview: 'Übersicht',
	partOf: 'Teil {n} von {total}',
	pause: 'Anhalten',
	play: 'Selbst ablaufen lassen',
	presenter: 'Referentenansicht',
	presenterBlocked:
		'Der Browser hat das Fenster der Referentenansicht nicht geöffnet. Erlauben Sie Pop-ups für diese Seite, oder drücken Sie den Knopf.',
	previous: 'Zurück',
	qr: 'QR-Code dieser Folie',
	qrLocal: 'Diese Adresse führt nur auf dieses Gerät: Andere Telefone können sie nicht öffnen.',
	secondsLeft: '{n} s',
	slideOf: '{n} / {total}',
	slides: 'Folien',
	story: 'Als Geschichte lesen',
	toFirst: 'Anfang',
	toLast: 'Ende',
};

/** A message of the slides in a language, as {@link message} for those of the page. */
export const slideMessage = messagesIn(en, { de });

/** What a screen reader is told of a place in a deck: `3 of 12: The declaration, part 1 of 2`. */
export function announcementOf({ lang, slides }: Deck, { slide, part }: DeckPlace): string {
	const { heading, parts } = slides[slide]!;
	return slideMessage(lang, parts.length > 1 ? 'announcedPart' : 'announced', {
		n: slide + 1,
		total: slides.length,
		heading,
		part: part + 1,
		parts: parts.length,
	});
}
