import { tick } from 'svelte';

/**
 * Kit reads the page's title aloud whenever the address changes, also where it only follows the reader through one page.
 * Pages that announce their steps themselves silence it, and give it its voice back when they are left.
 */
export async function silenceRouter(silent: boolean): Promise<void> {
	await tick();
	document.getElementById('svelte-announcer')?.toggleAttribute('hidden', silent);
}
