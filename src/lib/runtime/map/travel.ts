import { cubicBezier } from '../camera/ease';

/** How long a flight takes that nobody scrolls, ms: by its length in path lengths of van Wijk & Nuij. */
export const TRAVEL = { least: 900, most: 2200, perLength: 850 };

/** Its pace (LOOK.md, Motion). */
export const travelEase = cubicBezier(0.45, 0.05, 0.2, 1);
