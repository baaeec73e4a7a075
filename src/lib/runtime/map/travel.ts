import { cubicBezier } from '../camera/ease';

/** By path lengths of van Wijk & Nuij, ms (LOOK.md, Motion). */
const TRAVEL = { least: 900, most: 2200, perLength: 850 };

/** A flight is over before the next one begins if the reader goes on as fast as before: of the time that the last step took. */
const HURRY = { least: 400, ofLastStep: 0.6 };

/**
 * How long a flight takes that nobody scrolls, ms.
 *
 * @param length of its path, in path lengths of van Wijk & Nuij
 * @param since the time since the flight before it began, ms
 */
export function travelTime(length: number, since: number): number {
	const unhurried = Math.min(TRAVEL.most, Math.max(TRAVEL.least, length * TRAVEL.perLength));
	return Math.min(unhurried, Math.max(HURRY.least, since * HURRY.ofLastStep));
}

/** Its pace (LOOK.md, Motion). */
export const travelEase = cubicBezier(0.45, 0.05, 0.2, 1);
