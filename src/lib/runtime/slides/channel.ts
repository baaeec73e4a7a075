import type { DeckPlace } from '#lib/story/index.ts';

/**
 * What slides and presenter's view tell each other. Each deck has a channel of its own, named by its id, so that two decks
 * do not hear each other.
 */
export type DeckMessage =
	/** Where the sender is; sent at each change, and as the answer to `ask`. */
	| { type: 'at'; place: DeckPlace; black: boolean }
	/** A window that has just opened asks the others where they are. */
	| { type: 'ask' }
	/** A deck looks for another deck of the same id: a duplicated tab carries its id along. */
	| { type: 'claim'; by: string }
	| { type: 'taken'; by: string }
	/** The sender closes, or goes elsewhere. */
	| { type: 'bye' };

export interface DeckChannel {
	send(message: DeckMessage): void;
	close(): void;
}

/** Joins the windows of a deck. A browser without `BroadcastChannel` has one window, and loses nothing else. */
export function joinDeck(id: string, hear: (message: DeckMessage) => void): DeckChannel {
	if (typeof BroadcastChannel === 'undefined') return { send() {}, close() {} };
	const channel = new BroadcastChannel(`dateline-deck-${id}`);
	channel.onmessage = ({ data }) => {
		if (isDeckMessage(data)) hear(data);
	};
	return {
		send: (message) => channel.postMessage(message),
		close: () => channel.close(),
	};
}

/** Whatever else is said on the channel, by another version of the page, is not listened to. */
export function isDeckMessage(data: unknown): data is DeckMessage {
	if (typeof data !== 'object' || data === null) return false;
	const { type, place, black, by } = data as Record<string, unknown>;
	switch (type) {
		case 'at':
			return isPlace(place) && typeof black === 'boolean';
		case 'claim':
		case 'taken':
			return typeof by === 'string';
		default:
			return type === 'ask' || type === 'bye';
	}
}

function isPlace(value: unknown): value is DeckPlace {
	const { slide, part } = (value ?? {}) as Record<string, unknown>;
	return Number.isInteger(slide) && Number.isInteger(part);
}
