/** A click leaves the focus where it was: the space bar then still goes on, and does not press the button again. */
export function keepFocus(event: MouseEvent): void {
	event.preventDefault();
}
