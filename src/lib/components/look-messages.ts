import { messagesIn } from './messages.ts';

/** Every word that belongs to looking around the map of a story; English is complete and stands in, as for the page. */
const en = {
	back: 'Back to the story',
	backShort: 'Back',
	inMiddle: '{name} is in the middle of the map',
	lookAround: 'Look around the map',
	lookAroundHint:
		'Arrow keys move the map, + and − zoom, Enter names what is in the middle, Escape leads back to the story.',
	lookAroundShort: 'Look around',
	noName: 'No name is known here',
	northUp: 'North up',
	places: 'Places',
	reset: 'Where you began',
	zoomIn: 'Zoom in',
	zoomOut: 'Zoom out',
} satisfies Record<string, string>;

const de: Record<keyof typeof en, string> = {
	back: 'Zurück zur Geschichte',
	backShort: 'Zurück',
	inMiddle: '{name} liegt in der Mitte der Karte',
	lookAround: 'Auf der Karte umsehen',
	lookAroundHint:
		'Pfeiltasten bewegen die Karte, + und − zoomen, Enter nennt, was in der Mitte liegt, Escape führt zurück zur Geschichte.',
	lookAroundShort: 'Umsehen',
	noName: 'Hier ist kein Name bekannt',
	northUp: 'Norden nach oben',
	places: 'Orte',
	reset: 'Zum Ausgangspunkt',
	zoomIn: 'Näher heran',
	zoomOut: 'Weiter weg',
};

/** A message of those who look around in a language, as `message` for those of the page. */
export const lookMessage = messagesIn(en, { de });
