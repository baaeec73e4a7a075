import type { Insets, Screen } from './camera';

/** A rectangle on the screen, CSS px. */
export interface Rect {
	left: number;
	top: number;
	right: number;
	bottom: number;
}

/** The part of the screen that cards, bars and controls leave to the map; never less than a pixel. */
export function freeArea(screen: Screen, insets: Insets): Rect {
	return {
		left: insets.left,
		top: insets.top,
		right: Math.max(insets.left + 1, screen.width - insets.right),
		bottom: Math.max(insets.top + 1, screen.height - insets.bottom),
	};
}
