import { smoothstep } from './ease';

/** A route is complete well before the text ends, as shares of the step. */
const ROUTE = { from: 0.05, to: 0.65 };

/** How much of a route is drawn when so much of its step has been read, 0…1. */
export function routeProgress(read: number): number {
	return smoothstep((read - ROUTE.from) / (ROUTE.to - ROUTE.from));
}
