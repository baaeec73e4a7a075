import type { DeckPlace } from '#lib/story/index.ts';
import type { Outline } from './deck-state';

/**
 * The end of a slide's address: `#/harbin`, `#/harbin/2` for a part; empty for the cover's first. The ids of the slides'
 * sections are the same without `#`, so that it leads there without script, too.
 */
export function addressOf(outline: Outline[], { slide, part }: DeckPlace): string {
	if (!slide && !part) return '';
	return `#${sectionId(outline[slide]?.id ?? '', part)}`;
}

/** Id of the section of a part (from 0). */
export function sectionId(id: string, part: number): string {
	return part ? `/${id}/${part + 1}` : `/${id}`;
}

/** Where an address leads, the cover where it says nothing; a part that is not there is the slide's last, `null` for no slide of this deck. */
export function placeOf(outline: Outline[], hash: string): DeckPlace | null {
	const [found, id, number] = /^(?:#\/?([^/]*)(?:\/(\d+))?\/?)?$/.exec(decoded(hash)) ?? [];
	if (found === undefined) return null;
	const slide = id ? outline.findIndex((each) => each.id === id) : 0;
	if (slide < 0) return null;
	const last = (outline[slide]?.seconds.length ?? 1) - 1;
	return { slide, part: Math.max(0, Math.min(last, Number(number ?? 1) - 1)) };
}

/** What `?autoplay=8&loop` asks for; `autoplay` without seconds takes the time of reading. */
export function autoplayOf(search: string): { pace: number | 'reading'; loop: boolean } | undefined {
	const asked = new URLSearchParams(search);
	const seconds = asked.get('autoplay');
	if (seconds === null) return undefined;
	const pace = Number(seconds);
	return {
		pace: pace > 0 && Number.isFinite(pace) ? Math.max(LEAST_PACE, pace) : 'reading',
		loop: asked.has('loop') && !['0', 'false', 'no'].includes(asked.get('loop')!),
	};
}

/** Nobody could see what comes faster, seconds. */
const LEAST_PACE = 0.1;

/** As the ids of the page are written: letters of any script. */
export function decoded(hash: string): string {
	try {
		return decodeURIComponent(hash);
	} catch {
		return hash;
	}
}
