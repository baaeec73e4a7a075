/** What an HTML node of Markdown holds: the presenter's notes, and markup that is no comment. */
export interface Comment {
	notes: string[];
	/** Markup and text beside the comments. */
	markup: string;
	unclosed: boolean;
}

/** Reads `<!-- note: … -->`. Other comments are for the author alone. */
export function readComment(html: string): Comment {
	const notes = [...html.matchAll(/<!--\s*note:([\s\S]*?)-->/gi)].map(([, note = '']) => note.trim());
	const markup = html.replace(/<!--[\s\S]*?-->/g, '').trim();
	return { notes: notes.filter(Boolean), markup, unclosed: markup.startsWith('<!--') };
}
