/** A file cut in two, so that every line of the body keeps its number. */
export interface SplitFile {
	/** The YAML between the two lines of `---`; `undefined` if the file does not begin with one. */
	yaml: string | undefined;
	/** Offset of the YAML in the file. */
	yamlStart: number;
	/** The file with the front matter blanked. */
	body: string;
	/** The first line after the front matter, from 1. */
	bodyLine: number;
	/** The front matter is opened and never closed. */
	unclosed: boolean;
}

export function splitFrontMatter(text: string): SplitFile {
	const open = /^---[ \t]*(\r?\n|$)/.exec(text);
	if (!open) return { yaml: undefined, yamlStart: 0, body: text, bodyLine: 1, unclosed: false };
	const yamlStart = open[0].length;
	const rest = text.slice(yamlStart);
	const close = /^---[ \t]*$/m.exec(rest.replace(/\r/g, ' '));
	if (!close)
		return { yaml: undefined, yamlStart, body: text.replace('---', '   '), bodyLine: 1, unclosed: true };
	const head = text.slice(0, yamlStart + close.index + close[0].length);
	return {
		yaml: rest.slice(0, close.index),
		yamlStart,
		body: head.replace(/[^\r\n]/g, ' ') + text.slice(head.length),
		bodyLine: head.split('\n').length + 1,
		unclosed: false,
	};
}
