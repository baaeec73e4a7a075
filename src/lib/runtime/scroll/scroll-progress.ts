import type { ScrollPosition } from './scroll-position';

/** Scroll that a flight takes, CSS px: by its length, within what one or two turns of the wheel and a long swipe are. */
const FLIGHT = { perLength: 260, least: 180, most: 900 };

/** So much of each step's scroll at the most is a way; the rest is for reading. */
const MOST_OF_STEP = 0.6;

/**
 * How much scroll a flight takes before the next step begins, CSS px.
 *
 * @param flightLength in path lengths of van Wijk & Nuij, see `flight`; 0 where nothing flies
 * @param stepLength scroll from the beginning of this step to that of the next, CSS px
 */
export function flightScroll(flightLength: number, stepLength: number): number {
	if (flightLength === 0) return 0;
	const wanted = Math.max(FLIGHT.least, Math.min(FLIGHT.most, flightLength * FLIGHT.perLength));
	return Math.min(wanted, MOST_OF_STEP * stepLength);
}

/**
 * Where the reader is in the story, in steps, as `cameraAt` takes it. The way to the next step is the last that is
 * scrolled of a step, so that its picture rests when the next step's text begins to be read.
 *
 * @param position of the reader in the text
 * @param stepLength scroll that the step takes, CSS px
 * @param wayScroll how much of it is the way to the next; 0 if there is none
 */
export function scrollProgress(
	{ index, progress }: ScrollPosition,
	stepLength: number,
	wayScroll: number,
): number {
	const reading = stepLength - wayScroll;
	const passed = progress * stepLength;
	if (passed <= reading || wayScroll <= 0) return index + 0.5 * Math.min(1, passed / Math.max(1, reading));
	return Math.min(index + 0.5 + (0.5 * (passed - reading)) / wayScroll, nextBelow(index + 1));
}

/** A step begins only when its card does. */
function nextBelow(step: number): number {
	return step - 1e-9;
}
