import { tick } from 'svelte';

/**
 * Kit reads the page's title aloud whenever the address changes, also where it only follows the reader through one page.
 * Pages that announce their steps themselves call this after navigation.
 */
export async function silenceRouter(): Promise<void> {
	await tick();
	document.getElementById('svelte-announcer')?.setAttribute('hidden', '');
}
