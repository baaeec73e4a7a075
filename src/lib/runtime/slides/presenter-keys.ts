import type { DeckEvent, DeckState } from './deck-state';
import { commandOf, type Key, type KeySettings } from './keys';

/** Pure: what a key does in the presenter's view. It has no full screen, no overview, and is the presenter's view already. */
export function presenterEventOf(pressed: Key, state: DeckState, settings: KeySettings): DeckEvent | null {
	const command = commandOf(pressed, state, settings);
	if (!command || command.type === 'fullscreen' || command.type === 'presenter') return null;
	return command.type === 'panel' && command.panel !== 'help' ? null : command;
}
