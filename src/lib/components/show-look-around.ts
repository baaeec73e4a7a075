import { mount } from 'svelte';
import type { Reader } from '#lib/runtime/reader.ts';
import type { Story } from '#lib/story/index.ts';
import LookAround from './LookAround.svelte';

export interface LookControl {
	/** The map has been handed to the reader, or taken back. */
	hear(looking: boolean): void;
}

const shown = new WeakMap<Reader, LookControl>();

/**
 * Puts the button that hands the map to the reader between map and text, once a page. It comes after the map, and is
 * no part of what a page needs to be read.
 */
export function showLookAround(
	root: HTMLElement,
	stage: HTMLElement,
	story: Story,
	reader: Reader,
): LookControl {
	const anchor = root.querySelector('main') ?? undefined;
	const control =
		shown.get(reader) ?? mount(LookAround, { target: root, anchor, props: { story, reader, stage } });
	shown.set(reader, control);
	return control;
}
