/** Where a pointer came down or went up, CSS px. */
export interface PointerAt {
	x: number;
	y: number;
}

/** How far a finger moves before it is a swipe, px. */
const SWIPE = 40;

/** What moves less is a click or a tap, px. */
const TAP = 10;

/** The part of the screen, from its beginning, in which a click leads back. */
const BACK = 0.25;

/**
 * What a pointer asks for between down and up: a swipe against the direction of reading, or a click anywhere but in the
 * first quarter of the screen, leads on.
 *
 * @param screen width of the window, CSS px
 */
export function gestureOf(
	from: PointerAt,
	to: PointerAt,
	screen: { width: number; rtl: boolean },
	kind: 'mouse' | 'touch',
): 'next' | 'previous' | null {
	const right = to.x - from.x;
	const down = to.y - from.y;
	if (Math.hypot(right, down) <= TAP) {
		const share = to.x / Math.max(1, screen.width);
		return (screen.rtl ? 1 - share : share) < BACK ? 'previous' : 'next';
	}
	if (kind === 'mouse' || Math.abs(right) < SWIPE || Math.abs(right) < 1.5 * Math.abs(down)) return null;
	return right < 0 === screen.rtl ? 'previous' : 'next';
}
