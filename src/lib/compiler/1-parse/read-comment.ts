/** What an HTML node of Markdown holds: the presenter's notes, and markup that is no comment. */
export interface Comment {
	notes: string[];
	/** Markup and text beside the comments. */
	markup: string;
	unclosed: boolean;
	/** How a comment begins that was perhaps meant as a note: `notes:`. */
	misspelt?: string;
}

/** `notes:`, `Notiz:`, or `note` without its colon. */
const ALMOST_NOTE =
	/<!--\s*((?:notes|noet|not|nota|notiz|notizen|presenter|speaker)\s*:|note(?=\s+[^\s:-]))/i;

/** Reads `<!-- note: … -->`. Other comments are for the author alone. */
export function readComment(html: string): Comment {
	const notes = [...html.matchAll(/<!--\s*note:([\s\S]*?)-->/gi)].map(([, note = '']) => note.trim());
	const markup = html.replace(/<!--[\s\S]*?-->/g, '').trim();
	const misspelt = ALMOST_NOTE.exec(html)?.[1];
	return { notes: notes.filter(Boolean), markup, unclosed: markup.startsWith('<!--'), misspelt };
}
