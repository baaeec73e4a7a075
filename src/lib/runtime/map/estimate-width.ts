/** Width of a line of capitals in Source Sans 3, CSS px; close enough to decide where it fits. */
export function estimateWidth(text: string, size: number, tracking: number): number {
	let ems = 0;
	for (const character of text)
		ems += /[\u2e80-\uffef]/.test(character) ? 1 : /[MWÄÖ@]/.test(character) ? 0.76 : 0.58;
	return (ems + text.length * tracking) * size;
}
