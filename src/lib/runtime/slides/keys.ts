import type { DeckEvent, DeckState } from './deck-state';

/** What a key asks for: an event of the deck, or something that only the browser can do. */
export type Command = DeckEvent | { type: 'fullscreen' } | { type: 'presenter' };

export interface Key {
	/** As `KeyboardEvent.key`. */
	key: string;
	shift: boolean;
	/** Ctrl, Alt or Meta: the browser's own. */
	modified: boolean;
	/** What has the focus: a field takes every key, a control the space bar, a panel all but Escape. */
	target: 'field' | 'control' | 'panel' | 'none';
}

export interface KeySettings {
	/** From right to left the deck goes on to the left. */
	rtl: boolean;
	/** Whether single characters act (WCAG 2.1.4). */
	characters: boolean;
}

/** Keys that are single characters, in the order in which the help lists them. */
const CHARACTERS: Record<string, Command> = {
	f: { type: 'fullscreen' },
	b: { type: 'black' },
	'.': { type: 'black' },
	o: { type: 'panel', panel: 'overview' },
	p: { type: 'presenter' },
	'?': { type: 'panel', panel: 'help' },
	j: { type: 'next' },
	k: { type: 'previous' },
};

/** Pure: the command of a key in a state, `null` where the key is not the deck's. */
export function commandOf(pressed: Key, state: DeckState, { rtl, characters }: KeySettings): Command | null {
	const { key, shift, modified, target } = pressed;
	if (modified || target === 'field') return null;
	if (key === 'Escape') return state.typed || covers(state) ? { type: 'escape' } : null;
	if (target === 'panel') return null;
	const character = CHARACTERS[key.length === 1 ? key.toLowerCase() : key];
	if (state.panel !== 'none')
		return characters && character?.type === 'panel' && character.panel === state.panel ? character : null;
	if (characters && character) return character;
	if (characters && /^\d$/.test(key)) return { type: 'digit', digit: key };
	switch (key) {
		case 'ArrowRight':
		case 'ArrowLeft':
			if (state.looking) return null; // they move the map
			return { type: (key === 'ArrowRight') === rtl ? 'previous' : 'next' };
		case 'PageDown':
			return { type: 'next' };
		case 'PageUp':
			return { type: 'previous' };
		case ' ':
			return target === 'control' ? null : { type: shift ? 'previous' : 'next' };
		case 'Enter':
			return state.typed ? { type: 'enter' } : null;
		case 'Home':
			return { type: 'first' };
		case 'End':
			return { type: 'last' };
	}
	return null;
}

function covers({ panel, black, looking }: DeckState): boolean {
	return panel !== 'none' || black || looking;
}
