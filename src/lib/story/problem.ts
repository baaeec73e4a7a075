/** A mistake in a story, told so that its author can mend it. */
export interface Problem {
	/** From the catalogue of codes, `place-unknown`. */
	code: string;
	severity: 'error' | 'warning';
	/** Path as the author knows it, `src/stories/china/de.md`. */
	file: string;
	/** From 1. */
	line: number;
	/** From 1, in UTF-16 code units. */
	column: number;
	/** What is wrong, with the received value. */
	message: string;
	/** What to write instead. */
	hint?: string;
}

/** One line for terminal, overlay and preview: `src/stories/china/de.md:18:8 place-unknown: No place "Habrin". Did you mean "Harbin"?` */
export function formatProblem(problem: Problem): string {
	const { file, line, column, code, message, hint } = problem;
	return `${file}:${line}:${column} ${code}: ${message}${hint ? ` ${hint}` : ''}`;
}
