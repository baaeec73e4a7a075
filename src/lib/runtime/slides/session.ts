/** Where a tab keeps the id of its deck, so that a reload finds its presenter's view again. */
const KEY = 'dateline-deck';

/** The id of this window's deck: the address's `?deck=`, else that of the tab, else a new one. */
export function deckId(search: string): string {
	const asked = new URLSearchParams(search).get('deck');
	if (asked && /^[\w-]{1,64}$/.test(asked)) return keepDeckId(asked);
	try {
		return sessionStorage.getItem(KEY) ?? newDeckId();
	} catch {
		return newDeckId();
	}
}

/**
 * The query of an address without the deck's id, once the tab has it: whoever opens a copy of the address is not of this
 * deck.
 */
export function withoutDeckId(search: string): string {
	const asked = new URLSearchParams(search);
	if (!asked.has('deck')) return search;
	asked.delete('deck');
	return asked.size ? `?${asked}` : '';
}

/** Takes an id that no other deck has. */
export function newDeckId(): string {
	return keepDeckId(Array.from(crypto.getRandomValues(new Uint32Array(2)), (n) => n.toString(36)).join(''));
}

function keepDeckId(id: string): string {
	try {
		sessionStorage.setItem(KEY, id);
	} catch {
		// Storage is forbidden: a reload makes it another deck.
	}
	return id;
}
