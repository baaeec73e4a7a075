import type { Key } from './keys';

/** What of a pressed key, and of what has the focus, decides what it does. */
export function pressedKey({ key, shiftKey, altKey, ctrlKey, metaKey, target }: KeyboardEvent): Key {
	return { key, shift: shiftKey, modified: altKey || ctrlKey || metaKey, target: kindOf(target) };
}

function kindOf(target: EventTarget | null): Key['target'] {
	if (!(target instanceof HTMLElement)) return 'none';
	if (target.matches('input, textarea, select, [contenteditable]')) return 'field';
	if (target.closest('.popover .panel')) return 'panel';
	return target.closest('a, button, summary') && !target.closest('dialog.black') ? 'control' : 'none';
}
