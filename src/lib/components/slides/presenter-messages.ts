import { messagesIn } from '../messages';

/** The words of the presenter's view alone; apart from those of the slides, so that the room does not load them. */
const en = {
	allNotes: 'All notes',
	clock: 'Time of day',
	elapsed: 'Time spoken',
	isBlack: 'The room sees a black screen.',
	jumpTo: 'All slides',
	needsScript: 'The presenter’s view needs JavaScript to lead the slides. Without it there are your notes:',
	nextSlide: 'Next',
	noNotes: 'No notes for this slide.',
	noNotesAtAll: 'This story has no notes. In its file they are written so: <!-- note: … -->',
	noSlides: 'No slides open',
	notes: 'Notes',
	nothingNext: 'This is the last slide.',
	openSlides: 'Open slides',
	partOf: 'Part {n} of {total}',
	pauseTimer: 'Pause the time',
	resetTimer: 'Set the time to nought',
	slideOf: 'Slide {n} of {total}',
	slidesBlocked: 'The browser did not open the slides. Allow pop-ups for this page, or try again.',
	slidesOpen: 'Slides open',
	startTimer: 'Let the time run',
	steer: 'Steer the slides',
	thisSlide: 'This slide',
} satisfies Record<string, string>;

export type PresenterMessageKey = keyof typeof en;

const de: Partial<Record<PresenterMessageKey, string>> = {
	allNotes: 'Alle Notizen',
	clock: 'Uhrzeit',
	elapsed: 'Redezeit',
	isBlack: 'Der Saal sieht ein schwarzes Bild.',
	jumpTo: 'Alle Folien',
	needsScript:
		'Die Referentenansicht braucht JavaScript, um die Folien zu steuern. Ohne JavaScript bleiben Ihre Notizen:',
	nextSlide: 'Danach',
	noNotes: 'Keine Notizen zu dieser Folie.',
	noNotesAtAll: 'Diese Geschichte hat keine Notizen. In ihrer Datei stehen sie so: <!-- note: … -->',
	noSlides: 'Keine Folien offen',
	notes: 'Notizen',
	nothingNext: 'Das ist die letzte Folie.',
	openSlides: 'Folien öffnen',
	partOf: 'Teil {n} von {total}',
	pauseTimer: 'Redezeit anhalten',
	resetTimer: 'Redezeit auf null setzen',
	slideOf: 'Folie {n} von {total}',
	slidesBlocked:
		'Der Browser hat die Folien nicht geöffnet. Erlauben Sie Pop-ups für diese Seite, oder versuchen Sie es noch einmal.',
	slidesOpen: 'Folien offen',
	startTimer: 'Redezeit laufen lassen',
	steer: 'Folien steuern',
	thisSlide: 'Diese Folie',
};

/** A message of the presenter's view in a language, as {@link message} for those of the page. */
export const presenterMessage = messagesIn(en, { de });
