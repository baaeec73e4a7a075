/** A text that is longer is many texts, each about places of its own. */
const LONG = 12_000;

/** A stretch of many texts: cut at empty lines, at the latest where this many units are full. */
const STRETCH = 6_000;
const AT_MOST = 40_000;

/** The stretches that are read as one text each, from end to end. */
export function stretchesOf(text: string): { start: number; end: number }[] {
	if (text.length <= LONG) return text.length ? [{ start: 0, end: text.length }] : [];
	const stretches: { start: number; end: number }[] = [];
	let start = 0;
	while (start < text.length) {
		const end = endAfter(text, start);
		stretches.push({ start, end });
		start = end;
	}
	return stretches;
}

function endAfter(text: string, start: number): number {
	if (text.length - start <= LONG) return text.length;
	const empty = /\n[ \t\r]*\n/g;
	empty.lastIndex = start + STRETCH;
	const found = empty.exec(text);
	if (found && found.index - start <= AT_MOST) return found.index + found[0].length;
	const line = text.indexOf('\n', start + STRETCH);
	if (line > 0 && line - start <= AT_MOST) return line + 1;
	const space = text.indexOf(' ', start + STRETCH);
	return space > 0 && space - start <= AT_MOST ? space + 1 : Math.min(text.length, start + AT_MOST);
}
