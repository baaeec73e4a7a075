import type { DeckPlace } from '#lib/story/index.ts';

/** The slides, which the room sees, or the presenter's view of them. */
export type Role = 'deck' | 'presenter';

/** Who set a place and when: of two places all windows take the later one, in whatever order they hear of them. */
export interface Stamp {
	/** ms since 1970. */
	time: number;
	/** The window's token; decides between two of the same moment. */
	by: string;
}

/** What all windows of a deck agree upon. */
export interface Shown {
	place: DeckPlace;
	black: boolean;
	stamp: Stamp;
}

/**
 * What slides and presenter's view tell each other. Each deck has a channel of its own, named by its id, so that two decks
 * do not hear each other.
 */
export type DeckMessage =
	/** Where the sender is; sent at each change, and as the answer to `ask`. */
	| ({ type: 'at'; from: Role } & Shown)
	/** Asks the others where they are, and whether they are there at all. */
	| { type: 'ask' }
	/** A deck looks for another deck of the same id: a duplicated tab carries its id along. */
	| { type: 'claim'; by: string }
	| { type: 'taken'; by: string }
	/** The sender closes, or goes elsewhere. */
	| { type: 'bye'; from: Role };

export interface DeckChannel {
	send(message: DeckMessage): void;
	close(): void;
}

/** A browser without `BroadcastChannel` has one window, and loses nothing else. */
export function openChannel(name: string, hear: (message: DeckMessage) => void): DeckChannel {
	if (typeof BroadcastChannel === 'undefined') return { send() {}, close() {} };
	const channel = new BroadcastChannel(name);
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
	const { type, place, black, by, from, stamp } = fieldsOf(data);
	switch (type) {
		case 'at':
			return isRole(from) && isPlace(place) && typeof black === 'boolean' && isStamp(stamp);
		case 'claim':
		case 'taken':
			return typeof by === 'string';
		case 'bye':
			return isRole(from);
		default:
			return type === 'ask';
	}
}

const isRole = (value: unknown): value is Role => value === 'deck' || value === 'presenter';

function isPlace(value: unknown): value is DeckPlace {
	const { slide, part } = fieldsOf(value);
	return Number.isInteger(slide) && Number.isInteger(part);
}

function isStamp(value: unknown): value is Stamp {
	const { time, by } = fieldsOf(value);
	return Number.isFinite(time) && typeof by === 'string';
}

function fieldsOf(value: unknown): Record<string, unknown> {
	return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
