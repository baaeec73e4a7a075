/** Where a step's card stands, CSS px from the top of the viewport or of the document. */
export interface CardExtent {
	top: number;
	bottom: number;
}

/** Where the reader is in the story. */
export interface ScrollPosition {
	/** Index of the active step; 0 is the cover. */
	index: number;
	/** How far the reading line has come through the active step's card, 0…1. */
	progress: number;
}

/**
 * The active step is the last one whose card begins above the reading line. A pure function of where the cards stand,
 * so that the way the reader came plays no part.
 *
 * @param cards in the order of the story, the cover's first
 * @param line height of the reading line, CSS px from where the cards are measured from
 */
export function scrollPosition(cards: CardExtent[], line: number): ScrollPosition {
	let index = 0;
	cards.forEach((card, at) => {
		if (card.top <= line) index = at;
	});
	const card = cards[index];
	if (!card) return { index: 0, progress: 0 };
	const next = cards[index + 1];
	const end = next ? Math.max(card.bottom, next.top) : card.bottom;
	const progress = (line - card.top) / Math.max(1, end - card.top);
	return { index, progress: Math.max(0, Math.min(1, progress)) };
}
