import type { Story } from '#lib/story/index.ts';

/** Where a progress through a story lies. */
export interface Place {
	/** The step that is or has just been read; 0 is the cover. */
	step: number;
	/** How much of it has been read, 0…1. */
	read: number;
	/** How far the reader has come from it towards the next, 0…1; 0 where there is none. */
	way: number;
}

/** Takes a progress apart; see `cameraAt`. What lies outside the story is its nearest end. */
export function placeOf({ steps }: Story, progress: number): Place {
	const within = Math.max(0, Math.min(steps.length + 0.5, progress || 0));
	const step = Math.min(steps.length, Math.floor(within));
	const part = 2 * (within - step);
	return part <= 1 ? { step, read: part, way: 0 } : { step, read: 1, way: part - 1 };
}
