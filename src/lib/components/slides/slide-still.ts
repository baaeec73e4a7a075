import type { Slide } from '#lib/story/index.ts';

/**
 * Address of a slide's still, without crop and ending. The sources have no picture of their own.
 *
 * @param stills address of the folder with the story's stills, ending in a slash
 */
export function slideStill(stills: string, { id, kind }: Slide): string {
	return stills + (kind === 'step' ? id : 'cover');
}
