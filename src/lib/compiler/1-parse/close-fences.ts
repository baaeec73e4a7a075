/** A block that its author forgot to close. Line from 1. */
export interface OpenFence {
	line: number;
	/** The line that opens it: `` ```map ``. */
	text: string;
}

/** A fence, perhaps inside a list or a quotation. */
const FENCE = /^(?:[ \t]|[-*+]\s|\d+[.)]\s|>)*(`{3,}|~{3,})([^\r\n]*)$/;

/**
 * Finds blocks that are never closed, and closes each at the first blank line, so that the rest of the file is read as
 * it was meant. Every line keeps its number.
 *
 * A map block is also taken for unclosed when another block or a heading begins inside it: the fence that Markdown
 * would take for its end belongs to a later block.
 */
export function closeFences(text: string): { text: string; open: OpenFence[] } {
	const lines = text.split('\n');
	const open: OpenFence[] = [];
	let start: { index: number; text: string; fence: string; map: boolean } | undefined;
	for (let index = 0; index < lines.length; index++) {
		const line = lines[index]!.replace(/\r$/, '');
		const [, fence = '', info = ''] = FENCE.exec(line) ?? [];
		if (!start) {
			const isInline = fence.startsWith('`') && info.includes('`');
			if (fence && !isInline) start = { index, text: line.trim(), fence, map: /^\s*map\b/i.test(info) };
			continue;
		}
		if (fence.startsWith(start.fence) && info.trim() === '') {
			start = undefined;
			continue;
		}
		const swallowed = start.map && ((fence !== '' && info.trim() !== '') || /^##\s+\S/.test(line));
		if (swallowed) {
			index = closeAt(lines, start.index, index, start.fence);
			open.push({ line: start.index + 1, text: start.text });
			start = undefined;
		}
	}
	if (start) {
		closeAt(lines, start.index, lines.length, start.fence);
		open.push({ line: start.index + 1, text: start.text });
	}
	return { text: lines.join('\n'), open };
}

/** Closes a block at its first blank line, or before the line that does not belong to it. */
function closeAt(lines: string[], from: number, before: number, fence: string): number {
	const blank = lines.findIndex((line, index) => index > from && index < before && line.trim() === '');
	if (blank >= 0) {
		lines[blank] = fence;
		return blank;
	}
	if (before >= lines.length) {
		lines.push(fence);
		return lines.length;
	}
	lines[from] = '';
	return from;
}
